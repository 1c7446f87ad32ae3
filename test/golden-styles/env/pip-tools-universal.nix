# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   deckhand: it is locked to the path ./libs/deckhand
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   humanize: nixpkgs has 4.12.3 and ==4.17.0 is required by deckhand, which comes from pip
#   ipython: nixpkgs' 9.5.0 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   ipython-pygments-lexers: nixpkgs' 1.1.1 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   jedi: nixpkgs has 0.19.2 and ==0.20.1 is required by ipython, which comes from pip
#   markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from pip
#   matplotlib-inline: nixpkgs has 0.1.7 and ==0.2.2 is required by ipython, which comes from pip
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
#   parso: nixpkgs has 0.8.4 and ==0.8.7 is required by jedi, which comes from pip
#   prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by ipython, which comes from pip
#   psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by ipython, which comes from pip
#   pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   rich: nixpkgs has 14.1.0 and ==15.0.0 is required by deckhand, which comes from pip
#   traitlets: nixpkgs has 5.14.3 and ==5.16.1 is required by ipython, which comes from pip
#   wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from pip
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.blinker
  ps.certifi
  ps.charset-normalizer
  ps.click
  ps.flask
  ps.idna
  ps.itsdangerous
  ps.jinja2
  ps.markupsafe
  ps.mdurl
  ps.numpy
  ps.pexpect
  ps.pysocks
  ps.python-dotenv
  ps.requests
  ps.stack-data
  ps.urllib3
  ps.werkzeug
])).env
