nix-shell -p python311
