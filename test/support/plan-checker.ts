// Checks a plan against the project, the lock and the index that it was made from, without the resolver's code: the lock
// is walked platform by platform, and what must come from pip is found by going over all packages again and again until
// nothing more is found. Only versions, markers and the index are the program's own.

import type { Candidate, NixpkgsIndex } from "../../src/nixpkgs/index.ts";
import { admits, isUnconstrained } from "../../src/pep/constraint.ts";
import { forSelection } from "../../src/pep/marker-algebra.ts";
import { isInstallableOnNix } from "../../src/pep/pep425.ts";
import { satisfies } from "../../src/pep/pep440.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import { evaluateMarker, type Marker, MarkerError } from "../../src/pep/pep508.ts";
import { markerEnvironment, PLATFORMS, platformsOf } from "../../src/platforms.ts";
import type { Constraint, Lock, LockedDependency, LockedPackage, Project, Requirement } from "../../src/project.ts";
import type { Decision, Plan } from "../../src/resolver/plan.ts";

const ANY: Constraint = [[]];

/** An edge of the lock that holds on a platform. */
interface Edge {
  readonly to: LockedPackage;
  readonly constraint: Constraint | null;
  /** The extra of its beginning that it belongs to. */
  readonly extra: string | null;
  /** The extras of its end that it asks for. */
  readonly extras: readonly string[];
}

/** What the walk starts from. */
interface Start {
  readonly to: LockedPackage;
  readonly extras: readonly string[];
  /** What is required of it, and by whom where that is no line of the manifest. */
  readonly asks: readonly { readonly constraint: Constraint | null; readonly by: string | null }[];
}

export interface Figures {
  /** Decisions looked at, platform by platform. */
  decisions: number;
  /** Needs of packages from pip, and ranges asked of nixpkgs' packages. */
  needs: number;
  /** Edges of nixpkgs' packages. */
  built: number;
}

/** What is wrong with a plan, a line each. `figures` are added to. */
export function checkPlan(
  project: Project,
  index: NixpkgsIndex,
  plan: Plan,
  figures: Figures = { decisions: 0, needs: 0, built: 0 },
): string[] {
  const wrong = new Set<string>();
  for (let bit = 0; bit < PLATFORMS.length; bit++) {
    for (const line of new Check(project, index, plan, bit, figures).run()) wrong.add(line);
  }
  return [...wrong];
}

class Check {
  readonly #identity;
  readonly #lock: Lock | null;
  readonly #system: string;
  readonly #here: readonly Decision[];
  readonly #groups: ReadonlySet<string>;
  readonly #extras: ReadonlySet<string>;
  /** The extras and groups that markers of the lock ask for. */
  #named: { extras: Set<string>; groups: Set<string> };
  readonly #wrong: string[] = [];
  readonly #edges = new Map<LockedPackage, Edge[]>();
  readonly #available = new Map<string, LockedPackage[]>();

  constructor(
    readonly project: Project,
    readonly index: NixpkgsIndex,
    readonly plan: Plan,
    readonly bit: number,
    readonly figures: Figures,
  ) {
    this.#identity = { version: plan.interpreter.version, implementation: "cpython" } as const;
    this.#lock = project.lock;
    this.#system = PLATFORMS[bit]!.system;
    this.#here = plan.decisions.filter(({ platforms }) => (platforms & (1 << bit)) !== 0);
    this.#groups = new Set(plan.groups);
    this.#extras = new Set(plan.extras);
    this.#named = { extras: new Set(this.#extras), groups: new Set(this.#groups) };
  }

