# Build a package of the set: the real project, of the version that nixpkgs has, from where this machine's pip gets its own.

# Or of what the build phase has made a wheel of: then nothing is fetched.
# pip builds from source where a release has no wheel.
PATH=$PATH:/usr/local/bin:/usr/bin:/bin
unset SSL_CERT_FILE NIX_SSL_CERT_FILE SOURCE_DATE_EPOCH PYTHONPATH
export HOME=$PWD PIP_CACHE_DIR=$PWD/cache PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

target=$out/$sitePackages
mkdir -p "$target"

if [ -n "$requirement" ]; then
  if ! "$python/bin/$executable" "$pip/pip" install --quiet --no-deps --no-compile --target "$target" "$requirement"; then
    echo "the stub nixpkgs cannot give $name: pip does not install $requirement" >&2
    exit 1
  fi
  rm -rf "$target"/__pycache__
  if [ -d "$target/bin" ]; then mv "$target/bin" "$out/bin"; fi

  # A script finds its modules by itself, wherever it is started from (python/wrap.sh in nixpkgs).
  dirs=
  for dir in "$out" $modules; do dirs+="'$dir/$sitePackages', "; done
  for script in "$out"/bin/*; do
    if IFS= read -r first <"$script" 2>/dev/null && [[ $first == '#!'*python* ]]; then
      sed -i -e "1s|.*|#!$python/bin/$executable|" \
        -e "1a import site, functools; functools.reduce(lambda known, path: site.addsitedir(path, known), [$dirs], site._init_pathinfo())" \
        "$script"
    fi
  done

  # Nix sets every time stamp to 1, so they cannot tell whether bytecode is current. Packages' own tests are the larger part,
  # and nobody runs them.
  "$python/bin/$executable" -I -m compileall -q -j 0 -x /tests/ --invalidation-mode unchecked-hash "$target" || true
fi
