nix-shell -p 'python312.withPackages (ps: with ps; [ python-dateutil ])'
