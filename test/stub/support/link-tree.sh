# linkTree DIR: show DIR's files in $out by links.

_collision() {
  if [ -n "${ignoreCollisions:-}" ] || cmp -s "$1" "$2"; then return 0; fi
  echo "error: collision between \`$1' and \`$2'" >&2
  exit 1
}

# _link SOURCE TARGET: SOURCE appears as TARGET, merged with what is there already.
_link() {
  local source=$1 target=$2 first entry
  if [ ! -e "$target" ] && [ ! -L "$target" ]; then
    ln -s "$source" "$target"
  elif [ -d "$source" ] && [ -d "$target" ]; then
    if [ -L "$target" ]; then
      # A second path has this directory too: take the first one's link apart.
      first=$(readlink "$target")
      if [ "$first" = "$source" ]; then return 0; fi
      rm "$target"
      mkdir "$target"
      _linkEntries "$first" "$target"
    fi
    _linkEntries "$source" "$target"
  else
    _collision "$(readlink -f "$target")" "$source"
  fi
}

_linkEntries() {
  local entry
  for entry in "$1"/* "$1"/.[!.]*; do
    if [ ! -e "$entry" ] && [ ! -L "$entry" ]; then continue; fi
    _link "$entry" "$2/${entry##*/}"
  done
}

linkTree() {
  local entry
  mkdir -p "$out"
  for entry in "$1"/*; do
    case ${entry##*/} in
      nix-support) ;;
      *) if [[ " $pathsToLink " == *" / "* || " $pathsToLink " == *" /${entry##*/} "* ]]; then _link "$entry" "$out/${entry##*/}"; fi ;;
    esac
  done
}
