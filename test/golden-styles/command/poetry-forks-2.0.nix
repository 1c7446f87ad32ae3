nix-shell -p 'python313.withPackages (ps: with ps; [ attrs click numpy pytest python-dateutil ] ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ colorama ])'
