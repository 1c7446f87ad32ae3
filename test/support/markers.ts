// Random markers, and the environments that they are tried in.

import fc from "fast-check";
import type { Marker, MarkerEnvironment, MarkerOperator, MarkerVariable } from "../../src/pep/pep508.ts";
import { markerEnvironment, PLATFORMS } from "../../src/platforms.ts";

export const INTERPRETERS = ["3.9.25", "3.10.19", "3.11.14", "3.12.12", "3.13.9", "3.14.0", "3.15.0a1"];

const WINDOWS = {
  os_name: "nt",
  sys_platform: "win32",
  platform_system: "Windows",
  platform_machine: "AMD64",
} as const;

/** Every interpreter on every system of nixpkgs and on Windows, with and without an extra. */
export const worlds: readonly MarkerEnvironment[] = INTERPRETERS.flatMap((version) => {
  const identity = { version, implementation: "cpython" as const };
  const systems = PLATFORMS.map((platform) => markerEnvironment(identity, platform));
  const windows = { ...markerEnvironment(identity, PLATFORMS[0]!), ...WINDOWS };
  return [...systems, windows].flatMap((environment) => [environment, { ...environment, extra: "fast" }]);
});

const VALUES: Readonly<Partial<Record<MarkerVariable, readonly string[]>>> = {
  python_version: ["3.8", "3.9", "3.11", "3.13", "3.14", "3.*"],
  python_full_version: ["3.9.0", "3.11", "3.12.4", "3.13.9", "3.15.0a1", "4"],
  implementation_version: ["3.9", "3.13.9"],
  os_name: ["posix", "nt", "java"],
  sys_platform: ["linux", "darwin", "win32", "cygwin", "freebsd14", "linux2"],
  platform_system: ["Linux", "Darwin", "Windows", "FreeBSD"],
  platform_machine: ["x86_64", "aarch64", "arm64", "AMD64", "i686", "riscv64", "ppc64le"],
  platform_python_implementation: ["CPython", "PyPy"],
  implementation_name: ["cpython", "pypy"],
  extra: ["fast", "slow"],
};
const VERSIONS: ReadonlySet<string> = new Set(["python_version", "python_full_version", "implementation_version"]);

function comparison(): fc.Arbitrary<Marker> {
  return fc.constantFrom(...(Object.keys(VALUES) as MarkerVariable[])).chain((name) => {
    const operators: MarkerOperator[] = VERSIONS.has(name)
      ? ["<", "<=", "==", "!=", ">=", ">", "~=", "in", "not in"]
      : ["==", "!=", "==", "!=", "in", "not in"];
    return fc
      .tuple(
        fc.constantFrom(...operators),
        fc.constantFrom(...(VALUES[name] ?? [])),
        fc.constantFrom("", " linux darwin 3.9"),
        fc.boolean(),
      )
      .map(([operator, value, more, reversed]): Marker => {
        const isSafe = !VERSIONS.has(name) || !value.includes("*") || operator === "==" || operator === "!=";
        const chosen = isSafe && !(operator === "~=" && !value.includes(".")) ? operator : "!=";
        const literal = chosen.endsWith("in") ? value + more : value;
        const variable = { kind: "variable", name } as const;
        const text = { kind: "value", value: literal } as const;
        // A reversed version comparison takes the variable for the specifier: only what is defined is tried.
        return reversed && chosen !== "~="
          ? { kind: "compare", left: text, operator: chosen, right: variable }
          : { kind: "compare", left: variable, operator: chosen, right: text };
      });
  });
}

/** Markers up to three levels deep, comparisons repeating often. */
export function markers(): fc.Arbitrary<Marker> {
  return fc.letrec<{ marker: Marker; leaf: Marker; inner: Marker }>((tie) => ({
    leaf: comparison(),
    inner: fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("marker"), { minLength: 2, maxLength: 4 }))
      .map(([kind, operands]) => ({ kind, operands })),
    marker: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie("leaf"), tie("inner")),
  })).inner;
}
