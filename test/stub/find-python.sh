#!/bin/sh
# Print the variables that choose the machine's Pythons for the stub, one a line, for `export` or `env`:
#   PY2NIX_STUB_PYTHON313=/path/to/python3.13
# An interpreter of another version serves where the machine has none of the one asked for. Then there is a note on standard
# error, and a second line gives its version. Arguments: the versions (default: 3.13 3.12).

candidates() {
  command -v "python$1"
  for dir in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin "$HOME"/.local/share/uv/python/*/bin /opt/*/bin /usr/local/bin; do
    echo "$dir/python$1"
  done
}

# The real program behind a shim, if it can serve: a version pip still supports, venv and pip at hand, and modules in site-packages
# (Debian's own keeps them elsewhere). Prints "version path".
probe() {
  [ -x "$1" ] && "$1" -I -c '
import ensurepip, os, sys, sysconfig, venv
assert sys.version_info >= (3, 9) and sysconfig.get_path("purelib").endswith("site-packages")
program = os.path.join(sys.base_prefix, "bin", "python%d.%d" % sys.version_info[:2])
assert os.path.exists(program)
print("%d.%d.%d" % sys.version_info[:3], os.path.realpath(program))
' 2>/dev/null
}

find_python() {
  candidates "$1" | while read -r path; do probe "$path" && break; done
}

status=0
for wanted in "${@:-3.13 3.12}"; do
  for version in $wanted; do
    variable=PY2NIX_STUB_PYTHON$(echo "$version" | tr -d .)
    found=$(find_python "$version")
    for other in 3.13 3.12 3.14 3.11 3.10 3.9 3; do
      [ -n "$found" ] && break
      found=$(find_python "$other")
      [ -n "$found" ] && echo "note: no Python $version on this machine, ${found% *} serves for it" >&2
    done
    if [ -z "$found" ]; then
      echo "no Python on this machine can serve for $version" >&2
      status=1
      continue
    fi
    echo "$variable=${found#* }"
    case $found in
      "$version".*) ;;
      *) echo "${variable}_VERSION=${found%% *}" ;;
    esac
  done
done
exit $status
