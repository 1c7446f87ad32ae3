// How the time of a resolution grows with its lock: `npm run bench`. Locks are made up, six edges to a package; the same
// ones at every run. Times are the processor's, the median of five runs, and for reading: no test looks at them.

import { NixpkgsIndex } from "../src/nixpkgs/index.ts";
import { parseMarker, parseRequirement } from "../src/pep/pep508.ts";
import {
  EMPTY_PROJECT,
  type Lock,
  type LockedDependency,
  type LockedPackage,
  type Project,
  type Requirement,
} from "../src/project.ts";
import { resolve } from "../src/resolver/resolve.ts";
import { DEFAULT_SELECTION } from "../src/resolver/selection.ts";

const SIZES = [1_000, 2_000, 4_000, 10_000, 20_000];
const EDGES = 6;
const RUNS = 5;

interface Shape {
  readonly name: string;
  /** nixpkgs has one of so many required packages in a version that does not fit, and lacks one of so many others. */
  readonly misfits: number;
  /** Whether the lock tells the ranges that a package accepts, as poetry.lock does and uv.lock does not. */
  readonly hasRanges: boolean;
  /** Whether packages tell by themselves where they belong, as in pylock.toml. */
  readonly isMarked: boolean;
}

const NONE = 2 ** 32;

const SHAPES: readonly Shape[] = [
  { name: "from nixpkgs", misfits: NONE, hasRanges: true, isMarked: false },
  { name: "mixed", misfits: 10, hasRanges: true, isMarked: false },
  { name: "without ranges", misfits: 10, hasRanges: false, isMarked: false },
  { name: "by markers", misfits: 10, hasRanges: true, isMarked: true },
];

/** Numbers from 0 up to `below`, the same in every run. */
function numbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const MARKERS = ["sys_platform == 'darwin'", "python_version < '3.11'", "platform_machine != 'aarch64'"].map(
  parseMarker,
);

const RANGE = [parseRequirement("x>=1,<3").specifier];
const RANGES = [RANGE, [parseRequirement("x>=1.4").specifier]];

function nameOf(node: number): string {
  return `package-${String(node).padStart(6, "0")}`;
}

/** Packages that only need each other, and those that everything needs: the first ones. */
const CLUSTER = 50;
const COMMON = 200;

/**
 * A lock of clusters: each package needs the next one of its cluster, others near it and others that everything needs,
 * some under markers, some for an extra; one of twenty is needed by one that it needs itself.
 */
function makeLock(size: number, shape: Shape): { lock: Lock; edges: number } {
  const random = numbers();
  let edges = 0;
  const packages = Array.from({ length: size }, (_, node): LockedPackage => {
    const first = node - (node % CLUSTER);
    const ends = new Set([first + ((node + 1) % CLUSTER)]);
    // The last of a cluster would close its ring: one of twenty does.
    if (node % CLUSTER === CLUSTER - 1 && random(20) > 0) ends.clear();
    while (ends.size < EDGES) ends.add(random(2) === 0 ? random(COMMON) : first + random(CLUSTER));
    for (const end of ends) if (end < node && end >= COMMON && random(20) > 0) ends.delete(end);
    while (ends.size < EDGES) ends.add(random(COMMON));
    ends.delete(node);
    edges += ends.size;
    const dependencies = [...ends].map((end): LockedDependency => {
      const kind = random(100);
      return {
        key: nameOf(end),
        extras: kind >= 90 ? ["more"] : [],
        constraint: shape.hasRanges ? (RANGES[kind % 2] ?? null) : null,
        marker: kind < 10 ? (MARKERS[kind % MARKERS.length] ?? null) : null,
        optional: kind >= 85 && kind < 90,
      };
    });
    return {
      name: nameOf(node),
      key: nameOf(node),
      version: "1.5",
      source: { kind: "registry" },
      marker: null,
      groups: null,
      requiresPython: [[]],
      dependencies,
      extras: { more: dependencies.filter(({ optional }) => optional).map(({ key }) => key) },
      files: [{ name: `${nameOf(node)}-1.5-py3-none-any.whl`, hash: "sha256:00" }],
      origin: { file: "poetry.lock", line: node + 1 },
    };
  });
  const reach = shape.isMarked ? "markers" : "dependencies";
  return { lock: { file: "poetry.lock", reach, tool: "poetry", packages, requiresPython: null }, edges };
}

function makeIndex(size: number, { misfits }: Shape): NixpkgsIndex {
  const random = numbers();
  const rows = Array.from({ length: size }, (_, node) => {
    const isMisfit = node >= COMMON && random(misfits) === 0;
    if (isMisfit && node % CLUSTER > 0) return "";
    return `${nameOf(node)}\t\t${isMisfit ? "3.0" : "1.6"}\n`;
  });
  const release = { channel: "", release: "", revision: "", narHash: "", date: "", default: "python313" };
  const interpreters = { interpreters: { python313: "3.13.7" }, sets: ["python313"] };
  return new NixpkgsIndex({
    release: JSON.stringify({ ...release, ...interpreters }),
    python: rows.join(""),
    programs: "",
    exceptions: "",
    falseFriends: "",
    backports: "",
    wheelLibraries: "",
    nativeLibraries: "",
    anomalies: "",
  });
}

function makeProject(size: number, shape: Shape): { project: Project; edges: number } {
  const { lock, edges } = makeLock(size, shape);
  const requirements = Array.from({ length: size / CLUSTER }, (_, i): Requirement => {
    const name = nameOf(i * CLUSTER);
    return {
      name,
      key: name,
      extras: i % 4 === 0 ? ["more"] : [],
      constraint: RANGE,
      marker: null,
      source: { kind: "registry" },
      hashes: [],
      options: [],
      group: "main",
      extra: null,
      origin: { file: "pyproject.toml", line: i + 1 },
    };
  });
  return { project: { ...EMPTY_PROJECT, requirements, lock }, edges };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function row(cells: readonly (string | number)[]): string {
  const [first, ...rest] = cells.map(String);
  return [(first ?? "").padEnd(16), ...rest.map((cell) => cell.padStart(10))].join("");
}

console.log(row(["lock", "packages", "edges", "from pip", "ms", "µs each", "ratio"]));
for (const shape of SHAPES) {
  let first = 0;
  for (const size of SIZES) {
    const { project, edges } = makeProject(size, shape);
    let fromPip = 0;
    const times = Array.from({ length: RUNS }, () => {
      const index = makeIndex(size, shape);
      const start = process.cpuUsage();
      const { decisions } = resolve(project, index, { selection: DEFAULT_SELECTION, python: null });
      const { user, system } = process.cpuUsage(start);
      fromPip = decisions.filter(({ from }) => from === "pip").length;
      return (user + system) / 1000;
    });
    const each = (median(times) * 1000) / size;
    first ||= each;
    console.log(
      row([shape.name, size, edges, fromPip, median(times).toFixed(1), each.toFixed(1), (each / first).toFixed(2)]),
    );
  }
}
