nix-shell -p 'python313.withPackages (ps: with ps; [ starlette typing-extensions ])'
