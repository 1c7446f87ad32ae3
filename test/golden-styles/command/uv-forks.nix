nix-shell -p 'python313.withPackages (ps: with ps; [ click numpy pandas ruff scipy ] ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ colorama ])'
