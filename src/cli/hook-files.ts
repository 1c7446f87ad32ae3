// Which files a hook has to look at: all that a generated file can be made from, and the Nix files themselves.

/** A regular expression of Python's `re`, as pre-commit searches it in a path with slashes. */
export const HOOK_FILES = `(^|/)(${[
  "pyproject\\.toml",
  "py2nix\\.toml",
  "Pipfile(\\.lock)?",
  "setup\\.(cfg|py)",
  "(poetry|uv|pdm|flake|pylock)(\\.[^/]+)?\\.(lock|toml)",
  "(npins/)?sources\\.json",
  "environment[^/]*\\.ya?ml",
  "[^/]*requirements[^/]*\\.(txt|in)",
  "requirements/.*\\.(txt|in)",
  "constraints[^/]*\\.txt",
  "\\.python-versions?",
  "\\.?mise\\.toml",
  "\\.tool-versions",
  "runtime\\.txt",
  "\\.envrc",
  "devenv\\.yaml",
  "[^/]*\\.nix",
].join("|")})$`;
