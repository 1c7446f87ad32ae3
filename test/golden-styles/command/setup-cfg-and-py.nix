nix-shell -p 'python313.withPackages (ps: with ps; [ click requests ])'
