# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   highlight-text: nixpkgs has no such package
{
  pkgs ? import <nixpkgs> { },
}:

let
  python = pkgs.python313.withPackages (
    ps:
    [
      ps.hypothesis
      ps.ipykernel
      ps.jupyterlab
      ps.matplotlib
      ps.numpy
      ps.pandas
      ps.pytest
      ps.ruff
      ps.scipy
      ps.seaborn
      ps.statsmodels
    ]
    ++ (ps.pandas.optional-dependencies.plot or [ ])
  );
in
python.env.overrideAttrs (old: {
  nativeBuildInputs = old.nativeBuildInputs ++ [ pkgs.nbstripout ];

  # The programs' own packages stay out of PYTHONPATH.
  dontAddPythonPath = true;
})
