# nixpkgs' pkgs/by-name/au/auto-patchelf, as far as it can fail: every library that a file of the package needs is in the package
# itself, in a build input or in the C library. The machine's loader finds them without a run path.

autoPatchelfPostFixup() {
  local file needed dir package missing=
  local -a places=("$out")
  for package in ${buildInputs:-} ${propagatedBuildInputs:-}; do
    if [ -d "$package/lib" ]; then places+=("$package/lib"); fi
  done
  while IFS= read -r file; do
    for needed in $(objdump -p "$file" 2>/dev/null | awk '$1 == "NEEDED" { print $2 }'); do
      case $needed in
        libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libutil.so.* | ld-linux*) continue ;;
      esac
      if [ -z "$(find -L "${places[@]}" -name "$needed" -print -quit 2>/dev/null)" ]; then
        echo "error: auto-patchelf could not satisfy dependency $needed wanted by $file" >&2
        missing=1
      fi
    done
  done < <(find "$out" -type f \( -name "*.so" -o -name "*.so.*" -o -perm -u+x \))
  if [ -n "$missing" ]; then
    echo "auto-patchelf failed to find all the required dependencies." >&2
    return 1
  fi
}

postFixupHooks+=(autoPatchelfPostFixup)
