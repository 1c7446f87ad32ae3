// `py2nix report`: what a team should know of a project's dependencies, on one page.

import { graphOf } from "../report/graph.ts";
import { reportOf } from "../report/report.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { writeFiles } from "./files.ts";
import { INDEX_OPTION } from "./index-choice.ts";
import { type Given, type Options, UsageError } from "./options.ts";
import { planGiven } from "./plan-given.ts";
import { refuseFallbacks } from "./planning.ts";
import { INPUT_OPTIONS, POLICY_OPTIONS, SELECTION_OPTIONS } from "./shared-options.ts";
import { writeResult } from "./terminal.ts";

const OPTIONS = {
  "output-format": {
    kind: "value",
    section: "Output",
    choices: ["markdown", "html"],
    default: "by the output's ending, else markdown",
    describe: "how the report is written",
  },
  output: { kind: "value", alias: "o", section: "Output", describe: "the file to write, instead of standard output" },
  ...SELECTION_OPTIONS,
  ...POLICY_OPTIONS,
  ...INPUT_OPTIONS,
  ...INDEX_OPTION,
} as const satisfies Options;

export const reportCommand: Command = {
  options: OPTIONS,
  examples: [
    ["report > dependencies.md", "what this folder needs and where it comes from"],
    ["report uv.lock -o report.html", "a page of its own, with the graph"],
  ],
  run: async (given: Given<typeof OPTIONS>, { names, dataFolder }: Invocation) => {
    const format = formatOf(given["output-format"], given.output);
    const { plan, project, index } = await planGiven(given, names, dataFolder);
    const report = reportOf({ plan, project, index });
    let text: string;
    if (format === "html") {
      const [{ renderHtml }, { renderSvg }] = await Promise.all([
        import("../report/html.ts"),
        import("../report/svg.ts"),
      ]);
      text = renderHtml(report, renderSvg(graphOf(plan, project, index)));
    } else text = (await import("../report/markdown.ts")).renderMarkdown(report);
    if (given.output !== null && given.output !== "-") await writeFiles([{ path: given.output, text }]);
    else await writeResult(text);
    if (given.strict) refuseFallbacks(plan);
    return EXIT.done;
  },
};

/** What is asked for, or what the output's ending means. Throws a UsageError. */
function formatOf(format: string | null, output: string | null): string {
  if (format !== null) return format;
  if (output === null || output === "-" || /\.(?:md|markdown)$/i.test(output)) return "markdown";
  if (/\.html?$/i.test(output)) return "html";
  throw new UsageError(`the name ${output} does not tell a format: end it in .md or .html, or say --output-format`);
}
