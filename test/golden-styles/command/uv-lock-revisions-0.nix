nix-shell -p 'python313.withPackages (ps: with ps; [ click pytest python-dateutil rich ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ colorama ])'
