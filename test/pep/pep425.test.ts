import { describe, expect, test } from "vitest";
import { isInstallableOnNix, isPureWheel, wheelTags } from "../../src/pep/pep425.ts";

describe("the tags of a wheel", () => {
  test("are the last three parts of its name, each a set written with dots", () => {
    expect(wheelTags("six-1.16.0-py2.py3-none-any.whl")).toEqual({
      python: ["py2", "py3"],
      abi: ["none"],
      platform: ["any"],
    });
  });
  test("stand behind a build number, if there is one", () => {
    expect(wheelTags("x-1.0-2local-CP313-cp313-linux_x86_64.whl")?.python).toEqual(["cp313"]);
  });
  test.each(["x-1.0.tar.gz", "x-1.0-py3-none.whl", "x.whl"])("%s has none", (name) => {
    expect(wheelTags(name)).toBeNull();
  });
});

describe("a file that CPython 3.13 can install on a system of nixpkgs", () => {
  test.each([
    "x-1.tar.gz",
    "x-1.zip",
    "x-1-py3-none-any.whl",
    "x-1-py2.py3-none-any.whl",
    "x-1-py310-none-any.whl",
    "x-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "x-1-cp313-cp313-macosx_11_0_arm64.whl",
    "x-1-cp39-abi3-manylinux_2_28_aarch64.whl",
    "x-1-cp313-none-manylinux_2_28_aarch64.whl",
  ])("%s", (name) => {
    expect(isInstallableOnNix(name, "3.13")).toBe(true);
  });

  test.each([
    ["of another CPython", "x-1-cp312-cp312-manylinux_2_17_x86_64.whl"],
    ["of the free-threaded CPython", "x-1-cp313-cp313t-manylinux_2_17_x86_64.whl"],
    ["of PyPy", "x-1-pp310-pypy310_pp73-manylinux_2_17_x86_64.whl"],
    ["of Python 2", "x-1-py2-none-any.whl"],
    ["for a newer stable ABI", "x-1-cp314-abi3-manylinux_2_28_x86_64.whl"],
    ["for Windows", "x-1-cp313-cp313-win_amd64.whl"],
    ["for musl", "x-1-cp313-cp313-musllinux_1_2_x86_64.whl"],
    ["an installer", "x-1.win32-py3.13.exe"],
    ["an egg", "x-1-py3.13.egg"],
  ])("not one %s", (_, name) => {
    expect(isInstallableOnNix(name, "3.13")).toBe(false);
  });
});

test("a wheel for any platform has no compiled parts", () => {
  expect(["x-1-py3-none-any.whl", "x-1-cp313-cp313-linux_x86_64.whl", "x-1.tar.gz"].map(isPureWheel)).toEqual([
    true,
    false,
    false,
  ]);
});
