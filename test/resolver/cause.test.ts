import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/report/graph.ts";
import type { PipCause } from "../../src/resolver/plan.ts";
import { readOptions } from "../../src/settings/options.ts";
import { indexOf, lockOf, plan, projectOf, requirement } from "../support/projects.ts";

const versions = { a: "1", b: "1", c: "1" };

/** Why packages come from pip, by their names. */
function causes(...given: Parameters<typeof plan>): Record<string, PipCause> {
  const pip = plan(...given).decisions.flatMap((decision) =>
    decision.from === "pip" ? [[decision.name, decision.cause] as const] : [],
  );
  return Object.fromEntries(pip);
}

const ITSELF: PipCause = { builtOn: [], by: null, isSet: false };

describe("why a package comes from pip, as data", () => {
  test("with a lock: by itself, since it is built against others, and for one that does not accept nixpkgs'", () => {
    const lock = lockOf({ a: { version: "1", needs: ["b"] }, b: { version: "1", needs: ["c>=2"] }, c: "2" });
    expect(causes(projectOf(["a", "c>=2"], { lock }), indexOf(versions))).toEqual({
      a: { builtOn: ["b", "c"], by: null, isSet: false },
      b: { builtOn: ["c"], by: null, isSet: false },
      c: ITSELF,
    });
    const needy = lockOf({ x: { version: "1", needs: ["c>=2"] }, c: "2" });
    expect(causes(projectOf(["x"], { lock: needy }), indexOf(versions))).toEqual({
      x: ITSELF,
      c: { builtOn: [], by: "x", isSet: false },
    });
  });

  test("without one, by the index", () => {
    const index = indexOf(versions, { edges: { a: ["b"], b: ["c"], c: [] } });
    expect(causes(projectOf(["a", "b", "c>=2"]), index)).toEqual({
      a: { builtOn: ["b", "c"], by: null, isSet: false },
      b: { builtOn: ["c"], by: null, isSet: false },
      c: ITSELF,
    });
  });

  test("since the user says so", () => {
    const settings = readOptions({ fromPip: ["c"] });
    const index = indexOf(versions, { edges: { a: ["c"], b: [], c: [] } });
    expect(causes(projectOf(["a", "c"]), index, { settings })).toEqual({
      a: { builtOn: ["c"], by: null, isSet: true },
      c: { builtOn: [], by: null, isSet: true },
    });
    const lock = lockOf({ a: { version: "1", needs: ["c"] }, c: "1" });
    expect(causes(projectOf(["a", "c"], { lock }), indexOf(versions), { settings })).toEqual({
      a: { builtOn: ["c"], by: null, isSet: true },
      c: { builtOn: [], by: null, isSet: true },
    });
  });

  test("no words of a reason make a kind", () => {
    const url = "nixpkgs' 1 would fit, but b, which it is built against, comes from pip";
    const project = projectOf([requirement("a", { source: { kind: "url", url } })]);
    const [decision] = plan(project, indexOf(versions)).decisions;
    expect(decision && [kindOf(decision), decision.reason]).toEqual(["pip", `it is required from ${url}`]);
  });
});
