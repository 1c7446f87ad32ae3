nix-shell -p 'python313.withPackages (ps: with ps; [ click httptools matplotlib numpy pydantic pytest python-dotenv pyyaml rich starlette uvicorn uvloop watchfiles websockets ])'
