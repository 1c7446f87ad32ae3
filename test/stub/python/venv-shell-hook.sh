# nixpkgs' pkgs/development/interpreters/python/hooks/venv-shell-hook.sh: only where nobody gave a shellHook, a virtual environment of
# the bare interpreter, made once and never looked at again.

venvShellHook() {
  runHook preShellHook
  if [ -d "$venvDir" ]; then
    echo "Skipping venv creation, '$venvDir' already exists"
    source "$venvDir/bin/activate"
  else
    echo "Creating new venv environment in path: '$venvDir'"
    @pythonInterpreter@ -m venv "$venvDir"
    source "$venvDir/bin/activate"
    runHook postVenvCreation
  fi
  runHook postShellHook
}

if [ -z "${dontUseVenvShellHook:-}" ] && [ -z "${shellHook-}" ]; then
  if [ -z "${venvDir-}" ]; then
    echo "Error: \`venvDir\` should be set when using \`venvShellHook\`." >&2
    exit 1
  fi
  shellHook=venvShellHook
fi
