nix-shell -p 'python313.withPackages (ps: with ps; [ beautifulsoup4 feedparser jinja2 rich ])'
