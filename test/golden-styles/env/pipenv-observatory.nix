# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: it is locked to the index company
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
#   python-dateutil: nixpkgs has 2.9.0.post0 and <2.9 is required
#   sundial: it is locked to the path ./libs/sundial
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python312.withPackages (
  ps:
  [
    ps.amqp
    ps.billiard
    ps.celery
    ps.certifi
    ps.charset-normalizer
    ps.click-didyoumean
    ps.click-plugins
    ps.click-repl
    ps.idna
    ps.kombu
    ps.packaging
    ps.prompt-toolkit
    ps.pysocks
    ps.redis
    ps.requests
    ps.six
    ps.typing-extensions
    ps.tzdata
    ps.tzlocal
    ps.urllib3
    ps.vine
    ps.wcwidth
  ]
  ++ lib.optionals (!stdenv.hostPlatform.isArmv7) [
    ps.anyio
    ps.click
    ps.h11
    ps.httptools
    ps.python-dotenv
    ps.pyyaml
    ps.uvicorn
    ps.uvloop
    ps.watchfiles
    ps.websockets
  ]
  ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ ps.colorama ]
)).env
