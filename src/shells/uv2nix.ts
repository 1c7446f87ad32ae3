// The style `uv2nix`: the project's uv.lock given to uv2nix, as its template `hello-world` has it.

import { attributes, bind, select, text } from "../nix/expression.ts";
import { fillTemplate } from "../nix/template.ts";
import { normalizeName } from "../pep/pep503.ts";
import { MAIN_GROUP } from "../project.ts";
import type { Style } from "./style.ts";
import { flakeParts, folderOf, names } from "./tools.ts";

export const uv2nix: Style = {
  name: "uv2nix",
  summary: "a flake.nix that builds the packages of uv.lock by uv2nix",
  fileName: "flake.nix",
  direnv: "use flake",
  provision: { nixpkgs: "in nixpkgs", others: "not; uv2nix builds them all from uv.lock", own: "is left to uv2nix" },
  render: (plan, options) => {
    const root = folderOf(options, "uv2nix", "uv.lock", "Make one with uv lock.");
    const { groups, extras, project } = options.source;
    const chosen = [...groups.filter((group) => group !== MAIN_GROUP), ...extras].sort();
    const name = normalizeName(project.name ?? "");
    return {
      file: fillTemplate([...options.header, ...UV2NIX_STATE], UV2NIX, {
        ...flakeParts(plan, options, select("environment")),
        root,
        name: text(`${name || "python"}-env`),
        dependencies: name === "" ? select("workspace.deps.default") : attributes(bind(name, names(chosen))),
      }),
    };
  },
};

const UV2NIX_STATE = [
  "",
  "uv2nix is maintained (as of August 2026). It builds every package from uv.lock and takes none of nixpkgs'; where a",
  "package is built from source, its libraries are to be added: https://pyproject-nix.github.io/uv2nix/overriding/",
];

const UV2NIX = `
{
  description = @description@;

  inputs = {
    nixpkgs.url = @nixpkgs@;

    pyproject-nix = {
      url = "github:pyproject-nix/pyproject.nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };

    uv2nix = {
      url = "github:pyproject-nix/uv2nix";
      inputs.pyproject-nix.follows = "pyproject-nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };

    pyproject-build-systems = {
      url = "github:pyproject-nix/build-system-pkgs";
      inputs.pyproject-nix.follows = "pyproject-nix";
      inputs.uv2nix.follows = "uv2nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    {
      nixpkgs,
      pyproject-nix,
      uv2nix,
      pyproject-build-systems,
      ...
    }:
    let
      inherit (nixpkgs) lib;
      forAllSystems = lib.genAttrs lib.systems.flakeExposed;

      workspace = uv2nix.lib.workspace.loadWorkspace { workspaceRoot = @root@; };
      overlay = workspace.mkPyprojectOverlay { sourcePreference = "wheel"; };
      # The project itself is imported from where it is worked on.
      editableOverlay = workspace.mkEditablePyprojectOverlay { root = "$REPO_ROOT"; };
    in
    {
      devShells = forAllSystems (
        system:
        let
          pkgs = nixpkgs.legacyPackages.\${system};
          python = @python@;
          packages = pkgs.callPackage pyproject-nix.build.packages { inherit python; };
          pythonSet = packages.overrideScope (
            lib.composeManyExtensions [
              pyproject-build-systems.overlays.wheel
              overlay
              editableOverlay
            ]
          );
          environment = pythonSet.mkVirtualEnv @name@ @dependencies@;
        in
        {
          default = pkgs.mkShell {
            packages = @packages@;
            env = {
              UV_NO_SYNC = "1";
              UV_PYTHON = pythonSet.python.interpreter;
              UV_PYTHON_DOWNLOADS = "never";
            };
            shellHook = ''
              unset PYTHONPATH
              export REPO_ROOT=$(git rev-parse --show-toplevel)
            '';
          };
        }
      );
    };
}
`;
