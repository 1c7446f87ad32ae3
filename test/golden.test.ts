// Each project of fixtures/ with the Nix file that it becomes. After a change that is meant: npx vitest run -u.

import { describe, expect, test } from "vitest";
import { type ConvertOptions, convert } from "../src/cli/convert.ts";
import { formatSummary, PLAIN } from "../src/report/summary.ts";
import { DEFAULT_SELECTION } from "../src/resolver/selection.ts";
import { DEFAULTS, embedded, filesIn } from "./support/conversion.ts";
import { fixtures } from "./support/paths.ts";

const everything = { ...DEFAULT_SELECTION, allGroups: true, allExtras: true };
const conversions: [string, string, Partial<ConvertOptions>][] = [
  ["flask-web-app", "flask-web-app", {}],
  [
    "flask-web-app-dev",
    "flask-web-app",
    {
      inputs: ["requirements/dev.txt"],
      output: "nix/dev.nix",
      command: () => ["convert", "requirements/dev.txt", "-o", "nix/dev.nix"],
    },
  ],
  ["data-analysis", "data-analysis", {}],
  [
    "data-analysis-all",
    "data-analysis",
    { selection: everything, command: () => ["convert", "--all-groups", "--all-extras", "-o", "shell.nix"] },
  ],
  ["command-line-tool", "command-line-tool", {}],
  ["platform-markers", "platform-markers", {}],
  ["not-in-nixpkgs", "not-in-nixpkgs", {}],
  ["not-in-nixpkgs-pinned", "not-in-nixpkgs", { pin: true, command: () => ["convert", "--pin", "-o", "shell.nix"] }],
  ["poetry2-both-tables", "poetry2-both-tables", {}],
  ["poetry-lock-1.0", "poetry-lock-versions/1.0", {}],
  ["poetry-lock-1.1", "poetry-lock-versions/1.1", {}],
  ["poetry-lock-2.0", "poetry-lock-versions/2.0", {}],
  ["poetry-lock-2.1", "poetry-lock-versions/2.1", {}],
  [
    "poetry-lock-2.1-all",
    "poetry-lock-versions/2.1",
    { selection: everything, command: () => ["convert", "--all-groups", "--all-extras", "-o", "shell.nix"] },
  ],
];

describe.each(conversions)("%s", (name, folder, options) => {
  const { text, plan } = convert({ ...DEFAULTS, ...options }, filesIn(`${fixtures}/${folder}`), embedded);

  test("becomes its Nix file", async () => {
    await expect(text).toMatchFileSnapshot(`golden/${name}.nix`);
  });
  test("is summed up", async () => {
    await expect(formatSummary(plan, PLAIN)).toMatchFileSnapshot(`golden/${name}.summary.txt`);
  });
  test("tells nothing of this machine", () => {
    expect(`${text}${JSON.stringify(plan)}`).not.toContain(process.cwd());
    expect(`${text}${JSON.stringify(plan)}`).not.toContain(fixtures);
  });
});

test("a lock is up to date in every fixture: no warning says otherwise", () => {
  for (const [, folder, options] of conversions) {
    const { plan } = convert({ ...DEFAULTS, ...options }, filesIn(`${fixtures}/${folder}`), embedded);
    expect(plan.diagnostics.filter(({ message }) => message.includes("out of date"))).toEqual([]);
  }
});
