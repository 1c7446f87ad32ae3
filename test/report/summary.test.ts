import { describe, expect, test } from "vitest";
import { formatDiagnostic, formatSummary, PLAIN } from "../../src/report/summary.ts";
import { indexOf, plan, projectOf, requirement } from "../support/projects.ts";

const index = indexOf({ flask: "3.1.2", six: "1.17.0" }, { backports: [["argparse", "argparse"]] });

describe("the summary", () => {
  test("counts, lists what is not from nixpkgs with the reasons, then warnings and notes", () => {
    const project = projectOf(["flask>=3", "six<1", "hashids", "argparse"], {
      diagnostics: [
        { severity: "note", message: "a note" },
        { severity: "warning", message: "a warning", origin: { file: "x.txt", line: 2, column: 3 } },
      ],
    });
    expect(formatSummary(plan(project, index), PLAIN)).toMatchInlineSnapshot(`
      "Python 3.13.7 (nixpkgs' default)
      1 of 3 dependencies from nixpkgs, 2 from pip:
        hashids  nixpkgs has no such package
        six      nixpkgs has 1.17.0 and <1 is required
      1 not needed here:
        argparse  Python has it in its standard library: argparse
      warning: x.txt:2:3: a warning
      note: a note
      "
    `);
  });
  test("of nothing", () => {
    expect(formatSummary(plan(projectOf([]), index), PLAIN)).toMatchInlineSnapshot(`
      "Python 3.13.7 (nixpkgs' default)
      0 of 0 dependencies from nixpkgs, 0 from pip
      "
    `);
  });
  test("a package on two ways counts once in each", () => {
    const project = projectOf(["flask; sys_platform == 'darwin'", "flask<3; sys_platform != 'darwin'"]);
    expect(formatSummary(plan(project, index), PLAIN)).toMatchInlineSnapshot(`
      "Python 3.13.7 (nixpkgs' default)
      1 of 1 dependencies from nixpkgs, 1 from pip:
        flask  nixpkgs has 3.1.2 and <3 is required
      "
    `);
  });
  test("moves no cursor and shows no credentials", () => {
    const source = { kind: "url", url: "https://example.org/\x1b[2Jx.zip" } as const;
    const shown = formatSummary(plan(projectOf([requirement("x", { source })]), index), PLAIN);
    expect(shown).not.toContain("\x1b");
    expect(
      formatDiagnostic({ severity: "warning", message: "https://u:s3cr3t@example.org is odd" }, PLAIN),
    ).not.toContain("s3cr3t");
  });
  test("is marked where it can be", () => {
    const marked = formatSummary(plan(projectOf(["hashids"]), index), {
      bold: (text) => `<b>${text}</b>`,
      dim: (text) => `<i>${text}</i>`,
      warning: (text) => `<w>${text}</w>`,
    });
    expect(marked).toContain("<b>1</b> from pip");
    expect(marked).toContain("<i>nixpkgs has no such package</i>");
  });
});
