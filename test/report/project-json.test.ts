import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { realFiles } from "../../src/cli/files.ts";
import { loadInputs } from "../../src/cli/inputs.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { parseMarker } from "../../src/pep/pep508.ts";
import { EMPTY_PROJECT, type Project } from "../../src/project.ts";
import { formatJson } from "../../src/report/json.ts";
import { type Json, PROJECT_JSON_SCHEMA, PROJECT_JSON_VERSION, projectToJson } from "../../src/report/project-json.ts";
import { fixtures, root } from "../support/paths.ts";
import { requirement } from "../support/projects.ts";

const schema = JSON.parse(readFileSync(`${root}/schema/project-1.schema.json`, "utf8")) as AnySchemaObject;
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const problems = (value: unknown) =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** The JSON as a reader gets it. */
const read = (project: Project) => JSON.parse(formatJson(projectToJson(project)));
const readTexts = (table: Record<string, string>, inputs: string[] = []) =>
  read(loadInputs(inputs, filesFromTable(table), { format: null, lock: "auto" }).project);

/** One of everything that the shape has. */
const EVERYTHING: Project = {
  ...EMPTY_PROJECT,
  name: "Harbour Board",
  installable: true,
  own: [{ name: "Harbour Board", key: "harbour-board", path: ".", base: "." }],
  requiresPython: [
    { constraint: [[{ operator: ">=", version: "3.9" }]], text: ">= 3.9", origin: { file: "pyproject.toml", line: 3 } },
  ],
  selectables: [{ kind: "group", name: "docs", byDefault: false }],
  requirements: [
    requirement("Flask[async]>=3,!=3.0.1 ; python_version < '3.12'", {
      hashes: ["sha256:00"],
      options: ["--config-settings=a=b"],
      origin: { file: "pyproject.toml", line: 4, column: 7 },
    }),
    requirement("six", {
      constraint: [[{ operator: "<", version: "1" }], [{ operator: ">", version: "2" }]],
      source: { kind: "registry", index: "inner" },
      group: "docs",
    }),
    requirement("a", { source: { kind: "url", url: "https://example.org/a.tar.gz", subdirectory: "src" } }),
    requirement("b", {
      source: { kind: "vcs", vcs: "git", url: "https://example.org/b", reference: "v1" },
      extra: "x",
    }),
    requirement("c", {
      name: null,
      key: "./c",
      source: { kind: "path", path: "./c", base: ".", editable: true, virtual: true },
    }),
  ],
  buildRequires: [requirement("setuptools")],
  constraints: [requirement("click<8")],
  indexes: [{ kind: "extra", name: null, url: "https://example.org/simple", origin: { file: "r.txt", line: 1 } }],
  pipOptions: [{ option: "--pre", value: null, origin: { file: "r.txt", line: 2 } }],
  lock: {
    file: "uv.lock",
    reach: "dependencies",
    tool: "uv",
    requiresPython: { constraint: [[]], text: "*", origin: { file: "uv.lock", line: 2 } },
    environments: [parseMarker("sys_platform == 'linux'")],
    selectables: [{ kind: "extra", name: "x", byDefault: true }],
    defaultGroups: ["default"],
    indexes: [
      { kind: "primary", name: "inner", url: "https://example.org/simple", origin: { file: "uv.lock", line: 3 } },
    ],
    members: ["harbour-board"],
    requirements: [
      { key: "d", extras: ["e"], constraint: null, marker: parseMarker("os_name == 'nt'"), optional: true },
    ],
    dependencyGroups: { docs: [{ key: "d", extras: [], constraint: [[]], marker: null, optional: false }] },
    conflicts: [[{ package: "harbour-board", kind: "extra", name: "x" }]],
    packages: [
      {
        name: "D",
        key: "d",
        version: "",
        source: { kind: "registry" },
        marker: null,
        groups: ["main"],
        requiresPython: [[{ operator: ">=", version: "3.8" }]],
        dependencies: [
          {
            key: "f",
            extras: [],
            constraint: null,
            marker: null,
            optional: false,
            pinned: { version: "1", source: { kind: "registry" } },
          },
        ],
        extras: { e: ["f"] },
        dependencyGroups: { dev: [] },
        files: [
          { name: "d-1.tar.gz", hash: null },
          {
            name: "d.whl",
            hash: "sha256:00",
            otherHashes: ["md5:11"],
            url: "https://example.org/d.whl",
            path: "d.whl",
          },
        ],
        origin: { file: "uv.lock", line: 9 },
      },
    ],
  },
  foldersInLock: ["packages/a"],
  diagnostics: [
    { severity: "warning", message: "no place" },
    { severity: "note", message: "a place", origin: { file: "pyproject.toml", line: 1, column: 2 } },
  ],
  files: ["pyproject.toml", "uv.lock"],
};

