// `py2nix init`: a project's Nix file and what goes with it, after it was told what will be written.

import { delimiter, join } from "node:path";
import { InputError, printable } from "../diagnostics.ts";
import { discoverManifests } from "../manifests/load.ts";
import { basename, joinPath } from "../paths.ts";
import { formatCounts, formatDiagnostic } from "../report/summary.ts";
import { loadSettings } from "../settings/read.ts";
import type { Settings } from "../settings/settings.ts";
import { shellWord } from "../shells/shell-words.ts";
import { STYLES } from "../shells/styles.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { diffOf } from "./convert-command.ts";
import { realFiles, writeFiles } from "./files.ts";
import { type Generated, generate } from "./generate.ts";
import { GENERATION_OPTIONS, type GivenGeneration } from "./generation-options.ts";
import { hookFile, ignoreFile, withHookIn } from "./init.ts";
import { type Given, type Options, readWords, UsageError } from "./options.ts";
import { type Compared, type Decided, decide } from "./outputs.ts";
import { Questions } from "./questions.ts";
import { generatedFile, type Request } from "./regenerate.ts";
import { canAsk, paintFor, writeNotes, writeResult } from "./terminal.ts";

const { style, python, pin, envrc } = GENERATION_OPTIONS;
const OPTIONS = {
  style: { ...style, section: "Answers", choices: style.choices.filter((name) => fileNameOf(name) !== null) },
  python: { ...python, section: "Answers" },
  pin: { ...pin, section: "Answers" },
  envrc: { ...envrc, section: "Answers" },
  "pre-commit": {
    kind: "flag",
    section: "Answers",
    describe: "have pre-commit make the file again when what it is made from changes",
  },
  yes: { kind: "flag", alias: "y", section: "Answers", describe: "ask nothing: no to what no option says" },
  "dry-run": { kind: "flag", alias: "n", section: "Output", describe: "write nothing, and show what would be written" },
  force: { kind: "flag", section: "Output", describe: "overwrite files that py2nix did not make" },
  quiet: { kind: "flag", alias: "q", section: "Output", describe: "tell nothing but errors, and ask nothing" },
} as const satisfies Options;

type GivenInit = Given<typeof OPTIONS>;

export const initCommand: Command = {
  options: OPTIONS,
  takes: { describe: "the project's folder", otherwise: "this folder", arePaths: true },
  examples: [
    ["init --dry-run", "show what would be written"],
    ["init --yes --envrc", "write shell.nix and direnv's file without a question"],
    ["init --pre-commit", "have the file made again before each commit"],
  ],
  run: async (given: GivenInit, { names, dataFolder }: Invocation) => {
    const [folder = ".", ...rest] = names;
    if (rest.length > 0) throw new UsageError("init takes one folder");
    if (realFiles.kind(folder) !== "folder") throw new InputError(`${folder} is no folder`);
    // Nothing is asked about a folder that has nothing to convert.
    discoverManifests(folder, realFiles);
    const questions = canAsk() && !given.yes && !given.quiet ? new Questions() : null;
    try {
      const answers = await answersOf(folder, given, questions);
      const made = await generate(answers.names, answers.given, dataFolder);
      const plan = stepsFor(folder, made, answers, given.force);
      if (!given.quiet) writeNotes(formatSteps(plan, made));
      if (given["dry-run"]) {
        await writeResult(diffOf(plan));
        if (!given.quiet) writeNotes("nothing was written (--dry-run)\n");
        return EXIT.done;
      }
      if (plan.write.length > 0 && questions !== null && !(await questions.confirm("Write this?", true))) {
        writeNotes("nothing was written\n");
        return EXIT.done;
      }
      await writeFiles(plan.write);
      if (!given.quiet) writeNotes(`${nextSteps(folder, answers)}\n`);
      return EXIT.done;
    } finally {
      questions?.close();
    }
  },
};

// ---- what is wanted -----------------------------------------------------------------------------------------

interface Answers extends Request {
  readonly style: string;
  readonly hasHook: boolean;
}

/** What the options say, then the settings and the file that is there, then the person who is asked. */
async function answersOf(folder: string, given: GivenInit, questions: Questions | null): Promise<Answers> {
  const { settings } = loadSettings(folder, realFiles);
  const known = given.style ?? settings.style?.value ?? earlierStyle(folder);
  const { choices } = OPTIONS.style;
  const chosen = known ?? (await questions?.choose(`Style, of ${choices.join(", ")}?`, choices)) ?? "shell";
  const output = settings.output?.value ?? joinPath(folder, fileNameOf(chosen) ?? "");
  const earlier = requestIn(output);
  const base = earlier ?? { names: [folder], given: readWords(GENERATION_OPTIONS, []).given };
  // What the file was made with is an answer.
  const ask = earlier === null ? questions : null;
  const version = given.python ?? (await askPython(ask, settings)) ?? base.given.python;
  const isPinned = given.pin || base.given.pin || (settings.pin === null && (await askPin(ask)));
  const hasEnvrc = given.envrc || base.given.envrc || (await askEnvrc(ask, folder, chosen));
  const path = hookFile(folder, realFiles);
  const hasHook = given["pre-commit"] || (await askHook(ask, path));
  const isSaid = given.style !== null || settings.style !== null || chosen === "shell";
  return {
    names: base.names,
    given: {
      ...base.given,
      style: given.style ?? base.given.style ?? (isSaid ? null : chosen),
      python: version,
      pin: isPinned,
      envrc: hasEnvrc,
      output,
    } satisfies GivenGeneration,
    style: chosen,
    hasHook,
  };
}

