nix-shell -p 'python313.withPackages (ps: with ps; [ certifi charset-normalizer click flask idna pysocks python-dateutil requests urllib3 ])'
