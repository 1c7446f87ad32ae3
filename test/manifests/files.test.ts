import { describe, expect, test } from "vitest";
import { decodeUtf8, filesFromTable } from "../../src/manifests/files.ts";
import { messageOf } from "../support/errors.ts";

describe("a table of files", () => {
  const files = filesFromTable({ "a.txt": "é", "sub/b.txt": Uint8Array.from([1]) });
  test("knows files and folders", () => {
    expect(["a.txt", "sub", "sub/b.txt", ".", "x", "su", "toString"].map(files.kind)).toEqual([
      "file",
      "folder",
      "file",
      "folder",
      null,
      null,
      null,
    ]);
  });
  test("gives bytes, and says what is not there", () => {
    expect([...files.read("a.txt")]).toEqual([0xc3, 0xa9]);
    expect(messageOf(() => files.read("toString"))).toBe("toString does not exist");
  });
});

test("UTF-8 is decoded without its byte order mark", () => {
  expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), "x")).toBe("a");
});

test("what is not UTF-8 is told with the line of the first wrong byte", () => {
  expect(messageOf(() => decodeUtf8(Uint8Array.from([0x61, 10, 0xc3, 0xa9, 10, 0xff, 10, 0xff]), "x.txt"))).toBe(
    "x.txt:3: this is not UTF-8",
  );
});
