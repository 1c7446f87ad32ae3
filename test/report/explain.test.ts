import { expect, test } from "vitest";
import { explain, formatExplanations } from "../../src/report/explain.ts";
import { PLAIN } from "../../src/report/summary.ts";
import { indexOf, lockOf, plan, projectOf, requirement } from "../support/projects.ts";

const index = indexOf({ pandas: "2.3.1", numpy: "2.3.2", "python-rapidjson": "1", flask: "3", werkzeug: "3" });
const at = (text: string, line: number) => requirement(text, { origin: { file: "pyproject.toml", line, column: 5 } });

test("each dependency with its decision, its reason and who asks for it by which path", () => {
  const project = projectOf(
    [at("pandas", 3), at("numpy<2", 4), at("flask", 5), at("dash", 6), at("rapidjson; sys_platform == 'darwin'", 7)],
    {
      lock: lockOf({
        pandas: { version: "2.2", needs: ["numpy<3"] },
        numpy: "1.26",
        flask: { version: "3", needs: ["werkzeug"] },
        werkzeug: "3",
        dash: { version: "1", needs: ["flask", "retrying"] },
        retrying: { version: "1", needs: ["six"] },
        six: "1",
        rapidjson: "2",
      }),
    },
  );
  expect(formatExplanations(explain(plan(project, index), index), PLAIN)).toMatchInlineSnapshot(`
    "dash: from pip, dash==1
      nixpkgs has no such package
      asked for by pyproject.toml:6:5

    flask: from nixpkgs, flask 3
      nixpkgs has 3
      asked for by pyproject.toml:5:5
                   pyproject.toml:6:5 → dash

    numpy: from pip, numpy==1.26
      nixpkgs has 2.3.2 and <2 is required
      asked for by pyproject.toml:4:5
                   pyproject.toml:3:5 → pandas

    pandas: from pip, pandas==2.2
      nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and <2 is required
      asked for by pyproject.toml:3:5

    rapidjson: from pip, rapidjson==2 (x86_64-darwin, aarch64-darwin)
      nixpkgs has no such package
      asked for by pyproject.toml:7:5
      near names   python-rapidjson

    retrying: from pip, retrying==1
      nixpkgs has no such package
      asked for by pyproject.toml:6:5 → dash

    six: from pip, six==1
      nixpkgs has no such package
      asked for by pyproject.toml:6:5 → dash → retrying

    werkzeug: from nixpkgs, werkzeug 3, which another package brings
      comes with flask
      asked for by pyproject.toml:5:5 → flask
    "
  `);
});

test("as data", () => {
  const [one] = explain(plan(projectOf([at("flask>=4", 3)]), index), index);
  expect(one).toEqual({
    name: "flask",
    from: "pip",
    systems: null,
    reason: "nixpkgs has 3 and >=4 is required",
    attribute: null,
    version: null,
    listed: false,
    requirements: ["flask>=4"],
    askedBy: [{ origin: { file: "pyproject.toml", line: 3, column: 5 }, through: [] }],
    near: [],
  });
});

test("nothing of a manifest reaches the terminal as control characters, and no credentials", () => {
  const source = { kind: "url", url: "https://user:secret@example.org/\u001b[31m.whl" } as const;
  const text = formatExplanations(explain(plan(projectOf([requirement("x", { source })]), index), index), PLAIN);
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("secret");
});
