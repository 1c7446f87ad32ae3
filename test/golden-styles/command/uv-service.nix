nix-shell -p 'python313.withPackages (ps: with ps; [ coverage h11 jinja2 mdurl pexpect ruff shellingham stack-data ])'