const MANIFEST =
  /(?:^|\/)(?:pyproject\.toml|requirements[^/]*\.(?:txt|in)|constraints\.txt|Pipfile(?:\.lock)?|setup\.(?:cfg|py)|environment\.ya?ml|report\.py|[^/]*\.lock|pylock[^/]*\.toml|requirements\/[^/]*\.txt)$/;
const manifests = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((file) => MANIFEST.test(file))
  .sort();

describe("every fixture is in the shape of the schema", () => {
  test("there are as many as were found", () => {
    expect(manifests.length).toBeGreaterThan(80);
  });
  test.each(manifests)("%s", (file) => {
    const path = `${fixtures}/${file}`;
    const { project } = loadInputs([path], realFiles, { format: null, lock: "auto" });
    const json = read(project);
    expect(problems(json)).toEqual([]);
    expect(json.requirements).toHaveLength(project.requirements.length);
  });
});

describe("the shape", () => {
  test("has everything that the project has", () => {
    const json = read(EVERYTHING);
    expect(problems(json)).toEqual([]);
    expect(json).toMatchSnapshot();
  });

  test("has all its properties for a project of nothing", () => {
    expect(read(EMPTY_PROJECT)).toEqual({
      $schema: PROJECT_JSON_SCHEMA,
      version: PROJECT_JSON_VERSION,
      name: null,
      installable: false,
      own: [],
      requiresPython: [],
      selectables: [],
      requirements: [],
      buildRequires: [],
      constraints: [],
      indexes: [],
      pipOptions: [],
      lock: null,
      foldersInLock: ["."],
      diagnostics: [],
      files: [],
    });
  });

  test.each([
    ["a poetry union and a source", { "pyproject.toml": POETRY }],
    ["pip's whole format", { "requirements.txt": PIP, "c.txt": "click<8" }],
    ["standard text that a terminal would obey", { "requirements.txt": "a ; platform_version == '\u202e\u009b'" }],
    ["names that objects have", { "pyproject.toml": '[dependency-groups]\nconstructor = ["a"]\nvalueOf = ["b"]\n' }],
  ])("holds for %s", (_, table) => {
    expect(problems(readTexts(table))).toEqual([]);
  });

  test("tells no credentials", () => {
    const url = "https://user:s3cr3t@example.org/simple";
    const text = `-i ${url}\n--extra-index-url ${url}\n-f ${url}\na @ ${url}/a.whl\nb @ git+${url}\nc --config-settings="x=${url}"\n`;
    const json = JSON.stringify(readTexts({ "requirements.txt": text }));
    expect(json).toContain("example.org");
    expect(json).not.toMatch(/s3cr3t|user:/);
    const [shown] = read({ ...EMPTY_PROJECT, diagnostics: [{ severity: "note", message: `see ${url}` }] }).diagnostics;
    expect(shown.message).toBe("see https://***********@example.org/simple");
  });

  test("is text without a character that a terminal would obey", () => {
    const text = formatJson({ message: "\u009b31m \u202e \u2028 \x7f \x1b é 🐍 \ud800" });
    expect(text).toBe('{\n  "message": "\\u009b31m \\u202e \\u2028 \\u007f \\u001b é 🐍 \\ud800"\n}\n');
  });
});

const POETRY = `
[tool.poetry]
name = "p"
[tool.poetry.dependencies]
python = "^3.9 || ^2.7"
flask = ["<2", {version = ">=3", python = ">=3.9", optional = true}]
other = {git = "https://example.org/o.git", branch = "main"}
[[tool.poetry.source]]
name = "inner"
url = "https://example.org/simple"
`;
const PIP = `
-c c.txt
--no-binary :all:
flask[async]>=3 --hash=sha256:${"0".repeat(64)}
https://example.org/a-1.0-py3-none-any.whl
`;

