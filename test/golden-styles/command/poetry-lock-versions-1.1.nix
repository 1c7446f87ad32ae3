nix-shell -p 'python313.withPackages (ps: with ps; [ click pysocks pytest pytest-cov python-dateutil requests ])'
