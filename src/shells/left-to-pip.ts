// What styles without a virtual environment say of the packages that only pip has.

import type { Diagnostic } from "../diagnostics.ts";
import type { Plan } from "../resolver/plan.ts";
import type { Provision } from "./style.ts";
import { pipDecisions } from "./venv.ts";

/** What a summary says of them. */
export const LEFT_OUT: Provision = { nixpkgs: "from nixpkgs", others: "left out", own: "is left out" };

/** Comment lines that list them with their reasons, and a warning for each; none where nixpkgs has all. */
export function leftToPip(
  plan: Plan,
  style: string,
): { readonly comment: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const decisions = pipDecisions(plan);
  if (decisions.length === 0) return { comment: [], diagnostics: [] };
  const reasons = new Set(decisions.map(({ name, reason }) => `  ${name}: ${reason}`));
  return {
    comment: ["", "Not in here, since only pip has it:", ...reasons],
    diagnostics: decisions.map(({ name, reason, requesters }) => {
      const asker = requesters.find((requester) => requester.kind === "manifest");
      return {
        severity: "warning",
        message: `${style} has nothing from pip: ${name} is left out (${reason})`,
        ...(asker ? { origin: asker.origin } : {}),
      };
    }),
  };
}
