# What `stdenv.hostPlatform` says of a system string ("x86_64-linux"): nixpkgs' lib/systems/{default,inspect,parse}.nix.
system:
let
  parts = builtins.match "([a-z0-9_]+)-([a-z0-9]+)" system;
  cpu = builtins.elemAt parts 0;
  kernel = builtins.elemAt parts 1;
  is = builtins.elem cpu;
in
assert parts != null || throw "Unknown system: ${system}";
rec {
  inherit system;
  config = "${cpu}-unknown-${kernel}";
  parsed = {
    cpu.name = cpu;
    kernel.name = kernel;
  };

  isLinux = kernel == "linux";
  isDarwin = kernel == "darwin";
  isFreeBSD = kernel == "freebsd";
  isOpenBSD = kernel == "openbsd";
  isNetBSD = kernel == "netbsd";
  isBSD = isFreeBSD || isOpenBSD || isNetBSD;
  isWindows = kernel == "windows";
  isCygwin = kernel == "cygwin";
  isUnix = !isWindows;
  isGnu = isLinux;
  isMusl = false;

  isx86_64 = cpu == "x86_64";
  isi686 = cpu == "i686";
  isx86_32 = is [
    "i386"
    "i486"
    "i586"
    "i686"
  ];
  isx86 = isx86_64 || isx86_32;
  isAarch64 = is [
    "aarch64"
    "aarch64_be"
  ];
  isAarch32 = is [
    "armv5tel"
    "armv6l"
    "armv7a"
    "armv7l"
  ];
  isArmv7 = is [
    "armv7a"
    "armv7l"
  ];
  isAarch = isAarch32 || isAarch64;
  isRiscV64 = cpu == "riscv64";
  isRiscV32 = cpu == "riscv32";
  isRiscV = isRiscV32 || isRiscV64;
  isPower64 = is [
    "powerpc64"
    "powerpc64le"
  ];
  isPower = isPower64 || cpu == "powerpc";
  isS390x = cpu == "s390x";
  isS390 = isS390x || cpu == "s390";
  isLoongArch64 = cpu == "loongarch64";
  isMips64 = is [
    "mips64"
    "mips64el"
  ];
  is64bit = isx86_64 || isAarch64 || isRiscV64 || isPower64 || isS390x || isLoongArch64 || isMips64;
  is32bit = !is64bit;

  darwinArch = if isAarch64 then "arm64" else cpu;
  linuxArch = uname.processor;
  uname = {
    system =
      {
        linux = "Linux";
        darwin = "Darwin";
        freebsd = "FreeBSD";
        openbsd = "OpenBSD";
        netbsd = "NetBSD";
        windows = "Windows";
      }
      .${kernel} or null;
    # As `uname -m` prints it, which is also Python's platform.machine().
    processor =
      if isDarwin then
        darwinArch
      else
        {
          powerpc64 = "ppc64";
          powerpc64le = "ppc64le";
        }
        .${cpu} or cpu;
    release = null;
  };

  extensions = {
    sharedLibrary = if isDarwin then ".dylib" else ".so";
    library = extensions.sharedLibrary;
    executable = "";
  };
}
