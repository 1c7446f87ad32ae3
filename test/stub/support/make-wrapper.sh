# makeWrapper PROGRAM WRAPPER [OPTIONS]: nixpkgs' pkgs/build-support/setup-hooks/make-wrapper.sh and
# make-binary-wrapper/make-binary-wrapper.sh, whose result is a compiled program; here both write bash.
# Neither option about argv[0]: the program gets its own path, not the wrapper's.
makeWrapper() {
  local program=$1 wrapper=$2 argv0= body= flags= cd=
  shift 2
  if [ ! -x "$program" ]; then
    echo "makeWrapper: $program is not an executable file" >&2
    exit 1
  fi
  argv0=$(printf '%q' "$program")
  while [ $# -gt 0 ]; do
    case $1 in
      --set) body+="export $2=$(printf '%q' "$3")"$'\n' && shift 3 ;;
      --set-default) body+="export $2=\${$2-$(printf '%q' "$3")}"$'\n' && shift 3 ;;
      --unset) body+="unset $2"$'\n' && shift 2 ;;
      # Moved to the front (or the end) when it is there already.
      --prefix | --suffix)
        body+="export $2=\"\$(_wrap ${1#--} \"\${$2-}\" $(printf '%q %q' "$3" "$4"))\""$'\n'
        shift 4
        ;;
      --chdir) cd="cd $(printf '%q' "$2")"$'\n' && shift 2 ;;
      --add-flag) flags+=" $(printf '%q' "$2")" && shift 2 ;;
      --add-flags) flags+=" $2" && shift 2 ;;
      --argv0) argv0=$(printf '%q' "$2") && shift 2 ;;
      --inherit-argv0) argv0='"$0"' && shift ;;
      # Looks a bare name up on PATH. A script's $0 has its path already.
      --resolve-argv0) shift ;;
      *)
        echo "makeWrapper: unknown option $1" >&2
        exit 1
        ;;
    esac
  done
  mkdir -p "$(dirname "$wrapper")"
  {
    echo '#!/bin/bash'
    if [[ $body == *'$(_wrap '* ]]; then
      cat <<'EOF'
_wrap() {
  local place=$1 old=$3$2$3 sep=$3 new=$4
  old=${old//"$sep$new$sep"/"$sep"}
  old=${old#"$sep"} old=${old%"$sep"}
  if [ -z "$old" ]; then
    echo "$new"
  elif [ "$place" = prefix ]; then
    echo "$new$sep$old"
  else
    echo "$old$sep$new"
  fi
}
EOF
    fi
    printf '%s' "$body$cd"
    printf 'exec -a %s %q%s "$@"\n' "$argv0" "$program" "$flags"
  } >"$wrapper"
  chmod +x "$wrapper"
}

makeShellWrapper() { makeWrapper "$@"; }
makeBinaryWrapper() { makeWrapper "$@"; }

# wrapProgram PROGRAM [OPTIONS]: in place.
wrapProgram() {
  local program=$1
  local hidden=${program%/*}/.${program##*/}-wrapped
  shift
  mv "$program" "$hidden"
  makeWrapper "$hidden" "$program" --inherit-argv0 "$@"
}
