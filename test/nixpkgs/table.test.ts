import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SortedTable } from "../../src/nixpkgs/table.ts";
import { normalizeName } from "../../src/pep/pep503.ts";

describe("a table", () => {
  const table = new SortedTable("# head\n# more\na_b\t1\nA.b\t2\nb\nc\t\t3\n");

  test("gives the columns of every line of a key", () => {
    expect(table.find("a-b")).toEqual([
      ["a_b", "1"],
      ["A.b", "2"],
    ]);
    expect(table.find("b")).toEqual([["b"]]);
    expect(table.find("c")).toEqual([["c", "", "3"]]);
  });
  test.each(["", "a", "a-c", "d", "# head"])("has nothing for %j", (key) => {
    expect(table.find(key)).toEqual([]);
  });
  test("gives all its lines without those at its top", () => {
    expect([...table.rows()].map(([name]) => name)).toEqual(["a_b", "A.b", "b", "c"]);
  });
  test("can be empty", () => {
    expect([new SortedTable("").find("a"), new SortedTable("# head\n").find("a")]).toEqual([[], []]);
  });
});

test("every line of any sorted table is found, and nothing else", () => {
  const name = fc.stringMatching(/^[a-c][a-c._-]{0,3}$/);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 40 }), name, (names, other) => {
      const key = (text: string) => normalizeName(text);
      const sorted = [...names].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
      const table = new SortedTable(sorted.map((text, row) => `${text}\t${row}\n`).join(""));
      for (const wanted of [...names, other]) {
        const expected = sorted.flatMap((text, row) => (key(text) === key(wanted) ? [[text, String(row)]] : []));
        expect(table.find(key(wanted))).toEqual(expected);
      }
    }),
  );
});
