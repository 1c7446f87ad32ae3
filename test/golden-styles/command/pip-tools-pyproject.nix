nix-shell -p 'python313.withPackages (ps: with ps; [ click fastapi h11 httptools jinja2 python-dotenv pyyaml uvicorn uvloop watchfiles websockets ])'
