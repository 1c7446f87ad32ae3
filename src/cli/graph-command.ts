// `py2nix graph`: the dependency graph, coloured by where each package comes from.

import { graphOf, selectGraph } from "../report/graph.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { writeFiles } from "./files.ts";
import { INDEX_OPTION } from "./index-choice.ts";
import { type Given, type Options, UsageError } from "./options.ts";
import { planGiven } from "./plan-given.ts";
import { refuseFallbacks } from "./planning.ts";
import { FILE_OPTION, INPUT_OPTIONS, POLICY_OPTIONS, SELECTION_OPTIONS } from "./shared-options.ts";
import { paintFor, writeNotes, writeResult } from "./terminal.ts";

/** The formats and the endings of files that mean them. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  tree: [".txt"],
  svg: [".svg"],
  mermaid: [".mmd", ".mermaid"],
  dot: [".dot", ".gv"],
};

const OPTIONS = {
  ...FILE_OPTION,
  "output-format": {
    kind: "value",
    section: "Output",
    choices: Object.keys(FORMATS),
    default: "by the output's ending, else tree",
    describe: "how the graph is written",
  },
  output: { kind: "value", alias: "o", section: "Output", describe: "the file to write, instead of standard output" },
  direct: { kind: "flag", section: "Output", describe: "only what the project asks for itself" },
  depth: {
    kind: "value",
    section: "Output",
    describe: "at most so many steps from the project, or from the named packages",
  },
  ...SELECTION_OPTIONS,
  ...POLICY_OPTIONS,
  ...INPUT_OPTIONS,
  ...INDEX_OPTION,
} as const satisfies Options;

export const graphCommand: Command = {
  options: OPTIONS,
  takes: { describe: "packages, to see what leads to them and what they need", otherwise: "the whole graph" },
  examples: [
    ["graph", "a tree of this folder's dependencies"],
    ["graph -o graph.svg", "a picture of them"],
    ["graph numpy --depth 2", "what is near to one of them"],
    ["graph --output-format mermaid -f uv.lock", "for a page that draws Mermaid"],
  ],
  run: async (given: Given<typeof OPTIONS>, { names, dataFolder }: Invocation) => {
    const format = formatOf(given["output-format"], given.output);
    const depth = depthOf(given.depth, given.direct);
    const { plan, project, index } = await planGiven(given, given.file, dataFolder);
    const graph = selectGraph(graphOf(plan, project, index), { names, depth });
    const isFile = given.output !== null && given.output !== "-";
    const text = await render(format, graph, isFile);
    if (isFile) await writeFiles([{ path: given.output, text }]);
    else await writeResult(text);
    if (given.strict) refuseFallbacks(plan);
    return EXIT.done;
  },
};

async function render(format: string, graph: ReturnType<typeof graphOf>, isFile: boolean): Promise<string> {
  switch (format) {
    case "svg":
      return (await import("../report/svg.ts")).renderSvg(graph);
    case "dot":
      return (await import("../report/dot.ts")).renderDot(graph);
    case "mermaid": {
      const { MERMAID_MOST_EDGES, MERMAID_MOST_TEXT, renderMermaid } = await import("../report/mermaid.ts");
      const text = renderMermaid(graph);
      if (graph.edges.length > MERMAID_MOST_EDGES || text.length > MERMAID_MOST_TEXT)
        writeNotes(
          `${paintFor("stderr").dim("note:")} Mermaid draws no more than ${MERMAID_MOST_EDGES} edges and ${MERMAID_MOST_TEXT} characters unless the page allows more (maxEdges, maxTextSize): --direct, --depth or a NAME leave some out\n`,
        );
      return text;
    }
    default: {
      const { paintKind, plainKind, renderTree } = await import("../report/tree.ts");
      const paint = paintFor("stdout");
      const isPainted = !isFile && paint.bold("") !== "";
      const columns = !isFile && process.stdout.isTTY ? process.stdout.columns : null;
      return renderTree(graph, { paint: isPainted ? paintKind : plainKind, columns });
    }
  }
}

/** What is asked for, or what the output's ending means. Throws a UsageError. */
function formatOf(format: string | null, output: string | null): string {
  if (format !== null) return format;
  if (output === null || output === "-") return "tree";
  const ending = /\.[a-z]+$/i.exec(output)?.[0].toLowerCase() ?? "";
  const found = Object.entries(FORMATS).find(([, endings]) => endings.includes(ending));
  if (found) return found[0];
  throw new UsageError(
    `the name ${output} does not tell a format: end it in ${Object.values(FORMATS).flat().join(", ")}, or say --output-format`,
  );
}

/** Throws a UsageError for what is no number of steps. */
function depthOf(depth: string | null, isDirect: boolean): number | null {
  if (depth === null) return isDirect ? 1 : null;
  if (isDirect) throw new UsageError("--direct is --depth 1: give one of them");
  if (!/^\d{1,4}$/.test(depth)) throw new UsageError(`--depth is a number of steps, and not ${depth}`);
  return Number(depth);
}
