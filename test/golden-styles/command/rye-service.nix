nix-shell -p 'python313.withPackages (ps: with ps; [ fastapi httpx pytest ruff uvicorn ] ++ (uvicorn.optional-dependencies.standard or [ ]))'
