import { expect, test } from "vitest";
import { JsonEntries, JsonEntriesError } from "../../src/nixpkgs/json-entries.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What is read of chunks; only members whose keys are wanted are parsed. */
function read(chunks: readonly Uint8Array[]): [string | null, string, unknown][] {
  const found: [string | null, string, unknown][] = [];
  const entries = new JsonEntries((section, key, value) => found.push([section, key, value()]));
  for (const chunk of chunks) entries.push(chunk);
  entries.end();
  return found;
}

const TEXT = ` {"a": {"x" : {"deep": [1, {"]": "}"}], "s": "a\\\\\\"b"}, "y":-1.5e3,"z":"ü\\u00e9\\n"}, "list": [[],{}] ,"t":true,
"n":null, "empty":{}, "\\u0061b": "\\"" }
`;
const MEMBERS = [
  ["a", "x", { deep: [1, { "]": "}" }], s: 'a\\"b' }],
  ["a", "y", -1500],
  ["a", "z", "üé\n"],
  [null, "list", [[], {}]],
  [null, "t", true],
  [null, "n", null],
  [null, "ab", '"'],
];

test("members are read one by one, as JSON.parse reads the whole", () => {
  expect(read([bytes(TEXT)])).toEqual(MEMBERS);
  const { a, ...rest } = JSON.parse(TEXT);
  expect(Object.fromEntries(MEMBERS.slice(0, 3).map(([, key, value]) => [key, value]))).toEqual(a);
  expect(Object.fromEntries(MEMBERS.slice(3).map(([, key, value]) => [key, value]))).toEqual({
    ...rest,
    empty: undefined,
  });
});

test("wherever the chunks end, also within a character", () => {
  const all = bytes(TEXT);
  for (let at = 0; at <= all.length; at++) expect(read([all.subarray(0, at), all.subarray(at)])).toEqual(MEMBERS);
  expect(read([...all].map((byte) => Uint8Array.of(byte)))).toEqual(MEMBERS);
});

test("chunks may be used again by whoever gave them", () => {
  const found: unknown[] = [];
  const entries = new JsonEntries((_, key, value) => found.push([key, value()]));
  const buffer = bytes('{"abc":{"de');
  entries.push(buffer);
  buffer.fill(0x20);
  entries.push(bytes('f":12}}'));
  entries.end();
  expect(found).toEqual([["def", 12]]);
});

test.each([
  ["", "it ends before it is complete"],
  ["{", "it ends before it is complete"],
  ['{"a":{}', "it ends before it is complete"],
  ['{"a":1', "it ends before it is complete"],
  ['{"a":{"b":"c', "it ends before it is complete"],
  ["[]", "it is no JSON object"],
  ["\u0000", "it is no JSON object"],
  ['{"a":1,}', "a character is in the wrong place: }"],
  ['{"a" 1}', "a character is in the wrong place: 1"],
  ["{a:1}", "a character is in the wrong place: a"],
  ['{"a":{"b":1 "c":2}}', 'a character is in the wrong place: "'],
  ['{"a":[1}', "its brackets do not match"],
  ['{"a":{"b":[}]}}', "its brackets do not match"],
  ['{"a":{}} x', "there is more after its end"],
  ['{"a":"b\nc"}', "a string has a control character"],
  [`{"a":${"[".repeat(600)}`, "it is nested too deeply"],
  ['{"a":{"b":nul}}', "a member of it is no JSON: "],
  ['{"a":{"b":}}', "a member of it is no JSON: "],
  ['{"a":{"b":[1,]}}', "a member of it is no JSON: "],
])("%s", (text, message) => {
  expect(() => read([bytes(text)])).toThrow(JsonEntriesError);
  expect(() => read([bytes(text)])).toThrow(message);
});

test("bytes that are no UTF-8", () => {
  expect(() => read([bytes('{"a":"'), Uint8Array.of(0xff), bytes('"}')])).toThrow("a member of it is no JSON");
});

test("a member that is too large is not held", () => {
  const entries = new JsonEntries(() => {});
  entries.push(bytes('{"a":"'));
  const chunk = new Uint8Array(1 << 20).fill(0x61);
  expect(() => {
    for (let i = 0; i < 10; i++) entries.push(chunk);
  }).toThrow("a member of it is too large");
});
