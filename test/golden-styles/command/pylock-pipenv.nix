nix-shell -p 'python312.withPackages (ps: with ps; [ flask requests ])'
