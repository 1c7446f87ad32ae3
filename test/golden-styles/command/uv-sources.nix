nix-shell -p 'python313.withPackages (ps: with ps; [ astral attrs pytest requests tabulate wcwidth ])'
