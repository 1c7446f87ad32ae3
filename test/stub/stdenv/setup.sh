# What nixpkgs' pkgs/stdenv/generic/setup.sh does that a Python shell can notice. Sourced by every builder and
# by nix-shell before the shellHook.

_setupFlags=$-
set -eu
set -o pipefail
shopt -s inherit_errexit nullglob

# Old enough to be reproducible, young enough for a zip file.
export SOURCE_DATE_EPOCH
: "${SOURCE_DATE_EPOCH:=315532800}"

# A build, and a pure shell, must not find the machine's certificates by accident.
if [[ ${IN_NIX_SHELL:-} != impure ]]; then
  export NIX_SSL_CERT_FILE="${NIX_SSL_CERT_FILE:-/no-cert-file.crt}"
  export SSL_CERT_FILE="${SSL_CERT_FILE:-/no-cert-file.crt}"
fi

# hooks -------------------------------------------------------------------------------------------------

# runHook NAME: the function of that name, else the text in the variable of that name, then the NAMEs array.
runHook() {
  local hookName=$1 hook
  local hooksSlice="${hookName%Hook}Hooks[@]"
  shift
  if declare -F "$hookName" >/dev/null; then
    "$hookName" "$@"
  elif [ -n "${!hookName:-}" ]; then
    eval "${!hookName}"
  fi
  for hook in ${!hooksSlice+"${!hooksSlice}"}; do
    if declare -F "$hook" >/dev/null; then "$hook" "$@"; else eval "$hook"; fi
  done
  return 0
}

envHooks=()

# addEnvHooks OFFSET FUNCTION: call FUNCTION with every input. Without strictDeps the offset does not matter.
addEnvHooks() {
  shift
  envHooks+=("$@")
}

addToSearchPathWithCustomDelimiter() {
  local delimiter=$1 varName=$2 dir=$3
  if [ -d "$dir" ] && [[ "$delimiter${!varName:-}$delimiter" != *"$delimiter$dir$delimiter"* ]]; then
    export "${varName}=${!varName:+${!varName}${delimiter}}${dir}"
  fi
}

addToSearchPath() { addToSearchPathWithCustomDelimiter : "$@"; }

# inputs ------------------------------------------------------------------------------------------------

_inputs=()

# An input, then what it propagates. The first mention of a package gives its place.
_findInputs() {
  local package=$1 seen list next
  for seen in ${_inputs[@]+"${_inputs[@]}"}; do
    if [ "$seen" = "$package" ]; then return 0; fi
  done
  if [ ! -e "$package" ]; then
    echo "build input $package does not exist" >&2
    exit 1
  fi
  _inputs+=("$package")
  for list in propagated-build-inputs propagated-native-build-inputs; do
    if [ -f "$package/nix-support/$list" ]; then
      for next in $(<"$package/nix-support/$list"); do _findInputs "$next"; done
    fi
  done
}

for _package in ${nativeBuildInputs:-} ${propagatedNativeBuildInputs:-} ${buildInputs:-} ${propagatedBuildInputs:-}; do
  _findInputs "$_package"
done

_path=
for _package in ${_inputs[@]+"${_inputs[@]}"}; do
  if [ -d "$_package/bin" ]; then _path+="$_package/bin:"; fi
  if [ -f "$_package/nix-support/setup-hook" ]; then
    hostOffset=0 targetOffset=1
    source "$_package/nix-support/setup-hook"
  fi
done

# Only what a build depends on gives its share (completions, manuals).
for _package in ${nativeBuildInputs:-} ${propagatedNativeBuildInputs:-}; do
  addToSearchPath XDG_DATA_DIRS "$_package/share"
done

for _hook in ${envHooks[@]+"${envHooks[@]}"}; do
  for _package in ${_inputs[@]+"${_inputs[@]}"}; do
    "$_hook" "$_package"
  done
done

# The user's own PATH comes after this one in an impure nix-shell: nix-shell adds it.
export PATH="$_path@initialPath@"
HOST_PATH=$PATH
unset _package _path _hook

# phases ------------------------------------------------------------------------------------------------

fixupPhase() {
  mkdir -p "$out"
  if [ -n "${propagatedBuildInputs:-}" ]; then
    mkdir -p "$out/nix-support"
    echo "$propagatedBuildInputs" >"$out/nix-support/propagated-build-inputs"
  fi
  if [ -n "${propagatedNativeBuildInputs:-}" ]; then
    mkdir -p "$out/nix-support"
    echo "$propagatedNativeBuildInputs" >"$out/nix-support/propagated-native-build-inputs"
  fi
  if [ -n "${setupHook:-}" ]; then
    mkdir -p "$out/nix-support"
    # Every @name@ in the hook is the variable of that name.
    local text name
    text=$(<"$setupHook")
    while [[ $text =~ @([A-Za-z_]+)@ ]]; do
      name=${BASH_REMATCH[1]}
      text=${text//"@$name@"/"${!name}"}
    done
    printf '%s\n' "$text" >"$out/nix-support/setup-hook"
  fi
  runHook postFixup
}

# A derivation with a buildCommand is that command and nothing else: no fixup, as in nixpkgs.
genericBuild() {
  local phase
  if [ -n "${buildCommand:-}" ]; then
    eval "$buildCommand"
    return
  fi
  for phase in ${phases:-buildPhase installPhase fixupPhase}; do
    if [ -n "${!phase:-}" ]; then
      eval "${!phase}"
    elif declare -F "$phase" >/dev/null; then
      "$phase"
    fi
  done
}

# nullglob, pipefail and inherit_errexit stay on, which a shellHook notices.
[[ $_setupFlags == *e* ]] || set +e
[[ $_setupFlags == *u* ]] || set +u
unset _setupFlags
