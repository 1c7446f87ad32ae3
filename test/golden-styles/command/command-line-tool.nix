nix-shell -p 'python313.withPackages (ps: with ps; [ click click-aliases dateparser mypy platformdirs pytest pytest-cov rich ruff tomli-w ])'
