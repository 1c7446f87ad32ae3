nix-shell -p 'python313.withPackages (ps: with ps; [ certifi charset-normalizer idna ])'
