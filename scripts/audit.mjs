// Asks the registry for what is known against the packages that the lock file names: those that py2nix runs with, and all.
// Fails where there is something. A registry that does not answer, or has no such service, is told and is no failure.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const AUDITS = [
  ["the packages that py2nix runs with", ["--omit=dev"]],
  ["all packages, with those that it is made with", []],
];

for (const [what, args] of AUDITS) {
  const { report, silence } = audit(args);
  if (report === null) {
    console.log(`audit: the registry says nothing of ${what}: ${silence}`);
    continue;
  }
  const found = Object.values(report.vulnerabilities);
  console.log(`audit: ${found.length === 0 ? "nothing is known against" : "there is something against"} ${what}`);
  for (const { name, severity, range, via } of found) {
    const titles = via.map((one) => (typeof one === "string" ? `by ${one}` : `${one.title} (${one.url})`));
    console.log(`  ${name} ${range} (${severity}): ${titles.join("; ")}`);
  }
  if (found.length > 0) process.exitCode = 1;
}

/** npm's report, or null and why there is none. */
function audit(args) {
  const { stdout, stderr, error } = spawnSync("npm", ["audit", "--json", "--package-lock-only", ...args], {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
    shell: process.platform === "win32",
  });
  if (error) return { report: null, silence: error.message };
  try {
    const answer = JSON.parse(stdout);
    if (answer.vulnerabilities !== undefined) return { report: answer };
    return { report: null, silence: answer.message ?? answer.error?.summary ?? "no reason is given" };
  } catch {
    return { report: null, silence: stderr.trim().split("\n").at(-1) || "it gives no answer" };
  }
}
