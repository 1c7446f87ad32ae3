import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { parseMap, readOptions, type SettingsOptions } from "../../src/settings/options.ts";
import { EMPTY_SETTINGS } from "../../src/settings/settings.ts";
import { messageOf } from "../support/errors.ts";

const made = <T>(value: T) => ({ value, origin: null });
const unsaid = { origin: null, from: null, attribute: null, match: null, libraries: [], reason: null };

describe("options", () => {
  test("make the settings that a file makes", () => {
    expect(
      readOptions({
        python: "python312",
        match: ["exact", "numpy=any", "compatible"],
        style: "shell",
        pin: false,
        output: "../shell.nix",
        group: ["Dev", "dev"],
        noGroup: ["docs"],
        extra: ["Socks"],
        allGroups: false,
        allExtras: true,
        lock: "none",
        project: false,
        installer: "uv",
        with: ["git", "pkgs.git", "xorg.libX11"],
        library: ["zlib"],
        allowUnfree: true,
        map: ["OpenCV_Python=opencv4", "poetry=pkgs.poetry"],
        fromPip: ["scipy", "scipy"],
        fromNixpkgs: ["numpy"],
      }),
    ).toEqual({
      python: made("python312"),
      match: made("compatible"),
      style: made("shell"),
      pin: made(false),
      output: made("../shell.nix"),
      groups: [made("dev")],
      noGroups: [made("docs")],
      extras: [made("socks")],
      allGroups: made(false),
      allExtras: made(true),
      lock: made("none"),
      project: made(false),
      installer: made("uv"),
      with: [made(["git"]), made(["xorg", "libX11"])],
      libraries: [made(["zlib"])],
      allowUnfree: made(true),
      packages: [
        { ...unsaid, name: "numpy", key: "numpy", match: made("any"), from: made("nixpkgs") },
        {
          ...unsaid,
          name: "OpenCV_Python",
          key: "opencv-python",
          attribute: made({ kind: "python", path: ["opencv4"] }),
        },
        { ...unsaid, name: "poetry", key: "poetry", attribute: made({ kind: "program", path: ["poetry"] }) },
        { ...unsaid, name: "scipy", key: "scipy", from: made("pip") },
      ],
    });
  });

  test("that are not given set nothing", () => {
    expect(readOptions({})).toEqual(EMPTY_SETTINGS);
    expect(readOptions({ group: [], python: undefined, style: null, map: null, installer: null })).toEqual(
      EMPTY_SETTINGS,
    );
  });

  test.each<[SettingsOptions, string]>([
    [{ map: ["numpy"] }, '--map takes NAME=ATTRIBUTE, such as opencv-python=opencv4, not "numpy"'],
    [{ map: ["=numpy"] }, '--map takes NAME=ATTRIBUTE, such as opencv-python=opencv4, not "=numpy"'],
    [{ map: ["numpy="] }, '--map takes NAME=ATTRIBUTE, such as opencv-python=opencv4, not "numpy="'],
    [{ map: ["a b=numpy"] }, '--map: "a b" is no valid name: letters, digits, `.`, `_` and `-`'],
    [{ map: ["numpy==1"] }, '--map "=1": this is no attribute path'],
    [{ map: ["numpy=2to3"] }, '--map "2to3": `2to3` is no identifier of Nix: write it in quotes, `"2to3"`'],
    [{ map: ["numpy=a;b"] }, '--map "a;b": expected a dot or the end of the attribute path'],
    [{ map: ["numpy=a", "NumPy=b"] }, "--map NumPy: numpy is mapped to an attribute twice"],
    [
      { map: ["numpy=a"], fromPip: ["numpy"] },
      "--from-pip numpy: numpy is to come from pip, so no attribute stands for it",
    ],
    [
      { fromPip: ["numpy"], fromNixpkgs: ["NUMPY"] },
      "--from-nixpkgs NUMPY: numpy is to come from pip and from nixpkgs",
    ],
    [
      { match: ["numpy=any"], fromPip: ["numpy"] },
      "--from-pip numpy: numpy is to come from pip, so no version of nixpkgs has to match",
    ],
    [{ match: ["numpy=any", "numpy=exact"] }, "--match numpy: what has to match for numpy is set twice"],
    [{ match: ["exat"] }, '--match takes compatible, exact or any, not "exat"\n  Did you mean exact?'],
    [{ match: ["numpy="] }, '--match takes MODE or NAME=MODE, not "numpy="'],
    [{ match: ["numpy=all"] }, '--match takes compatible, exact or any, not "all"'],
    [{ installer: "pipp" }, '--installer takes pip or uv, not "pipp"\n  Did you mean pip?'],
    [{ fromPip: ["numpy>=2"] }, '--from-pip: "numpy>=2" is no valid name: letters, digits, `.`, `_` and `-`'],
    [{ fromNixpkgs: [""] }, '--from-nixpkgs: "" is no valid name: letters, digits, `.`, `_` and `-`'],
    [{ with: ["git", "${x}"] }, '--with "${x}": this is no attribute path'],
    [{ library: ["pkgs"] }, '--library "pkgs": `pkgs` is all of nixpkgs: name an attribute of it'],
    [{ group: ["-x"] }, '--group: "-x" is no valid name: letters, digits, `.`, `_` and `-`'],
    [{ extra: ["a b"] }, '--extra: "a b" is no valid name: letters, digits, `.`, `_` and `-`'],
    [{ group: ["Docs"], noGroup: ["docs"] }, "--group and --no-group both name docs"],
  ])("%j are refused", (options, message) => {
    expect(messageOf(() => readOptions(options))).toBe(message);
  });

  test("an attribute may have `=` in quotes", () => {
    expect(parseMap('a="b=c"')).toEqual({ name: "a", attribute: { kind: "python", path: ["b=c"] } });
  });

  test("of any text throw nothing but an InputError", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ unit: fc.constantFrom("a", "=", ".", '"', "$", "{", "-"), maxLength: 8 }),
      fc.constantFrom("numpy", "numpy=git", "numpy=any", "exact", "uv"),
    );
    const texts = fc.array(text, { maxLength: 2 });
    const options = fc.record(
      {
        match: texts,
        group: texts,
        noGroup: texts,
        extra: texts,
        installer: text,
        with: texts,
        library: texts,
        map: texts,
        fromPip: texts,
        fromNixpkgs: texts,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(options, (given) => {
        try {
          readOptions(given);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
