nix-shell -p 'python313.withPackages (ps: with ps; [ freezegun pytest python-dateutil redis ruff ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ pyobjc-core ])'
