nix-shell -p 'python313.withPackages (ps: with ps; [ babel click fastapi h11 httpx mypy pydantic pytest python-dateutil python-dotenv pyyaml respx ruff schwifty uvloop watchfiles websockets ])'
