# Build an interpreter that lives in the store, out of one of the machine: the program itself is copied, so that it takes the
# store path for its prefix as nixpkgs' does, and the standard library is linked. site-packages is its own.

if [ -z "$machinePython" ]; then
  echo "no Python was chosen for $attr: set $variable to the path of one (find-python.sh finds it)" >&2
  exit 1
fi

about=$("$machinePython" -I -c '
import sys, sysconfig
print("%d.%d" % sys.version_info[:2], sys.base_prefix, sysconfig.get_path("stdlib"))
')
read -r found prefix stdlib <<<"$about"
if [ "$found" != "$pythonVersion" ]; then
  echo "$variable is $machinePython, a Python $found and not $pythonVersion: set ${variable}_VERSION too" >&2
  exit 1
fi

mkdir -p "$out/bin" "$out/lib/$executable/site-packages"
cp -L "$machinePython" "$out/bin/$executable"
chmod 755 "$out/bin/$executable"
for name in python3 python; do ln -s "$executable" "$out/bin/$name"; done
for name in "$prefix"/lib/libpython*; do ln -s "$name" "$out/lib/"; done
ln -s "$prefix/include" "$out/include"

for name in "$stdlib"/*; do
  case ${name##*/} in
    site-packages | sitecustomize.py | EXTERNALLY-MANAGED) ;;
    *) ln -s "$name" "$out/lib/$executable/" ;;
  esac
done
cp "$sitecustomize" "$out/$sitePackages/sitecustomize.py"

# PEP 668, as nixpkgs#229166: pip refuses to install outside a virtual environment.
cat >"$out/lib/$executable/EXTERNALLY-MANAGED" <<EOF
[externally-managed]
Error=This command has been disabled as it tries to modify the immutable Nix store.
EOF

prefix=$("$out/bin/$executable" -c 'import sys; print(sys.prefix)')
if [ "$prefix" != "$out" ]; then
  echo "$machinePython cannot be moved: its copy in $out still has the prefix $prefix" >&2
  exit 1
fi
"$out/bin/$executable" -I -m compileall -q --invalidation-mode unchecked-hash "$out/$sitePackages"