describe("the schema", () => {
  /** Every part of it that is a schema, with where it is. */
  function* schemas(part: AnySchemaObject, at: string): Generator<[string, AnySchemaObject]> {
    yield [at, part];
    for (const [name, inner] of Object.entries({ ...part.properties, ...part.patternProperties, ...part.$defs }))
      yield* schemas(inner as AnySchemaObject, `${at}/${name}`);
    for (const inner of [part.items, ...(part.anyOf ?? []), ...(part.oneOf ?? [])])
      if (inner) yield* schemas(inner, `${at}/*`);
  }
  const parts = [...schemas(schema, "")];

  test("is named as the output names it", () => {
    expect(schema.$id).toBe(PROJECT_JSON_SCHEMA);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });
  test("describes every property", () => {
    const properties = parts.flatMap(([at, part]) =>
      Object.entries((part.properties ?? {}) as Record<string, AnySchemaObject>).map(
        ([name, inner]) => [`${at}/${name}`, inner] as const,
      ),
    );
    expect(properties.length).toBeGreaterThan(90);
    const describedAt = (part: AnySchemaObject): unknown =>
      part.description ?? schema.$defs[String(part.$ref).replace("#/$defs/", "")]?.description;
    expect(properties.filter(([, part]) => !describedAt(part)).map(([at]) => at)).toEqual([]);
  });
  test("closes every object, and requires every property", () => {
    const objects = parts.filter(([, part]) => part.type === "object");
    expect(objects.length).toBeGreaterThan(15);
    expect(objects.filter(([, part]) => part.additionalProperties !== false).map(([at]) => at)).toEqual([]);
    for (const [, { properties, required }] of objects)
      if (properties) expect(required).toEqual(Object.keys(properties));
  });
});

describe("altered output is refused", () => {
  /** Every place of a value: its path, and what makes the whole anew with another value there. */
  function* places(value: Json, path: string): Generator<{ path: string; change: (to: (part: Json) => Json) => Json }> {
    yield { path, change: (to) => to(value) };
    if (value === null || typeof value !== "object") return;
    for (const [name, part] of Object.entries(value)) {
      for (const inner of places(part as Json, `${path}/${name}`)) {
        const put = (changed: Json) =>
          Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed };
        yield { path: inner.path, change: (to) => put(inner.change(to)) };
      }
    }
  }
  const whole = read(EVERYTHING) as Json;
  const all = [...places(whole, "")];
  const isObject = (part: Json): part is { [name: string]: Json } =>
    typeof part === "object" && part !== null && !Array.isArray(part);
  const isMap = (path: string) => /\/(?:extras|dependencyGroups)$/.test(path);

  test("with a property more, in every object", () => {
    let tried = 0;
    for (const { path, change } of all) {
      let applies = false;
      const altered = change((part) => {
        applies = isObject(part) && !isMap(path);
        return isObject(part) ? { ...part, more: 1 } : part;
      });
      if (!applies) continue;
      tried++;
      expect(problems(altered), path).not.toEqual([]);
    }
    expect(tried).toBeGreaterThan(40);
  });

  test("without any one of its properties", () => {
    let tried = 0;
    for (const { path, change } of all) {
      if (isMap(path)) continue;
      const names: string[] = [];
      change((part) => {
        if (isObject(part)) names.push(...Object.keys(part));
        return part;
      });
      for (const name of names) {
        tried++;
        const altered = change((part) => {
          const { [name]: _, ...rest } = part as { [name: string]: Json };
          return rest;
        });
        expect(problems(altered), `${path}/${name}`).not.toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  test("with a value of another kind, everywhere", () => {
    for (const { path, change } of all) {
      const altered = change((part) => (typeof part === "number" ? "1" : 0.5));
      expect(problems(altered), path).not.toEqual([]);
    }
  });

  test.each([
    ["another version", { version: 2 }],
    ["another schema", { $schema: "https://example.org/other" }],
    ["a kind of source that is not there", { requirements: [{ kind: "ftp" }] }],
  ])("with %s", (_, changed) => {
    expect(problems({ ...(whole as object), ...changed })).not.toEqual([]);
  });
});
