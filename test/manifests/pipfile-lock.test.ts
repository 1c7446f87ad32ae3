import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { readPipfileLock } from "../../src/manifests/pipfile-lock.ts";
import { messageOf } from "../support/errors.ts";
import { showLocked } from "../support/locks.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf } from "../support/show.ts";

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  return { ...readPipfileLock(text, "Pipfile.lock", diagnostics), diagnostics };
}
const failure = (text: string) => messageOf(() => read(text));
const fixture = readFileSync(`${fixtures}/pipenv-shop/Pipfile.lock`, "utf8");

test("every entry of every category is there, what they share once", () => {
  const lock = read(fixture);
  const entries = Object.entries(JSON.parse(fixture) as Record<string, object>).flatMap(([category, table]) =>
    category === "_meta" ? [] : Object.keys(table),
  );
  expect(lock.packages.flatMap(({ groups }) => groups ?? [])).toHaveLength(entries.length);
  expect(lock.packages.find(({ key }) => key === "certifi")?.groups).toEqual(["main", "docs", "load-test"]);
  expect(lock.selectables?.map(({ name }) => name)).toEqual(["dev", "docs", "load-test"]);
  expect([lock.reach, lock.requiresPython?.text]).toEqual(["markers", "3.12"]);
});

test("sources, extras, and what has no version", () => {
  const lock = read(fixture);
  const special = lock.packages.filter(
    ({ source, extras, version }) =>
      source.kind !== "registry" || source.index !== undefined || Object.keys(extras).length > 0 || version === "",
  );
  expect(special.map(showLocked)).toMatchInlineSnapshot(`
    [
      "acme-tax-rates 2.3.0 from registry(index=company) (main)",
      "appnope - (main)",
      "greeting - from path(path=./libs/greeting editable) (main)",
      "harbours - from url(url=https://files.example.org/harbours-1.2.0-py3-none-any.whl) (main)",
      "moonphase - from vcs(vcs=git url=https://git.example.org/tides/moonphase.git reference=1d3a2b85b8d35ce57626f3b0ffcb385e8e16cf3c) (main)",
      "psycopg 3.3.9 ; platform_machine != "armv7l" (main) [binary: ]",
      "pywin32 - (main)",
      "requests 2.34.2 ; python_version >= "3.10" (main, docs, load-test) [socks: ]",
      "python-socketio 5.18.1 ; python_version >= "3.8" (load-test) [client: ]",
    ]
  `);
  expect(diagnosticsOf(lock)).toMatchInlineSnapshot(`
    [
      "warning 32:13: the lock has no version of appnope: it was written on a machine that does not need it",
      "warning 447:13: the lock has no version of pywin32: it was written on a machine that does not need it",
    ]
  `);
});

const lockOf = (entry: string, meta = '"pipfile-spec": 6, "sources": []') =>
  `{\n  "_meta": {${meta}},\n  "default": {\n    "a": ${entry}\n  },\n  "develop": {}\n}\n`;

test("credentials are removed and told", () => {
  const lock = read(lockOf('{"git": "https://me:pw@git.example.org/a.git", "ref": "abc"}'));
  expect(lock.packages.map(showLocked)).toEqual([
    "a - from vcs(vcs=git url=https://git.example.org/a.git reference=abc) (main)",
  ]);
  expect(diagnosticsOf(lock)).toHaveLength(1);
});

test("versions that disagree are told", () => {
  const lock = read(
    '{"_meta": {"pipfile-spec": 6}, "default": {"a": {"version": "==1"}}, "docs": {"a": {"version": "==2"}}}',
  );
  expect(lock.packages.map(showLocked)).toEqual(["a 1 (main)", "a 2 (docs)"]);
  expect(diagnosticsOf(lock)).toEqual(["warning 1:79: a is locked to 2 in docs and to 1 in main"]);
});

test("errors", () => {
  expect(
    [
      failure(""),
      failure("{}"),
      failure("[]"),
      failure(fixture.slice(0, 5000)),
      failure(lockOf('{"version": "==1"}', '"pipfile-spec": 7')),
      failure(lockOf('{"version": "==1"}', '"sources": []')),
      failure(lockOf('{"version": ">=1"}')),
      failure(lockOf('{"hashes": []}')),
      failure(lockOf('{"version": "==1", "markers": "python_version >"}')),
      failure(lockOf('\n<<<<<<< HEAD\n{"version": "==1"}')),
      failure(lockOf('{"version": "==1",}')),
      failure(lockOf("3")),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "Pipfile.lock:1:1: this is not JSON: expected a value, and the file ends here
      1 | 
        | ^
    Pipfile.lock:1: this is no Pipfile.lock, or only a part of one: it has no _meta
    Pipfile.lock:1: this is no Pipfile.lock, or only a part of one: it has no _meta
    Pipfile.lock:89:8: this is not JSON: expected a value, and the file ends here
      89 |        
         |        ^
    Pipfile.lock:2:13: this Pipfile.lock has pipfile-spec 7; py2nix reads 6
      2 |   "_meta": {"pipfile-spec": 7},
        |             ^^^^^^^^^^^^^^^^^^^
    Pipfile.lock:2:3: _meta has no pipfile-spec
      2 |   "_meta": {"sources": []},
        |   ^^^^^^^^^^^^^^^^^^^^^^^^^
    Pipfile.lock:4:23: a should be locked to a version such as ==1.2, not >=1
      4 |     "a": {"version": ">=1"}
        |                       ^^^
    Pipfile.lock:4:5: a has no version
      4 |     "a": {"hashes": []}
        |     ^^^^^^^^^^^^^^^^^^^
    Pipfile.lock:4:57: expected a marker variable such as \`sys_platform\`, or a quoted string
      4 |     "a": {"version": "==1", "markers": "python_version >"}
        |                                                         ^
    Pipfile.lock:5:1: this is not JSON: expected a value, and this is something else
      5 | <<<<<<< HEAD
        | ^
      This is a merge conflict: resolve it first.
    Pipfile.lock:4:28: this is not JSON: expected a key in double quotes, and this is something else
      4 |     "a": {"version": "==1",}
        |                            ^
    Pipfile.lock:4:5: default.a should be a table
      4 |     "a": 3
        |     ^^^^^^"
  `);
});
