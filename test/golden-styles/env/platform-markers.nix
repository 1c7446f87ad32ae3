# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   backports-zstd: nixpkgs has no such package
#   clipwatch: it is the project itself
#   fastuuid: nixpkgs has no such package
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python313.withPackages (
  ps:
  [
    ps.pexpect
    ps.psutil
    ps.pyperclip
    ps.uvloop
    ps.watchdog
  ]
  ++ lib.optionals (!stdenv.hostPlatform.isArmv7 && !stdenv.hostPlatform.isRiscV64) [ ps.xxhash ]
  ++ lib.optionals (
    (
      stdenv.hostPlatform.isLinux
      && (stdenv.hostPlatform.isx86_64 || stdenv.hostPlatform.isAarch64 || stdenv.hostPlatform.isPower64)
    )
    || (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isx86_64)
    || stdenv.hostPlatform.isFreeBSD
  ) [ ps.greenlet ]
  ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [ ps.send2trash ]
  ++ lib.optionals stdenv.hostPlatform.isDarwin [
    ps.appnope
    ps.pyobjc-core
    ps.pyobjc-framework-Cocoa
  ]
  ++ lib.optionals stdenv.hostPlatform.isLinux [
    ps.dbus-next
    ps.distro
    ps.pyserial
  ]
  ++ lib.optionals (
    stdenv.hostPlatform.isLinux && (stdenv.hostPlatform.isx86_64 || stdenv.hostPlatform.isAarch64)
  ) [ ps.evdev ]
  ++ lib.optionals stdenv.hostPlatform.isDarwin (ps.watchdog.optional-dependencies.watchmedo or [ ])
)).env
