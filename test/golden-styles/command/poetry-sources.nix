nix-shell -p 'python313.withPackages (ps: with ps; [ coverage jplephem pytest python-dateutil requests wcwidth ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ tzdata ])'
