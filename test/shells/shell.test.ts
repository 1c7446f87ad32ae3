import { describe, expect, test } from "vitest";
import { convertTexts, nixOf, withoutHeader } from "../support/conversion.ts";

/** The text of one binding of the file's `let`. */
function binding(nix: string, name: string): string {
  return new RegExp(`^  ${name} =[\\s\\S]*?^(?=  \\S|in$|$)`, "m").exec(nix)?.[0].trim() ?? "";
}

describe("a project that nixpkgs has whole", () => {
  test("needs no virtual environment", () => {
    expect(nixOf("flask\nnumpy")).toMatchInlineSnapshot(`
      "{
        pkgs ? import <nixpkgs> { },
      }:

      pkgs.mkShell {
        packages = [
          (pkgs.python313.withPackages (ps: [
            ps.flask
            ps.numpy
          ]))
        ];
      }
      "
    `);
  });
  test("and a program beside it keeps the program's packages out of PYTHONPATH", () => {
    expect(nixOf("flask\npre-commit")).toMatchInlineSnapshot(`
      "{
        pkgs ? import <nixpkgs> { },
      }:

      pkgs.mkShell {
        packages = [
          (pkgs.python313.withPackages (ps: [ ps.flask ]))
          pkgs.pre-commit
        ];

        # The programs' own packages stay out of PYTHONPATH.
        dontAddPythonPath = true;
      }
      "
    `);
  });
  test("under platform conditions", () => {
    expect(nixOf("flask; sys_platform == 'darwin'\nsix")).toMatchInlineSnapshot(`
      "{
        pkgs ? import <nixpkgs> { },
      }:

      let
        inherit (pkgs) lib stdenv;
      in
      pkgs.mkShell {
        packages = [
          (
            pkgs.python313.withPackages (
              ps: [ ps.six ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ ps.flask ]
            )
          )
        ];
      }
      "
    `);
  });
  test("of nothing is the interpreter alone", () => {
    expect(nixOf("# nothing")).toMatchInlineSnapshot(`
      "{
        pkgs ? import <nixpkgs> { },
      }:

      pkgs.mkShell { packages = [ pkgs.python313 ]; }
      "
    `);
  });
});

describe("names that are bound are used", () => {
  test.each([
    "flask",
    "hashids",
    "flask\nhashids",
    "flask; sys_platform == 'darwin'",
    "-e ./lib",
    "a @ git+https://example.org/a.git",
    "-i https://example.org/simple\na @ https://example.org/a.zip\nhashids",
    "flask\nhashids --hash=sha256:aa\n-c c.txt",
    "gmsh<1",
  ])("%j", (requirements) => {
    const { text } = convertTexts({ "requirements.txt": requirements, "c.txt": "six<2", "lib/setup.py": "" });
    const nix = withoutHeader(text);
    const bound = [...nix.matchAll(/^ {2}([A-Za-z]+) =/gm)].map(([, name]) => name ?? "");
    const inherited = (/inherit \(pkgs\) (.*);/.exec(nix)?.[1] ?? "").split(" ").filter((name) => name !== "");
    const body = nix.slice(nix.indexOf("\nin\n"));
    expect(new Set(bound).size).toBe(bound.length);
    for (const name of inherited)
      expect(nix.match(new RegExp(`(?<![\\w.])${name}\\.`, "g"))?.length ?? 0).toBeGreaterThan(0);
    if (!nix.includes("\nin\n")) return;
    for (const name of bound.filter((name) => !body.includes(`\n  ${name} =`)))
      expect([name, nix.match(new RegExp(`(?<![\\w.-])${name}(?![\\w-])`, "g"))?.length ?? 0]).not.toEqual([name, 1]);
  });
});

describe("what pip brings", () => {
  test("is in a requirements file, each with the reason above it", () => {
    expect(binding(nixOf("hashids==1.3.1\nflask<1"), "requirements")).toMatchInlineSnapshot(`
      "requirements = pkgs.writeText "requirements.txt" (
          lib.concatLines [
            # flask: nixpkgs has 3.1.2 and <1 is required
            "flask<1"
            # hashids: nixpkgs has no such package
            "hashids==1.3.1"
          ]"
    `);
  });
  test("from a place of its own is installed from there", () => {
    expect(nixOf("a @ https://example.org/a.zip")).toContain('"a @ https://example.org/a.zip"');
    expect(nixOf("-e git+https://example.org/a.git@v1#egg=a")).toContain("git+https://example.org/a.git@v1");
  });
  test("by a version control system brings that, and certificates", () => {
    const nix = nixOf("a @ git+https://example.org/a.git\nb @ hg+https://example.org/b\nc @ svn+https://example.org/c");
    for (const program of ["pkgs.git", "pkgs.mercurial", "pkgs.subversion", "pkgs.cacert"])
      expect(nix).toContain(program);
    expect(nixOf("hashids")).not.toContain("pkgs.git");
  });
  test("with libraries and programs that its wheel needs", () => {
    expect(nixOf("gmsh<1")).toContain("pkgs.xorg.libXcursor");
    expect(nixOf("hashids")).not.toContain("libXcursor");
  });
  test("from a local project by its path as seen from the Nix file", () => {
    const local = (output: string, line = "-e ./lib") =>
      convertTexts({ "requirements.txt": line, "lib/setup.py": "", "my lib/setup.py": "" }, { output }).text;
    expect(local("shell.nix")).toContain("toString ./lib");
    expect(local("nix/shell.nix")).toContain("toString ../lib");
    expect(local("lib/shell.nix")).toContain("toString ./.");
    expect(local("shell.nix", '-e "./my lib"')).toContain("${toString ./.}/my lib");
  });
  test("under a condition, where a marker says so", () => {
    expect(nixOf("hashids; sys_platform == 'darwin'")).toContain("lib.optionals stdenv.hostPlatform.isDarwin [");
  });
});

describe("a text of a manifest is never code", () => {
  test.each([
    "foo @ https://example.org/${builtins.readFile}/x.zip",
    "foo @ https://example.org/''${x}.zip",
    'foo @ https://example.org/"x.zip',
    "hashids; platform_release > '${x}'",
    "hashids --config-settings \"a=${x} $(touch y) 'b'\"",
    "-i https://example.org/${x}\nhashids",
    '-f "./a \' b ${x}"\nhashids',
    "hashids===1.0${x}",
  ])("%s", (requirements) => {
    const nix = nixOf(requirements).replace(/^\s*#.*$/gm, "");
    // What is interpolated is this program's own: names, calls of lib and paths.
    const interpolated = [...nix.matchAll(/(?<!\\|'')\$\{([^}]*)/g)].map(([, inside]) => inside ?? "");
    const own =
      /^(?:python|venvPython|base|lib|toString|syncVenv|constraints|requirements|projectConstraints|directRequirements|pipOptions)\b/;
    expect(interpolated.filter((inside) => !own.test(inside))).toEqual([]);
  });
});
