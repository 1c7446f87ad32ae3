// How much py2nix takes of what others wrote. No project comes near these limits; a file that was made to take all memory
// or time does. Whoever runs py2nix can change them (`--limit NAME=VALUE`), a project's own settings cannot: the limits are
// there against what a project says.

export interface Limit {
  /** What holds where nothing else is said, in `unit`s. */
  readonly value: number;
  /** The most that it can be raised to: what the memory of Node, its stack or a string of it can hold. */
  readonly most: number;
  /** `count` is a number of things or levels. */
  readonly unit: "bytes" | "seconds" | "count";
  readonly describe: string;
}

const MIB = 1024 ** 2;

export const LIMITS = {
  "file-size": { value: 64 * MIB, most: 500 * MIB, unit: "bytes", describe: "a file that is read, or standard input" },
  "included-files": {
    value: 1000,
    most: 100_000,
    unit: "count",
    describe: "requirements files, or dependency groups, that include each other",
  },
  "include-depth": { value: 100, most: 500, unit: "count", describe: "levels in which they include each other" },
  nesting: {
    value: 200,
    most: 1000,
    unit: "count",
    describe: "levels of TOML, JSON, YAML and Python literals, and of parentheses in a marker",
  },
  interpolations: { value: 1000, most: 1_000_000, unit: "count", describe: "`%(name)s` of a setup.cfg's section" },
  "workspace-levels": {
    value: 16,
    most: 100,
    unit: "count",
    describe: "folders above a workspace's member in which its root and lock are looked for",
  },
  "workspace-depth": { value: 16, most: 100, unit: "count", describe: "levels that a workspace's `**` reaches" },
  "workspace-folders": {
    value: 20_000,
    most: 10_000_000,
    unit: "count",
    describe: "folders that are looked into for a workspace's members",
  },
  "download-size": {
    value: 256 * MIB,
    most: 2048 * MIB,
    unit: "bytes",
    describe: "a channel's list of packages, as it is sent",
  },
  "list-size": { value: 2048 * MIB, most: 16_384 * MIB, unit: "bytes", describe: "the same, decompressed" },
  "answer-size": { value: 256 * MIB, most: 500 * MIB, unit: "bytes", describe: "what one process of Nix answers" },
  "answer-time": { value: 900, most: 86_400, unit: "seconds", describe: "how long that may take" },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;
/** Limits by their names, in their units; what is not named stays as it is. */
export type Limits = { readonly [Name in LimitName]?: number };

let changed: Limits = {};

/** What holds now, in the limit's unit. */
export function limitOf(name: LimitName): number {
  return changed[name] ?? LIMITS[name].value;
}

/** Changes limits for this run of the program. */
export function setLimits(limits: Limits): void {
  changed = { ...changed, ...limits };
}

/** Runs something that ends before it returns under other limits. */
export function withLimits<T>(limits: Limits, run: () => T): T {
  const before = changed;
  changed = { ...before, ...limits };
  try {
    return run();
  } finally {
    changed = before;
  }
}

/**
 * What an error says of a limit that is not enough: the option that raises it, at least to `needed` where that is known.
 * Empty where it cannot be raised that far.
 */
export function raised(name: LimitName, needed = limitOf(name) + 1): string {
  const { most } = LIMITS[name];
  if (needed > most) return "";
  let value = limitOf(name);
  while (value < needed) value *= 2;
  return `; --limit ${name}=${formatLimit(name, Math.min(value, most))} takes more`;
}

/** A value of a limit as `--limit` takes it: `64MiB`, `900s`, `1000`. */
export function formatLimit(name: LimitName, value = limitOf(name)): string {
  const { unit } = LIMITS[name];
  if (unit === "seconds") return `${value}s`;
  if (unit === "count") return String(value);
  const power = [3, 2, 1].find((exponent) => value >= 1024 ** exponent && value % 1024 ** exponent === 0) ?? 0;
  return `${value / 1024 ** power}${SIZES[power]}`;
}

/** By powers of 1024. */
export const SIZES = ["B", "KiB", "MiB", "GiB"] as const;