  run(): string[] {
    this.figures.decisions += this.#here.length;
    // For other systems than its own a lock need not have anything.
    const { environments = [] } = this.#lock ?? {};
    if (environments.length > 0 && !environments.some((marker) => this.#holds(marker, []))) return [];
    const active = this.#activeRequirements();
    this.#checkDecisions();
    if (this.#lock === null) {
      for (const requirement of active) this.#checkRequirement(requirement);
      this.#checkOpen(active);
    } else {
      this.#checkLock(this.#lock, active);
    }
    return this.#wrong;
  }

  #tell(message: string): void {
    this.#wrong.push(`${this.#system}: ${message}`);
  }

  // What is asked for ----------------------------------------------------------------------------------------

  #activeRequirements(): Requirement[] {
    const own = this.project.name === null ? null : normalizeName(this.project.name);
    return this.project.requirements.filter(
      ({ key, group, extra, marker, source }) =>
        (extra === null ? this.#groups.has(group) : this.#extras.has(extra)) &&
        !(key === own && source.kind === "registry") &&
        (platformsOf(marker, this.#identity).platforms & (1 << this.bit)) !== 0,
    );
  }

  /** Whether a marker of the lock holds; `extras` are those of the package that it stands in. */
  #holds(marker: Marker | null, extras: readonly string[]): boolean {
    const rest = marker && forSelection(marker, this.#named.extras, this.#named.groups);
    if (rest === null || rest === true) return true;
    if (rest === false) return false;
    try {
      return ["", ...extras].some((extra) =>
        evaluateMarker(rest, {
          platform_release: "",
          platform_version: "",
          ...markerEnvironment(this.#identity, PLATFORMS[this.bit]!),
          extra,
        }),
      );
    } catch (error) {
      if (error instanceof MarkerError) return true;
      throw error;
    }
  }

  // Single decisions -----------------------------------------------------------------------------------------

  #candidate(key: string): Candidate | null {
    const found = this.index.find(key, this.plan.interpreter.attribute);
    return "attribute" in found ? found : null;
  }

  #decisionsOf(key: string): Decision[] {
    return this.#here.filter((decision) => decision.key === key);
  }

  /** Each is about something real: versions and hashes are those of the index and of the lock. */
  #checkDecisions(): void {
    for (const decision of this.#here) {
      const { key, from } = decision;
      if (new Set(this.#decisionsOf(key).map((other) => other.from)).size > 1)
        this.#tell(`${key} comes from two places`);
      if (decision.reason === "") this.#tell(`${key} is from ${from} for no reason`);
      if (from === "nixpkgs") {
        const candidate = this.#candidate(key);
        const { attribute, version, kind } = decision.package;
        if (!candidate) this.#tell(`${key} is not in nixpkgs`);
        else if (
          candidate.attribute.join(".") !== attribute.join(".") ||
          candidate.version !== version ||
          candidate.kind !== kind
        )
          this.#tell(`${key} is another one in nixpkgs: ${candidate.attribute.join(".")} ${candidate.version}`);
      }
      if (from === "pip") for (const requirement of decision.requirements) this.#checkPip(key, requirement);
    }
  }

  #checkPip(key: string, { specifier, hashes, files, source, name }: PipPart): void {
    const ofLock = (this.#lock?.packages ?? []).filter((locked) => locked.key === key);
    if (ofLock.length === 0 || !specifier.startsWith("==") || this.#isOpen(key)) return;
    const locked = ofLock.filter(
      (one) => `==${one.version}` === specifier && JSON.stringify(one.source) === JSON.stringify(source),
    );
    if (locked.length === 0) this.#tell(`pip is asked for ${name}${specifier}, which the lock does not have`);
    const takeable = locked.flatMap((one) =>
      one.files.filter((file) => isInstallableOnNix(file.name, this.#identity.version)),
    );
    const known = new Set(takeable.flatMap(({ hash }) => hash ?? []));
    if (hashes.length !== known.size || hashes.some((hash) => !known.has(hash)))
      this.#tell(`pip is given other hashes of ${name} than the lock's`);
    if (files.some((file) => !takeable.includes(file))) this.#tell(`pip is given other files of ${name}`);
  }

  /** A line of the manifest is served by what was decided. */
  #checkRequirement(requirement: Requirement): void {
    const { key, constraint, source, extras } = requirement;
    const decisions = this.#decisionsOf(key);
    if (decisions.length === 0) this.#tell(`${key} is required and not decided`);
    for (const decision of decisions) {
      if (decision.from === "nixpkgs") {
        this.figures.needs += 1;
        if (!decision.listed) this.#tell(`${key} is required and not listed`);
        const why = this.#refusal(this.#candidate(key), source, constraint, false);
        if (why !== null) this.#tell(`${key} is required and from nixpkgs: ${why}`);
      } else if (decision.from === "nowhere") {
        if (this.index.standardLibrary(key, constraint) === null) this.#tell(`${key} is required and left out`);
      } else {
        const asked = decision.requirements.flatMap((one) => one.extras);
        // The same line may stand in another decision of the same extent.
        const all = decisions.flatMap((one) => (one.from === "pip" ? one.requirements : []));
        const missing = extras.filter((extra) => !asked.includes(extra) && !all.some((o) => o.extras.includes(extra)));
        if (missing.length > 0) this.#tell(`${key} is asked for without its extras ${missing.join(", ")}`);
        for (const { specifier } of all) {
          const version = /^==([^,*]+)$/.exec(specifier)?.[1];
          const isTold = this.plan.diagnostics.some(({ message }) =>
            message.startsWith(`${requirement.name} is locked to `),
          );
          if (source.kind === "registry" && version && !isTold && !isIn(constraint, version))
            this.#tell(`${key} is required in another version than ${version}`);
        }
      }
    }
  }

  /** Without a lock: nothing is from pip that nixpkgs could serve. */
  #checkOpen(active: readonly Requirement[]): void {
    for (const key of new Set(active.map((requirement) => requirement.key))) {
      const constraints = this.project.constraints.filter(
        ({ key: other, marker }) =>
          other === key && (platformsOf(marker, this.#identity).platforms & (1 << this.bit)) !== 0,
      );
      const all = [...active.filter((requirement) => requirement.key === key), ...constraints];
      const fits = all.every(
        ({ source, constraint }) => this.#refusal(this.#candidate(key), source, constraint, false) === null,
      );
      const isPip = this.#decisionsOf(key).some(({ from }) => from === "pip");
      if (isPip && fits) this.#tell(`${key} is from pip, and nixpkgs has one that fits`);
    }
  }

  /** Why nixpkgs' package cannot serve, in a word; null when it can. */
  #refusal(
    candidate: Candidate | null,
    source: Requirement["source"],
    constraint: Constraint,
    isByPip: boolean,
  ): string | null {
    if (source.kind !== "registry" || source.index !== undefined) return "it is from elsewhere";
    if (candidate === null) return "nixpkgs lacks it";
    if (isByPip && !candidate.sameDistribution) return "pip does not know it by its name";
    if (isUnconstrained(constraint)) return null;
    if (candidate.comparable === null) return "its version cannot be compared";
    return admits(constraint, candidate.comparable) ? null : `${candidate.version} does not fit`;
  }

  // With a lock ----------------------------------------------------------------------------------------------

  /** Whether a name is decided without the lock, which is out of date: on this platform, or on all. */
  #isOpen(key: string): boolean {
    return this.#complaints(key).some((message) => !/ is not in the lock for /.test(message) || this.#isHere(message));
  }

  #isStale(key: string): boolean {
    return this.#complaints(key).some((message) => !/ is not in the lock for /.test(message));
  }

  #isHere(message: string): boolean {
    return message.includes(` ${this.#system},`) || message.includes(` ${this.#system}:`);
  }

  #complaints(key: string): string[] {
    return this.plan.diagnostics.flatMap(({ message, origin }) =>
      message.endsWith(" is out of date") &&
      this.project.requirements.some(
        (one) => one.key === key && one.origin.file === origin?.file && one.origin.line === origin?.line,
      )
        ? [message]
        : [],
    );
  }

  /** The entries of a name that the selection has on this platform. */
  #entries(lock: Lock, key: string): LockedPackage[] {
    let found = this.#available.get(key);
    if (found) return found;
    const own = [...this.#extras];
    const parts = new Set([...this.#groups, ...this.#extras]);
    found = lock.packages.filter(
      (locked) =>
        locked.key === key &&
        (lock.reach === "dependencies" || locked.groups === null || locked.groups.some((name) => parts.has(name))) &&
        this.#holds(locked.marker, own),
    );
    if (lock.reach === "dependencies" && !lock.members && found.length > 1) found = this.#taken(found);
    // Of two that a selection has at once, the one of the project's own dependencies is installed, else the first.
    if (lock.reach === "markers" && found.length > 1)
      found = [found.find(({ groups }) => groups?.includes("main")) ?? found[0]!];
    this.#available.set(key, found);
    return found;
  }

  /** Of versions that a lock has without saying where each is meant, those that pip is to bring, or else those that are accepted. */
  #taken(entries: readonly LockedPackage[]): LockedPackage[] {
    const byPip = this.#decisionsOf(entries[0]?.key ?? "").flatMap((one) =>
      one.from === "pip" ? one.requirements : [],
    );
    const inPlan = entries.filter(({ version, source }) =>
      byPip.some(
        (one) =>
          JSON.stringify(one.source) === JSON.stringify(source) &&
          (source.kind !== "registry" || one.specifier === `==${version}`),
      ),
    );
    const wanted = this.#activeRequirements().filter(({ key }) => key === entries[0]?.key);
    const fitting = entries.filter(({ version }) => wanted.every(({ constraint }) => isIn(constraint, version)));
    return inPlan.length > 0 ? inPlan : fitting.length > 0 ? fitting : [...entries];
  }

  /** What an entry or a requirement stands for. */
  #targets(
    lock: Lock,
    key: string,
    constraint: Constraint | null,
    pinned: LockedDependency["pinned"],
  ): LockedPackage[] {
    const isMeant = ({ version, source }: LockedPackage) =>
      pinned
        ? version === pinned.version && JSON.stringify(source) === JSON.stringify(pinned.source)
        : source.kind !== "registry" || version === "" || constraint === null || isIn(constraint, version);
    const count = lock.packages.filter((locked) => locked.key === key && isMeant(locked)).length;
    return this.#entries(lock, key).filter(
      (locked) => isMeant(locked) && (count === 1 || isIn(locked.requiresPython, this.#identity.version)),
    );
  }

  #follow(lock: Lock, dependency: LockedDependency, extra: string | null): Edge[] {
    const { key, constraint, marker, extras, pinned } = dependency;
    if (!this.#holds(marker, extra === null ? [] : [extra])) return [];
    let targets = this.#targets(lock, key, constraint, pinned);
    // A lock with one version of a name means that one.
    if (targets.length === 0 && lock.packages.filter((locked) => locked.key === key).length === 1)
      targets = this.#entries(lock, key);
    return targets.map((to) => ({ to, constraint, extra, extras: extras.map(normalizeName) }));
  }

  #edgesOf(lock: Lock, locked: LockedPackage): Edge[] {
    let edges = this.#edges.get(locked);
    if (!edges) {
      edges = locked.dependencies.flatMap((dependency) => {
        if (!dependency.optional) return this.#follow(lock, dependency, null);
        const owners = Object.entries(locked.extras).filter(([, keys]) => keys.includes(dependency.key));
        return owners.flatMap(([extra]) => this.#follow(lock, dependency, extra));
      });
      this.#edges.set(locked, edges);
    }
    return edges;
  }

  /** The projects that a lock of its own projects is asked for. */
  #members(lock: Lock): LockedPackage[] {
    const members = lock.packages.filter(({ key }) => lock.members?.includes(key));
    const plain = (path: string) => path.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "") || ".";
    const folders = this.project.foldersInLock.map(plain);
    const here = members.filter(({ source }) => source.kind === "path" && folders.includes(plain(source.path)));
    return here.length > 0 || !folders.includes(".") ? here : members;
  }

  #startsOfMembers(lock: Lock, active: readonly Requirement[]): Start[] {
    const projects = this.#members(lock);
    const isRoot = this.project.foldersInLock.includes(".");
    const hasMain = this.#groups.has("main");
    const root = lock.packages.find(
      ({ key, source }) => lock.members?.includes(key) && source.kind === "path" && /^(?:\.\/?)?$/.test(source.path),
    );
    type Part = { edge: LockedDependency; owner: string | null; group: string; extra: string | null };
    const parts: Part[] = [];
    if (hasMain) {
      for (const { name, dependencies, extras } of projects) {
        for (const edge of dependencies) {
          if (!edge.optional) parts.push({ edge, owner: name, group: "main", extra: null });
          else
            for (const [extra, keys] of Object.entries(extras))
              if (this.#extras.has(extra) && keys.includes(edge.key))
                parts.push({ edge, owner: name, group: "main", extra });
        }
      }
      if (isRoot)
        for (const edge of lock.requirements ?? []) parts.push({ edge, owner: null, group: "main", extra: null });
    }
    for (const group of this.#groups) {
      const owners = projects.filter(({ dependencyGroups }) => dependencyGroups?.[group]);
      for (const { name, dependencyGroups } of owners)
        for (const edge of dependencyGroups?.[group] ?? []) parts.push({ edge, owner: name, group, extra: null });
      // A root that is no project gives its groups by itself, one that is a project to members that ask for them.
      const inherited = root ? (isRoot ? undefined : root.dependencyGroups) : lock.dependencyGroups;
      if (isRoot ? !root : owners.length === 0)
        for (const edge of inherited?.[group] ?? [])
          parts.push({ edge, owner: root?.name ?? null, group, extra: null });
    }
    return parts.flatMap(({ edge, owner, group, extra }) => {
      const lines = active.filter(
        (one) => one.key === edge.key && one.extra === extra && (extra !== null || one.group === group),
      );
      return this.#follow(lock, edge, extra).map((found): Start => {
        const { version, source } = found.to;
        const meant = lines.filter(({ constraint }) => source.kind !== "registry" || isIn(constraint, version));
        return {
          to: found.to,
          extras: found.extras,
          asks:
            meant.length > 0
              ? meant.map(({ constraint }) => ({ constraint, by: null }))
              : [{ constraint: edge.constraint, by: owner }],
        };
      });
    });
  }

  /** The extras and groups by which the markers of a lock of several projects select: those of everything that is asked for. */
  #nameAll(lock: Lock): void {
    const projects = this.#groups.has("main") ? this.#members(lock) : [];
    for (const { key, extras } of projects) {
      this.#named.extras.add(key);
      for (const extra of Object.keys(extras)) if (this.#extras.has(extra)) this.#named.extras.add(`${key}[${extra}]`);
    }
    for (const { key, dependencyGroups = {} } of this.#members(lock))
      for (const name of Object.keys(dependencyGroups))
        if (this.#groups.has(name)) this.#named.groups.add(`${key}[${name}]`);
    // Whatever the platform: an extra counts as asked for where any edge of the selection asks for it.
    const isChosen = ({ marker }: LockedDependency) =>
      !marker || forSelection(marker, this.#named.extras, this.#named.groups) !== false;
    for (let size = -1; size !== this.#named.extras.size; ) {
      size = this.#named.extras.size;
      const queue: (readonly [LockedPackage, string | null])[] = projects.flatMap((locked) =>
        [null, ...this.#extras].map((extra) => [locked, extra] as const),
      );
      const seen = new Set<string>();
      const take = (edges: readonly LockedDependency[]) => {
        for (const { key, extras } of edges.filter(isChosen)) {
          for (const extra of extras) this.#named.extras.add(`${key}[${extra}]`);
          for (const locked of lock.packages)
            if (locked.key === key) for (const extra of [null, ...extras]) queue.push([locked, extra]);
        }
      };
      take(lock.requirements ?? []);
      for (const group of this.#groups) {
        take(lock.dependencyGroups?.[group] ?? []);
        for (const member of this.#members(lock)) take(member.dependencyGroups?.[group] ?? []);
      }
      for (let item = queue.pop(); item; item = queue.pop()) {
        const [locked, extra] = item;
        const id = `${lock.packages.indexOf(locked)} ${extra}`;
        if (seen.has(id)) continue;
        seen.add(id);
        take(
          locked.dependencies.filter(({ optional, key }) =>
            extra === null ? !optional : optional && locked.extras[extra]?.includes(key),
          ),
        );
      }
    }
  }

  #checkLock(lock: Lock, allActive: readonly Requirement[]): void {
    if (lock.members) this.#nameAll(lock);
    const active = allActive.filter(({ key }) => !this.#isStale(key));
    for (const requirement of allActive) this.#checkRequirement(requirement);
    const starts = lock.members
      ? this.#startsOfMembers(lock, active)
      : active.flatMap(({ key, constraint, extras }) =>
          this.#targets(lock, key, constraint, undefined).map(
            (to): Start => ({ to, extras: extras.map(normalizeName), asks: [{ constraint, by: null }] }),
          ),
        );
    const { reached, extrasOf } = this.#reach(lock, starts);
    const loose = new Set<LockedPackage>();
    if (lock.reach === "markers") {
      for (const { key } of lock.packages)
        for (const locked of this.#entries(lock, key))
          if (!reached.has(locked) && !(locked.version === "" && locked.source.kind === "registry")) loose.add(locked);
      const more = this.#reach(lock, [...starts, ...[...loose].map((to): Start => ({ to, extras: [], asks: [] }))]);
      for (const locked of more.reached) reached.add(locked);
      for (const [locked, extras] of more.extrasOf) extrasOf.set(locked, extras);
    }
    const edgesOf = (locked: LockedPackage) =>
      this.#edgesOf(lock, locked).filter(({ extra }) => extra === null || extrasOf.get(locked)?.has(extra));

    // What is decided without the lock is wanted as the manifest says, and may be reached by others all the same.
    const open = allActive
      .filter(({ key }) => this.#isOpen(key))
      .flatMap((one) =>
        [...reached]
          .filter(({ key }) => key === one.key)
          .filter(({ key }) => this.#refusal(this.#candidate(key), one.source, one.constraint, false) !== null),
      );
    const least = (withLoose: ReadonlySet<LockedPackage>) =>
      this.#leastFromPip(starts, reached, edgesOf, open, withLoose);
    const plain = least(new Set());
    const { pip, asked } = plain.pip.size > 0 ? least(loose) : plain;
    this.#compare(reached, pip, asked);
    this.#checkMixture(reached, edgesOf);
  }

  #reach(lock: Lock, starts: readonly Start[]) {
    const reached = new Set<LockedPackage>();
    const extrasOf = new Map<LockedPackage, Set<string>>();
    const queue = starts.map(({ to, extras }) => ({ to, extras }));
    for (let item = queue.pop(); item; item = queue.pop()) {
      const { to, extras } = item;
      const known = extrasOf.get(to) ?? new Set<string>();
      const fresh = extras.filter((extra) => !known.has(extra));
      extrasOf.set(to, new Set([...known, ...fresh]));
      for (const edge of this.#edgesOf(lock, to))
        if (edge.extra === null ? !reached.has(to) : fresh.includes(edge.extra)) queue.push(edge);
      reached.add(to);
    }
    return { reached, extrasOf };
  }

  /** The packages that have to come from pip, and those that something outside of nixpkgs asks for. */
  #leastFromPip(
    starts: readonly Start[],
    reached: ReadonlySet<LockedPackage>,
    edgesOf: (locked: LockedPackage) => readonly Edge[],
    open: readonly LockedPackage[],
    loose: ReadonlySet<LockedPackage>,
  ) {
    const pip = new Set<LockedPackage>(open);
    const asked = new Set<LockedPackage>(loose);
    const askedExtras = new Map<LockedPackage, Set<string>>();
    const ask = (locked: LockedPackage, extras: readonly string[]) => {
      asked.add(locked);
      askedExtras.set(locked, new Set([...(askedExtras.get(locked) ?? []), ...extras]));
    };
    const refuses = (locked: LockedPackage, constraint: Constraint | null, isByPip: boolean) => {
      const range =
        constraint ?? (locked.version === "" ? ANY : [[{ operator: "==", version: locked.version } as const]]);
      return this.#refusal(this.#candidate(locked.key), locked.source, range, isByPip) !== null;
    };
    for (const locked of loose) if (refuses(locked, ANY, false)) pip.add(locked);
    for (const { to, extras, asks } of starts) {
      ask(to, extras);
      if (asks.some(({ constraint, by }) => refuses(to, constraint, by !== null))) pip.add(to);
    }
    const size = () => pip.size + asked.size + [...askedExtras.values()].reduce((sum, extras) => sum + extras.size, 0);
    for (let before = -1; before !== size(); ) {
      before = size();
      for (const locked of reached) {
        const isProgram = this.#candidate(locked.key)?.kind === "program";
        for (const { to, constraint, extra, extras } of edgesOf(locked)) {
          if (pip.has(locked)) {
            ask(to, extras);
            if (refuses(to, constraint, true)) pip.add(to);
            continue;
          }
          // nixpkgs' package does not bring what an extra adds that somebody outside asks for.
          if (extra !== null && askedExtras.get(locked)?.has(extra)) {
            ask(to, extras);
            if (refuses(to, constraint ?? ANY, false)) pip.add(to);
          }
          if (pip.has(to) && this.#candidate(locked.key) && !isProgram) pip.add(locked);
        }
      }
    }
    return { pip, asked };
  }

  /** The plan has exactly what has to be. */
  #compare(
    reached: ReadonlySet<LockedPackage>,
    pip: ReadonlySet<LockedPackage>,
    asked: ReadonlySet<LockedPackage>,
  ): void {
    const expected = [...reached].map((locked) => {
      const { key, version, source } = locked;
      if (pip.has(locked)) return `${key} pip ${source.kind === "registry" ? version : source.kind}`;
      if (!this.#candidate(key)) return `${key} nowhere`;
      return `${key} nixpkgs${asked.has(locked) ? "" : ", not listed"}`;
    });
    const actual = this.#here.flatMap((decision): string[] => {
      if (decision.from === "nowhere") return [`${decision.key} nowhere`];
      if (decision.from === "nixpkgs") return [`${decision.key} nixpkgs${decision.listed ? "" : ", not listed"}`];
      return decision.requirements.map(({ source, specifier }) => {
        const version = source.kind === "registry" ? /^==(.*)$/.exec(specifier)?.[1] : source.kind;
        return `${decision.key} pip ${version ?? ""}`;
      });
    });
    const own = new Set(this.project.own.map(({ key }) => key));
    const isCompared = (line: string) => {
      const key = line.split(" ")[0] ?? "";
      return !this.#isOpen(key) && !own.has(key) && !this.#lock?.members?.includes(key);
    };
    for (const { key } of pip)
      if (this.#isOpen(key) && this.#decisionsOf(key).some(({ from }) => from === "nixpkgs"))
        this.#tell(`${key} is from nixpkgs, and others of the lock do not go with that`);
    for (const line of new Set(expected.filter(isCompared))) if (!actual.includes(line)) this.#tell(`missing: ${line}`);
    for (const line of new Set(actual.filter(isCompared)))
      if (!expected.includes(line)) this.#tell(`not expected: ${line}`);
  }

  /** The decisions go together, by what the plan itself says. */
  #checkMixture(reached: ReadonlySet<LockedPackage>, edgesOf: (locked: LockedPackage) => readonly Edge[]): void {
    for (const locked of reached) {
      const decisions = this.#decisionsOf(locked.key);
      if (decisions.length === 0) {
        this.#tell(`${locked.key} is needed and not decided`);
        continue;
      }
      const [{ from }] = decisions as [Decision];
      for (const { to, constraint } of edgesOf(locked)) {
        const needed = this.#decisionsOf(to.key);
        if (from === "pip") {
          this.figures.needs += 1;
          const range = constraint ?? [[{ operator: "==", version: to.version } as const]];
          for (const other of needed) {
            if (other.from === "nowhere") this.#tell(`${locked.key} from pip needs ${to.key}, which is left out`);
            if (other.from !== "nixpkgs") continue;
            if (!other.listed) this.#tell(`${locked.key} from pip needs ${to.key}, which is not listed`);
            const why = this.#refusal(
              this.#candidate(to.key),
              to.source,
              to.version === "" && !constraint ? ANY : range,
              true,
            );
            if (why !== null) this.#tell(`${locked.key} from pip needs ${to.key}: ${why}`);
          }
        }
        if (from === "nixpkgs" && this.#candidate(locked.key)?.kind === "python") {
          this.figures.built += 1;
          if (needed.some((other) => other.from === "pip"))
            this.#tell(`${locked.key} from nixpkgs was built against ${to.key}, which is from pip`);
        }
      }
    }
  }
}

type PipPart = Extract<Decision, { from: "pip" }>["requirements"][number];

function isIn(constraint: Constraint, version: string): boolean {
  return isUnconstrained(constraint) || version === "" || constraint.some((set) => satisfies(set, version));
}
