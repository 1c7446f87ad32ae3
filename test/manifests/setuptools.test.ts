import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { filesIn } from "../support/conversion.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (pyproject: string, more: Record<string, string> = {}, file = "pyproject.toml") =>
  readPyproject(pyproject, file, filesFromTable({ [file]: pyproject, ...more }));
const failure = (pyproject: string, more: Record<string, string> = {}) => messageOf(() => read(pyproject, more));
const places = (project: ReturnType<typeof read>) =>
  project.requirements.map(({ origin }) => `${origin.file}:${origin.line}:${origin.column}`);

test("a project whose lists are in files", () => {
  const files = filesIn(`${fixtures}/setuptools-dynamic`);
  const project = readPyproject(new TextDecoder().decode(files.read("pyproject.toml")), "pyproject.toml", files);
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "attrs >=23.1",
      "python-dateutil >=2.8,<3",
      "tzdata * ; sys_platform == "win32"",
      "flask >=3",
      "gunicorn * ; sys_platform != "win32"",
      "pytest >=8 (extra test)",
      "pytest-cov * (extra test)",
      "sphinx >=7 (extra docs)",
      "furo * (extra docs)",
    ]
  `);
  expect(places(project)).toMatchInlineSnapshot(`
    [
      "requirements/base.txt:2:1",
      "requirements/base.txt:3:1",
      "requirements/base.txt:5:1",
      "requirements/web.txt:1:1",
      "requirements/web.txt:2:1",
      "requirements/test.txt:1:1",
      "requirements/test.txt:2:1",
      "requirements/docs.txt:1:1",
      "requirements/docs.txt:2:1",
    ]
  `);
  expect(project.selectables.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["extra test", "extra docs"]);
  expect(project.buildRequires.map(({ key }) => key)).toEqual(["setuptools", "setuptools-scm"]);
  expect(project.files).toEqual([
    "pyproject.toml",
    "requirements/base.txt",
    "requirements/web.txt",
    "requirements/test.txt",
    "requirements/docs.txt",
  ]);
  expect(project.diagnostics).toEqual([]);
});

const DYNAMIC = '[project]\nname = "own"\ndynamic = ["dependencies", "optional-dependencies", "requires-python"]\n';
const CFG = "[options]\npython_requires = >=3.9\ninstall_requires =\n  a\n[options.extras_require]\ntest = b\n";

describe("setup.cfg and setup.py beside it", () => {
  test("have what [project] leaves open", () => {
    const project = read(DYNAMIC, { "setup.cfg": CFG });
    expect(requirementsOf(project)).toEqual(["a *", "b * (extra test)"]);
    expect(places(project)).toEqual(["setup.cfg:4:3", "setup.cfg:6:8"]);
    expect(project.selectables).toEqual([{ kind: "extra", name: "test", byDefault: false }]);
    expect(project.requiresPython.map(({ text }) => text)).toEqual([">=3.9"]);
    expect(project.files).toEqual(["pyproject.toml", "setup.cfg"]);
    expect(project.diagnostics).toEqual([]);
  });

  test("and setup.py comes before setup.cfg", () => {
    const project = read(DYNAMIC, {
      "setup.cfg": CFG,
      "setup.py": 'from setuptools import setup\nsetup(install_requires=["c"])\n',
    });
    expect(requirementsOf(project)).toEqual(["c *", "b * (extra test)"]);
    expect(project.files).toEqual(["pyproject.toml", "setup.py", "setup.cfg"]);
  });

  test("have all where there is no [project]", () => {
    const project = read("[tool.black]\nline-length = 100\n[dependency-groups]\ndev = ['d']\n", {
      "setup.cfg": `[metadata]\nname = own\n${CFG}`,
    });
    expect(requirementsOf(project)).toEqual(["a *", "b * (extra test)", "d * (group dev)"]);
    expect([project.name, project.installable, project.requiresPython[0]?.text]).toEqual(["own", true, ">=3.9"]);
  });

  test("in the folder of the manifest", () => {
    const project = read(DYNAMIC, { "sub/setup.cfg": CFG, "setup.cfg": "wrong" }, "sub/pyproject.toml");
    expect(places(project)).toEqual(["sub/setup.cfg:4:3", "sub/setup.cfg:6:8"]);
  });

  test("are told what nobody reads", () => {
    const project = read('[project]\nname = "own"\ndependencies = ["z"]\n', { "setup.cfg": CFG });
    expect(requirementsOf(project)).toEqual(["z *"]);
    expect(diagnosticsOf(project)).toEqual([
      "warning 6:8: setuptools does not take this: [project] neither has optional-dependencies nor names it in dynamic",
      "warning 2:19: setuptools does not take this: [project] neither has requires-python nor names it in dynamic",
    ]);
  });

  test("do not matter where another backend builds, or another table has the metadata", () => {
    const hatchling = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
    for (const text of [hatchling, "[tool.poetry]\nname = 'own'\n", `${hatchling}[project]\nname = "own"\n`])
      expect(read(text, { "setup.cfg": CFG }).requirements).toEqual([]);
  });

  test("matter behind a backend of the project that setuptools is behind", () => {
    const build = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "backend"\nbackend-path = ["_build"]\n';
    expect(requirementsOf(read(`${build}${DYNAMIC}`, { "setup.cfg": CFG }))).toEqual(["a *", "b * (extra test)"]);
  });
});

describe("[tool.setuptools.dynamic]", () => {
  const of = (directives: string) => `${DYNAMIC}[tool.setuptools.dynamic]\n${directives}\n`;

  test("comes before setup.cfg, field by field", () => {
    const project = read(of('dependencies = { file = "r.txt" }'), { "r.txt": "x\n", "setup.cfg": CFG });
    expect(requirementsOf(project)).toEqual(["x *", "b * (extra test)"]);
  });

  test("of a field that is not dynamic is told", () => {
    const text = '[project]\nname = "own"\n[tool.setuptools.dynamic]\ndependencies = { file = "r.txt" }\n';
    expect(diagnosticsOf(read(text, { "r.txt": "x\n" }))).toEqual([
      "warning 4:1: setuptools does not look at this: project.dynamic does not name dependencies",
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
    ]);
  });

  test("names files that are not there", () => {
    const project = read(
      of('dependencies = { file = ["no.txt", "r.txt"] }\noptional-dependencies.x = { file = "no.txt" }'),
      {
        "r.txt": "x\n",
        "setup.cfg": CFG,
      },
    );
    expect(requirementsOf(project)).toEqual(["x *"]);
    expect(diagnosticsOf(project)).toEqual([
      "warning 5:18: no.txt is not there, and setuptools goes on without it",
      "warning 6:29: no.txt is not there, and setuptools goes on without it",
    ]);
  });

  test("credentials in a file are left out", () => {
    const project = read(of('dependencies = { file = "r.txt" }'), { "r.txt": "x @ https://me:pw@example.org/x.zip\n" });
    expect(JSON.stringify(project)).not.toContain("pw");
    expect(diagnosticsOf(project)[0]).toContain("the credentials in the URL of x are left out");
  });

  test("errors", () => {
    const file = of('dependencies = { file = "r.txt" }');
    expect(
      [
        failure(file, { "r.txt": "a\n-r other.txt\n" }),
        failure(file, { "r.txt": "a\n  --index-url https://example.org\n" }),
        failure(file, { "r.txt": "a\nb>>1 # c\n" }),
        failure(file, { "r.txt": "a>>1, \\\n<2\n" }),
        failure(of('dependencies = { file = "../r.txt" }'), { "../r.txt": "a\n" }),
        failure(of('dependencies = { file = "/srv/r.txt" }'), { "/srv/r.txt": "a\n" }),
        failure(of('dependencies = { attr = "x.y" }')),
        failure(of('dependencies = { file = "r.txt", content-type = "x" }'), { "r.txt": "" }),
        failure(of('dependencies = "r.txt"')),
        failure(of("dependencies = { file = [1] }")),
        failure('[tool.setuptools]\npackages = ["x"]\n'),
        failure(DYNAMIC, { "setup.cfg": "[options]\ninstall_requires = a>>1\n" }),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "r.txt:2:1: setuptools takes no options of pip here
        2 | -r other.txt
          | ^^
      r.txt:2:3: setuptools takes no options of pip here
        2 |   --index-url https://example.org
          |   ^^^^^^^^^^^
      r.txt:2:3: expected a version by PEP 440 after \`>\`
        2 | b>>1 # c
          |   ^^
      r.txt:1:1: expected a version by PEP 440 after \`>\`
        1 | a>>1, \\
          | ^^^^^^^
      pyproject.toml:5:18: setuptools reads no file outside the project's folder: ../r.txt
        5 | dependencies = { file = "../r.txt" }
          |                  ^^^^^^^^^^^^^^^^^^^
      pyproject.toml:5:18: setuptools reads no file outside the project's folder: /srv/r.txt
        5 | dependencies = { file = "/srv/r.txt" }
          |                  ^^^^^^^^^^^^^^^^^^^^^
      pyproject.toml:5:18: setuptools takes { file = ... } here, and nothing else
        5 | dependencies = { attr = "x.y" }
          |                  ^^^^^^^^^^^^^^
      pyproject.toml:5:34: setuptools takes { file = ... } here, and nothing else
        5 | dependencies = { file = "r.txt", content-type = "x" }
          |                                  ^^^^^^^^^^^^^^^^^^^^
      pyproject.toml:5:1: tool.setuptools.dynamic.dependencies should be a table
        5 | dependencies = "r.txt"
          | ^^^^^^^^^^^^^^^^^^^^^^
      pyproject.toml:5:26: tool.setuptools.dynamic.dependencies.file.[1] should be a string
        5 | dependencies = { file = [1] }
          |                          ^^^^
      pyproject.toml:1:1: setuptools takes this only beside a [project]
        1 | [tool.setuptools]
          | ^^^^^^^^^^^^^^^^^
      setup.cfg:2:22: expected a version by PEP 440 after \`>\`
        2 | install_requires = a>>1
          |                      ^^"
    `);
  });
});
