nix-shell -p 'python313.withPackages (ps: with ps; [ attrs flask gunicorn python-dateutil ])'
