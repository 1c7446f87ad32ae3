// The split with a lock, where it took too much from pip, said what was not so, or left something out.

import { describe, expect, test } from "vitest";
import { planOf } from "../support/conversion.ts";
import { indexOf, line, lines, lockOf, plan, projectOf, reasons, requirement } from "../support/projects.ts";

describe("an extra", () => {
  // nixpkgs has no `more`, and its own `b` does without or brings it.
  const index = indexOf({ a: "1", b: "1", c: "1" });
  const b = { version: "1", extras: { x: ["more", "c>=2"] } };

  test("that only a package of nixpkgs asks for is its own affair", () => {
    const lock = lockOf({ a: { version: "1", needs: ["b[x]"] }, b, c: "2", more: "1" });
    expect(lines(projectOf(["a"], { lock }), index)).toEqual([
      "a: nixpkgs 1",
      "b: nixpkgs 1, not listed",
      "c: nixpkgs 1, not listed",
      "more: nowhere",
    ]);
  });
  test("that the project asks for is brought, and what it belongs to with it", () => {
    const lock = lockOf({ a: { version: "1", needs: ["b"] }, b, c: "2", more: "1" });
    expect(reasons(projectOf(["a", "b[x]"], { lock }), index)).toEqual({
      "a: pip a==1":
        "nixpkgs' 1 would fit, but b, which it is built against, and more, which b needs for its extra x, come from pip: nixpkgs has no such package",
      "b: pip b[x]==1":
        "nixpkgs' 1 would fit, but more, which it needs for its extra x, comes from pip: nixpkgs has no such package",
      "c: pip c==2": "nixpkgs has 1 and >=2 is required",
      "more: pip more==1": "nixpkgs has no such package",
    });
  });
  test("that a package from pip asks for is brought", () => {
    const only = { version: "1", extras: { x: ["c>=1"] } };
    const lock = lockOf({ lacking: { version: "1", needs: ["b[x]"] }, b: only, c: "2" });
    expect(lines(projectOf(["lacking"], { lock }), index)).toEqual([
      "b: nixpkgs 1",
      "c: nixpkgs 1",
      "lacking: pip lacking==1",
    ]);
  });
  test("that an extra adds in turn is brought too", () => {
    const lock = lockOf({
      a: { version: "1", extras: { all: ["b[x]"] } },
      b: { version: "1", extras: { x: ["c>=1"] } },
      c: "2",
    });
    expect(lines(projectOf(["a[all]"], { lock }), index)).toEqual(["a: nixpkgs 1", "b: nixpkgs 1", "c: nixpkgs 1"]);
  });
});

test("the reason is one that holds where the package comes from pip", () => {
  // b is refused on macOS by one line, and elsewhere by another one; a is there only elsewhere.
  const lock = lockOf({ a: { version: "1", needs: ["b; sys_platform != 'darwin'"] }, b: "1" });
  const project = projectOf(["b<2; sys_platform == 'darwin'", "b<3; sys_platform != 'darwin'", "a"], { lock });
  expect(reasons(project, indexOf({ a: "1", b: "4" }))["a: pip a==1 (!isDarwin)"]).toBe(
    "nixpkgs' 1 would fit, but b, which it is built against, comes from pip: nixpkgs has 4 and <3 is required",
  );
});

describe("a lock that is out of date", () => {
  const index = indexOf({ a: "1", b: "2" });

  test("what is decided without it takes along what was built against it", () => {
    const lock = lockOf({ a: { version: "1", needs: ["b>=1"] }, b: "2" });
    expect(reasons(projectOf(["a", "b<2"], { lock }), index)).toEqual({
      "a: pip a==1":
        "nixpkgs' 1 would fit, but b, which it is built against, comes from pip: nixpkgs has 2 and <2 is required",
      "b: pip b<2": "nixpkgs has 2 and <2 is required",
    });
  });
  test("what is decided without it is what a package from pip accepts", () => {
    const lock = lockOf({ lacking: { version: "1", needs: ["b<2"] }, b: "1" });
    expect(reasons(projectOf(["lacking", "b>=1.5"], { lock }), index)).toEqual({
      "b: pip b>=1.5": "nixpkgs has 2 and <2 is required by lacking, which comes from pip",
      "lacking: pip lacking==1": "nixpkgs has no such package",
    });
  });
  test("what it lacks on some systems is decided there, and told", () => {
    const lock = lockOf({
      a: [
        { version: "0.5", marker: "sys_platform == 'darwin'" },
        { version: "1", marker: "sys_platform != 'darwin'" },
      ],
    });
    const { decisions, diagnostics } = plan(projectOf(["a>=1"], { lock }), index);
    expect(decisions.map(line)).toEqual(["a: nixpkgs 1 (!isDarwin)", "a: nixpkgs 1 (isDarwin)"]);
    expect(diagnostics.map(({ message, origin }) => `${origin?.line}: ${message}`)).toEqual([
      "1: a is not in the lock for x86_64-darwin, aarch64-darwin: poetry.lock is out of date",
    ]);
  });
  test("on those systems all lines about it count", () => {
    const lock = lockOf({
      a: [
        { version: "0.5", marker: "sys_platform == 'darwin'" },
        { version: "1", marker: "sys_platform != 'darwin'" },
      ],
    });
    const wanted = ["a>=1", "a<0.9; sys_platform == 'darwin'"].map((text, i) =>
      requirement(text, { origin: { file: "requirements.txt", line: i + 1 } }),
    );
    expect(lines(projectOf(wanted, { lock }), index)).toEqual([
      "a: nixpkgs 1 (!isDarwin)",
      "a: pip a<0.9 and a>=1 (isDarwin)",
    ]);
  });
});

test("where a lock does not tell who needs what, nothing changes on systems where pip brings nothing", () => {
  const lock = {
    ...lockOf({ a: "1", lacking: { version: "1", marker: "sys_platform == 'darwin'" } }),
    reach: "markers" as const,
  };
  expect(lines(projectOf(["lacking; sys_platform == 'darwin'"], { lock }), indexOf({ a: "1" }))).toEqual([
    "a: nixpkgs 1, not listed (!isDarwin)",
    "a: nixpkgs 1 (isDarwin)",
    "lacking: pip lacking==1 (isDarwin)",
  ]);
});

test("a line of the manifest counts where its own marker holds, whatever the lock's edge says", () => {
  const { decisions } = planOf({
    "pyproject.toml": `[project]
name = "mine"
version = "1"
requires-python = ">=3.13"
dependencies = ["click<=8.1; sys_platform == 'win32'", "click>=8"]
`,
    "uv.lock": `version = 1
revision = 3
requires-python = ">=3.13"

[[package]]
name = "click"
version = "8.1.0"
source = { registry = "https://packages.example.org/simple" }

[[package]]
name = "mine"
version = "1"
source = { virtual = "." }
dependencies = [
    { name = "click" },
]

[package.metadata]
requires-dist = [
    { name = "click", specifier = ">=8" },
    { name = "click", marker = "sys_platform == 'win32'", specifier = "<=8.1" },
]
`,
  });
  expect(decisions.map(line)).toEqual(["click: nixpkgs 8.1.8"]);
});
