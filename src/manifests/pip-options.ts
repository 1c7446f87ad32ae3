// The options that pip takes in a requirements file, split and parsed as Python's shlex and optparse do it.
// https://pip.pypa.io/en/stable/reference/requirements-file-format/#supported-options

/** The options by their first long spelling; `argument` tells whether one takes a value. */
const OPTIONS = [
  { name: "--index-url", spellings: ["-i", "--index-url", "--pypi-url"], argument: true },
  { name: "--extra-index-url", spellings: ["--extra-index-url"], argument: true },
  { name: "--no-index", spellings: ["--no-index"], argument: false },
  { name: "--constraint", spellings: ["-c", "--constraint"], argument: true },
  { name: "--requirement", spellings: ["-r", "--requirement"], argument: true },
  { name: "--editable", spellings: ["-e", "--editable"], argument: true },
  { name: "--find-links", spellings: ["-f", "--find-links"], argument: true },
  { name: "--no-binary", spellings: ["--no-binary"], argument: true },
  { name: "--only-binary", spellings: ["--only-binary"], argument: true },
  { name: "--prefer-binary", spellings: ["--prefer-binary"], argument: false },
  { name: "--require-hashes", spellings: ["--require-hashes"], argument: false },
  { name: "--no-require-hashes", spellings: ["--no-require-hashes"], argument: false },
  { name: "--pre", spellings: ["--pre"], argument: false },
  { name: "--all-releases", spellings: ["--all-releases"], argument: true },
  { name: "--only-final", spellings: ["--only-final"], argument: true },
  { name: "--trusted-host", spellings: ["--trusted-host"], argument: true },
  { name: "--use-feature", spellings: ["--use-feature"], argument: true },
  { name: "--hash", spellings: ["--hash"], argument: true },
  { name: "--config-settings", spellings: ["-C", "--config-settings"], argument: true },
] as const;

export type PipOptionName = (typeof OPTIONS)[number]["name"];

/** An option as it was given; `start` and `end` are its place in the line. */
export interface GivenOption {
  readonly name: PipOptionName;
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
}

/** pip refuses the options; `start` and `end` are the place in the line. */
export class OptionError extends Error {
  override readonly name = "OptionError";
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits as `shlex.split` does in POSIX mode without comments. Throws an OptionError for an open quote or escape. */
export function splitWords(text: string, offset: number): Word[] {
  const words: Word[] = [];
  let word: string | null = null;
  let start = 0;
  let quote = "";
  for (let i = offset; i <= text.length; i++) {
    const character = text.charAt(i);
    if (quote === "" && (i === text.length || /[ \t\r\n]/.test(character))) {
      if (word !== null) words.push({ text: word, start, end: i });
      word = null;
      continue;
    }
    if (i === text.length) throw new OptionError(`the quote ${quote} is never closed`, start, i);
    if (word === null) {
      word = "";
      start = i;
    }
    if (quote === "" ? character === "'" || character === '"' : character === quote) {
      quote = quote === "" ? character : "";
    } else if (character === "\\" && quote !== "'") {
      const next = text.charAt(i + 1);
      if (next === "") throw new OptionError("nothing follows the backslash", i, i + 1);
      word += quote === '"' && next !== '"' && next !== "\\" ? `\\${next}` : next;
      i++;
    } else {
      word += character;
    }
  }
  return words;
}

/** What stands in the options part of a line. */
export interface ParsedOptions {
  readonly options: readonly GivenOption[];
  /** Words that belong to no option: pip ignores them. */
  readonly ignored: readonly Word[];
}

/** Parses the options of `line` from `offset` on, as pip's optparse parser does. Throws an OptionError. */
export function parseOptions(line: string, offset: number): ParsedOptions {
  const words = splitWords(line, offset);
  const options: GivenOption[] = [];
  const ignored: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.text === "--") {
      ignored.push(...words.slice(i + 1));
      break;
    }
    if (!word.text.startsWith("-") || word.text === "-") {
      ignored.push(word);
      continue;
    }
    const argument = (spelling: string): Word => {
      const next = words[++i];
      if (!next) throw new OptionError(`${spelling} needs an argument`, word.start, word.end);
      return next;
    };
    options.push(word.text.startsWith("--") ? longOption(word, argument) : shortOption(word, argument));
  }
  return { options, ignored };
}

function longOption(word: Word, argument: (spelling: string) => Word): GivenOption {
  const equals = word.text.indexOf("=");
  const spelling = equals < 0 ? word.text : word.text.slice(0, equals);
  const option = findLong(spelling, word);
  if (!option.argument) {
    if (equals >= 0) throw new OptionError(`${option.name} takes no value`, word.start, word.end);
    return { name: option.name, value: null, start: word.start, end: word.end };
  }
  if (equals >= 0) {
    return { name: option.name, value: word.text.slice(equals + 1), start: word.start, end: word.end };
  }
  const value = argument(option.name);
  return { name: option.name, value: value.text, start: word.start, end: value.end };
}

/** An option by its long spelling or any abbreviation of it that fits one option only. */
function findLong(spelling: string, word: Word): (typeof OPTIONS)[number] {
  const all = OPTIONS.flatMap((option) => option.spellings.map((name) => ({ name: name as string, option })));
  const exact = all.find(({ name }) => name === spelling);
  if (exact) return exact.option;
  const candidates = all.filter(({ name }) => name.startsWith("--") && name.startsWith(spelling));
  const [only] = candidates;
  if (only && candidates.length === 1) return only.option;
  throw new OptionError(
    only
      ? `${spelling} could be ${candidates.map(({ name }) => name).join(" or ")}`
      : `pip has no option ${spelling} in a requirements file`,
    word.start,
    word.end,
  );
}

/** `-rFILE` or `-r FILE`: every short option takes a value, the rest of the word or the next word. */
function shortOption(word: Word, argument: (spelling: string) => Word): GivenOption {
  const spelling = word.text.slice(0, 2);
  const option = OPTIONS.find(({ spellings }) => (spellings as readonly string[]).includes(spelling));
  if (!option) throw new OptionError(`pip has no option ${spelling} in a requirements file`, word.start, word.end);
  const rest = word.text.slice(2);
  const value = rest === "" ? argument(spelling) : { text: rest, end: word.end };
  return { name: option.name, value: value.text, start: word.start, end: value.end };
}