async function askPython(questions: Questions | null, settings: Settings): Promise<string | null> {
  if (questions === null || settings.python !== null) return null;
  return (await questions.ask("Python, such as 3.12? [what the project and nixpkgs have] ")) || null;
}

async function askPin(questions: Questions | null): Promise<boolean> {
  return (await questions?.confirm("Pin nixpkgs to the revision whose versions py2nix knows?", false)) ?? false;
}

async function askEnvrc(questions: Questions | null, folder: string, chosen: string): Promise<boolean> {
  if (questions === null || direnvLine(chosen) === null) return false;
  const places = [folder, ...(process.env.PATH ?? "").split(delimiter).filter((place) => place !== "")];
  const hasDirenv = places.some((place) =>
    [".envrc", "direnv"].some((name) => realFiles.kind(join(place, name)) === "file"),
  );
  return questions.confirm("Write .envrc, for direnv to enter the shell?", hasDirenv);
}

async function askHook(questions: Questions | null, path: string): Promise<boolean> {
  return (await questions?.confirm(`Add a hook to ${path}?`, realFiles.kind(path) === "file")) ?? false;
}

function fileNameOf(styleName: string): string | null {
  return STYLES.find(({ name }) => name === styleName)?.fileName ?? null;
}

function direnvLine(styleName: string): string | null {
  return STYLES.find(({ name }) => name === styleName)?.direnv ?? null;
}

/** How a file of ours was made, or null. */
function requestIn(path: string): Request | null {
  const request = realFiles.kind(path) === "file" ? generatedFile(path)?.request : undefined;
  return request === undefined || request instanceof Error ? null : request;
}

/** The style of what py2nix made here before. */
function earlierStyle(folder: string): string | null {
  for (const name of new Set(STYLES.flatMap(({ fileName }) => fileName ?? []))) {
    const request = requestIn(joinPath(folder, name));
    if (request) return request.given.style ?? "shell";
  }
  return null;
}

// ---- what will be done ----------------------------------------------------------------------------------------

interface Steps extends Decided {
  /** What is to be done by hand, and what else is to be known. */
  readonly notes: readonly string[];
}

/** The files as they are to be. Throws an InputError where the output is another's and is not to be overwritten. */
function stepsFor(folder: string, { files, plan }: Generated, { given, hasHook }: Answers, force: boolean): Steps {
  const paint = paintFor("stderr");
  const decided = decide(files, realFiles, force);
  const path = hookFile(folder, realFiles);
  const hook = hasHook ? withHookIn(path, realFiles) : null;
  const byHand = Array.isArray(hook) ? (hook as readonly string[]) : null;
  const more = [
    ignoreFile(folder, [".venv", ...(given.envrc ? [".direnv"] : [])], realFiles),
    hook === null || byHand !== null ? null : (hook as Compared),
  ].filter((one) => one !== null);
  return {
    write: [...decided.write, ...more.filter(({ state }) => state !== "unchanged")],
    unchanged: [...decided.unchanged, ...more.filter(({ state }) => state === "unchanged")],
    kept: decided.kept,
    notes: [
      ...plan.diagnostics.filter(({ severity }) => severity === "warning").map((one) => formatDiagnostic(one, paint)),
      ...(byHand === null
        ? []
        : [
            `${paint.warning("warning:")} ${printable(path)} is not written in a way that a hook could be added to; its repos need:`,
            ...byHand.map((line) => `  ${line}`),
          ]),
    ],
  };
}

function formatSteps({ write, unchanged, kept, notes }: Steps, { files, plan, provision }: Generated): string {
  const paint = paintFor("stderr");
  const all = [...write, ...unchanged, ...kept];
  const width = Math.max(...all.map(({ path }) => printable(path).length));
  const line = ({ path }: Compared, what: string) => `  ${printable(path).padEnd(width)}  ${what}`;
  const lines = [
    ...unchanged.map((one) => line(one, paint.dim("stays as it is"))),
    ...kept.map((one) => line(one, paint.dim("was not made by py2nix, and stays (--force)"))),
    ...write.map((one) => {
      const isOutput = one.path === files[0].path;
      const what =
        one.state === "new" ? "new" : one.state === "foreign" ? paint.warning("overwritten") : addedText(one);
      return line(one, `${paint.bold(what)}${isOutput ? `: ${formatCounts(plan, paint, provision)}` : ""}`);
    }),
    ...notes,
  ];
  return lines.map((text) => `${text}\n`).join("");
}

/** What is done to a file that is there. */
function addedText({ before, text }: Compared): string {
  const [old, lines] = [(before ?? "").split("\n"), text.split("\n")];
  let kept = 0;
  for (const line of lines) if (line === old[kept]) kept++;
  const more = lines.length - old.length;
  return kept === old.length && more > 0 ? `${more} ${more === 1 ? "line" : "lines"} added` : "changed";
}

/** How the environment is entered. */
function nextSteps(folder: string, { given, style: chosen }: Answers): string {
  const file = basename(given.output ?? "");
  const word = (path: string) => printable(shellWord(path.startsWith("-") ? `./${path}` : path));
  const isFlake = fileNameOf(chosen) === "flake.nix";
  const enter = isFlake
    ? "nix develop"
    : fileNameOf(chosen) === "devenv.nix"
      ? "devenv shell"
      : file === "shell.nix"
        ? "nix-shell"
        : `nix-shell ${word(file)}`;
  const words = [
    ...(folder === "." ? [] : [`cd ${word(folder)}`]),
    ...(isFlake ? [`git add ${word(file)}`] : []),
    given.envrc ? "direnv allow" : enter,
  ];
  return `Enter it: ${words.join(" && ")}`;
}
