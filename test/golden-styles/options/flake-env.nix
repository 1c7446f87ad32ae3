# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   flask_htmx: nixpkgs has no such package
#   hashids: nixpkgs has no such package
#   humanize: nixpkgs has 4.12.3 and ==4.9.0 is required
{
  description = "Development environment";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];

      shellFor =
        pkgs:
        (pkgs.python313.withPackages (
          ps:
          [
            ps.flask
            ps.flask-sqlalchemy
            ps.flask-wtf
            ps.gunicorn
            ps.python-dotenv
            ps.qrcode
            ps.sqlalchemy
          ]
          ++ (ps.qrcode.optional-dependencies.pil or [ ])
        )).env;
    in
    {
      devShells = nixpkgs.lib.genAttrs systems (system: {
        default = shellFor nixpkgs.legacyPackages.${system};
      });
    };
}
