# A package from its `src`, with no registry to ask (python/hooks/{wheel-unpack,pypa-build}-hook.sh in nixpkgs): a wheel as it
# is, or one that `build-system` makes. The inputs' setup hooks have put their modules on PYTHONPATH.

PATH=$PATH:/usr/local/bin:/usr/bin:/bin
export HOME=$PWD PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INDEX=1 PIP_CONFIG_FILE=/dev/null
mkdir dist

# The name without the hash of the store (stripHash).
name=${src##*/}
if [[ $name =~ ^[a-z0-9]{32}-(.*)$ ]]; then name=${BASH_REMATCH[1]}; fi

if [ "$kind" = wheel ]; then
  cp "$src" "dist/$name"
else
  mkdir unpacked
  cd unpacked
  if [ -d "$src" ]; then
    cp -r "$src" "$name"
  else
    case $name in
      *.zip) unzip -q "$src" ;;
      *) tar xf "$src" ;;
    esac
  fi
  chmod -R u+w .
  roots=(*)
  if [ "${#roots[@]}" != 1 ]; then
    echo "the source of $name has several folders: ${roots[*]}" >&2
    exit 1
  fi
  sourceRoot=${roots[0]}
  eval "$postUnpack"
  cd "$sourceRoot"
  "$python/bin/$executable" "$pip/pip" wheel --quiet --no-build-isolation --no-deps --wheel-dir "$OLDPWD/../dist" .
  cd "$OLDPWD/.."
  if [ -n "$runtimeDeps" ]; then
    "$python/bin/$executable" "$runtimeDeps" "$pip" dist/*.whl
  fi
fi
requirement=$(echo "$PWD"/dist/*.whl)
