nix-shell -p 'python313.withPackages (ps: with ps; [ flask flask-sqlalchemy flask-wtf gunicorn python-dotenv qrcode sqlalchemy ] ++ (qrcode.optional-dependencies.pil or [ ]))'
