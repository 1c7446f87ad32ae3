# nixpkgs' pkgs/development/interpreters/python/setup-hook.sh: every input's modules go on PYTHONPATH, in the order of the
# inputs, whether anybody asked for the package itself or only for a program that needs it.

addPythonPath() {
  addToSearchPathWithCustomDelimiter : PYTHONPATH "$1/@sitePackages@"
}

toPythonPath() {
  local paths=$1 path result=
  for path in $paths; do
    result+="${result:+:}$path/@sitePackages@"
  done
  echo "$result"
}

if [ -z "${dontAddPythonPath:-}" ]; then
  addEnvHooks "$hostOffset" addPythonPath
fi

export DETERMINISTIC_BUILD=1
export PYTHONHASHSEED=0
export PYTHONNOUSERSITE=1
