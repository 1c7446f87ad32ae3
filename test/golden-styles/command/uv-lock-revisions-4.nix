nix-shell -p 'python313.withPackages (ps: with ps; [ click pytest rich ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ colorama ])'
