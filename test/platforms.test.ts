import { describe, expect, test } from "vitest";
import { MarkerError, parseMarker } from "../src/pep/pep508.ts";
import { ALL_PLATFORMS, NO_PLATFORM, PLATFORMS, platformsOf, platformsWhere } from "../src/platforms.ts";

const CPYTHON = { version: "3.13.7", implementation: "cpython" } as const;
const systems = (text: string, extras?: readonly string[]) => {
  const { platforms } = platformsOf(parseMarker(text), CPYTHON, extras);
  return PLATFORMS.filter((_, bit) => (platforms & (1 << bit)) !== 0).map(({ system }) => system);
};
const LINUX = PLATFORMS.filter(({ kernel }) => kernel === "isLinux").map(({ system }) => system);
const ALL = PLATFORMS.map(({ system }) => system);

test("a set is a bit for each of eleven systems", () => {
  expect(PLATFORMS).toHaveLength(11);
  expect(ALL_PLATFORMS).toBe(0b111_1111_1111);
  expect(platformsWhere(() => true)).toBe(ALL_PLATFORMS);
  expect(platformsWhere(() => false)).toBe(NO_PLATFORM);
  expect(platformsWhere(({ system }) => system === "aarch64-darwin")).toBe(1 << 9);
});

describe("where a marker holds under CPython 3.13.7", () => {
  test.each<[string, string[]]>([
    ["sys_platform == 'linux'", LINUX],
    ["platform_system == 'Linux'", LINUX],
    ["'linux' in sys_platform", LINUX],
    ["sys_platform == 'darwin'", ["x86_64-darwin", "aarch64-darwin"]],
    ["platform_system == 'FreeBSD'", ["x86_64-freebsd"]],
    ["sys_platform == 'win32'", []],
    ["sys_platform != 'win32'", ALL],
    ["os_name == 'posix'", ALL],
    ["os_name == 'nt'", []],
    ["platform_machine == 'arm64'", ["aarch64-darwin"]],
    ["platform_machine == 'aarch64'", ["aarch64-linux"]],
    ["platform_machine == 'x86_64'", ["x86_64-linux", "x86_64-darwin"]],
    ["platform_machine == 'amd64'", ["x86_64-freebsd"]],
    ["platform_machine == 'ppc64le'", ["powerpc64le-linux"]],
    ["python_version >= '3.13'", ALL],
    ["python_version < '3.13'", []],
    ["python_full_version > '3.13.6'", ALL],
    ["implementation_version == '3.13.7'", ALL],
    ["implementation_name == 'cpython' and platform_python_implementation == 'CPython'", ALL],
    ["implementation_name == 'pypy'", []],
    ["sys_platform == 'darwin' and python_version < '3.12' or sys_platform == 'linux'", LINUX],
    ["extra == 'x'", []],
    ["extra != 'x'", ALL],
  ])("%s", (text, expected) => {
    expect(systems(text)).toEqual(expected);
  });

  test("with an extra, wherever it holds without one or with it", () => {
    expect(systems("extra == 'x' and sys_platform == 'darwin'", ["x"])).toEqual(["x86_64-darwin", "aarch64-darwin"]);
    expect(systems("extra == 'a' or extra == 'b'", ["b"])).toEqual(ALL);
    expect(systems("extra == 'a'", ["b"])).toEqual([]);
  });

  test("no marker holds everywhere", () => {
    expect(platformsOf(null, CPYTHON)).toEqual({ platforms: ALL_PLATFORMS, unknown: [] });
  });

  test("what cannot be known before the shell is entered is taken as true, and told", () => {
    const { platforms, unknown } = platformsOf(
      parseMarker("platform_release >= '20' and sys_platform == 'darwin' and platform_version != ''"),
      CPYTHON,
    );
    expect(platforms).toBe(platformsWhere(({ kernel }) => kernel === "isDarwin"));
    expect(unknown.map(({ left }) => left)).toEqual([
      { kind: "variable", name: "platform_release" },
      { kind: "variable", name: "platform_version" },
    ]);
  });

  test("a comparison that is not defined is an error", () => {
    expect(() => systems("sys_platform ~= 'linux'")).toThrow(MarkerError);
  });
});
