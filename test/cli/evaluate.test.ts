import { expect, test } from "vitest";
import { packageRows } from "../../src/cli/evaluate.ts";

const rows = (answers: Parameters<typeof packageRows>[0]) =>
  packageRows(answers).map(({ attribute, pname, version, flags, needs, extras }) => [
    attribute,
    pname,
    version,
    flags,
    needs,
    extras,
  ]);

test("what a package needs is told by its attribute: of the same name, else of the same pname", () => {
  const needs = ["python3.13-Click", "opencv", "typing.extensions", "elsewhere"];
  expect(
    rows([
      [["app"], { pname: "python3.13-app", version: "1", needs, extras: [{ extra: "x", needs: ["click", "click"] }] }],
      [["click"], { pname: "other", version: "8", needs: [], extras: [] }],
      [["opencv4"], { pname: "opencv", version: "4", needs: null }],
      [["typing_extensions"], { pname: "typing-extensions", version: "4" }],
      [["nested", "click"], { pname: "Click", version: "9", needs: [] }],
    ]),
  ).toEqual([
    ["app", "app", "1", [], ["click", "opencv4", "typing_extensions", "elsewhere"], { x: ["click"] }],
    ["click", "other", "8", [], [], {}],
    ["opencv4", "opencv", "4", [], null, {}],
    ["typing_extensions", "typing-extensions", "4", [], null, {}],
    ["nested.click", "Click", "9", [], [], {}],
  ]);
});

test("what is of another form than it should be is left out", () => {
  expect(
    rows([
      [["a.b"], { version: "1" }],
      [["line\nend"], { version: "1" }],
      [["tabbed"], { version: "1\t2" }],
      [
        ["odd"],
        {
          pname: 5,
          version: null,
          flags: ["broken", "evil"],
          needs: ["a b", 7, ""],
          extras: [{ extra: "x\ny" }, 5, { extra: "z", needs: "w" }],
        },
      ],
    ] as never),
  ).toEqual([["odd", "", "", ["broken"], [], { z: [] }]]);
});
