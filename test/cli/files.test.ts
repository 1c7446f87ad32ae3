import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OutputError, realFiles, writeFiles } from "../../src/cli/files.ts";
import { folderOf } from "../support/cli.ts";
import { messageOf } from "../support/errors.ts";

describe("real files", () => {
  test("are told from folders, and from what is not there", () => {
    const folder = folderOf({ "a/b.txt": "x" });
    expect(["a", "a/b.txt", "c", "a/b.txt/c"].map((name) => realFiles.kind(join(folder, name)))).toEqual([
      "folder",
      "file",
      null,
      null,
    ]);
  });
  test("are read whole", () => {
    const large = new Uint8Array(200_000).map((_, i) => i % 251);
    expect(Buffer.compare(realFiles.read(join(folderOf({ large }), "large")), large)).toBe(0);
  });
  test("a folder is none", () => {
    expect(messageOf(() => realFiles.read("/"))).toBe("/ is a folder");
  });
});

describe("writing", () => {
  test("makes a file, or replaces one", async () => {
    const folder = folderOf({});
    for (const content of ["one", "two é"]) {
      await writeFiles([{ path: join(folder, "x"), text: content }]);
      expect(readFileSync(join(folder, "x"), "utf8")).toBe(content);
    }
    expect(readdirSync(folder)).toEqual(["x"]);
  });
  test("fails without a trace", async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, "x"));
    await expect(writeFiles([{ path: join(folder, "x"), text: "text" }])).rejects.toThrow(OutputError);
    expect(readdirSync(folder)).toEqual(["x"]);
  });
});
