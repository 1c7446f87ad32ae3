// Inputs of any size, the same at every run, in the forms that tools write. Addresses are of no registry.

const HASH = "0123456789abcdef".repeat(4);

/** A pyproject.toml that requires each of the projects in any version from 0 on. */
export function manifest(projects, name = "bench") {
  const lines = projects.map((project) => `  "${project.name}>=0",\n`);
  return `[project]\nname = "${name}"\nversion = "1.0.0"\nrequires-python = ">=3.12"\ndependencies = [\n${lines.join("")}]\n`;
}

/** Lines of a requirements file in the forms that are usual. */
export function requirementLines(projects, count) {
  const forms = [
    ({ name, version }) => `${name}==${version}`,
    ({ name, version }) => `${name}>=${version}`,
    ({ name, version }) => `${name}>=${version},<99`,
    ({ name, version }) => `${name}[extra]~=${version}.0`,
    ({ name, version }) => `${name}==${version} ; python_version >= "3.8" and sys_platform == "linux"`,
    ({ name }) => name,
  ];
  return Array.from({ length: count }, (_, i) => forms[i % forms.length](projects[i % projects.length]));
}

/** A uv.lock of the projects: `edges` of each to the next ones, and `wheels` files, which make most of a lock. */
export function uvLock(projects, { required = 30, edges = 3, wheels = 12 } = {}) {
  const needs = (list) => list.map(({ name }) => `    { name = "${name}" },\n`).join("");
  const address = (file) => `https://files.example.org/packages/aa/bb/${HASH.slice(0, 60)}/${file}`;
  const entry = (file) =>
    `{ url = "${address(file)}", hash = "sha256:${HASH}", size = 123456, upload-time = "2025-01-02T03:04:05.678Z" }`;
  const locked = projects.map(({ name, version }, at) => {
    const file = name.replaceAll("-", "_");
    const ends = Array.from({ length: edges }, (_, i) => projects[at + 1 + i * 7]).filter((end) => end !== undefined);
    const platforms = Array.from(
      { length: wheels },
      (_, i) => `cp3${8 + (i % 6)}-cp3${8 + (i % 6)}-manylinux_2_${17 + i}_x86_64`,
    );
    return `[[package]]
name = "${name}"
version = "${version}"
source = { registry = "https://index.example.org/simple" }
${ends.length === 0 ? "" : `dependencies = [\n${needs(ends)}]\n`}sdist = ${entry(`${file}-${version}.tar.gz`)}
wheels = [
${platforms.map((tag) => `    ${entry(`${file}-${version}-${tag}.whl`)},\n`).join("")}]
`;
  });
  const wanted = projects.slice(0, required);
  const own = `[[package]]
name = "bench"
version = "1.0.0"
source = { virtual = "." }
dependencies = [
${needs(wanted)}]

[package.metadata]
requires-dist = [
${wanted.map(({ name }) => `    { name = "${name}", specifier = ">=0" },\n`).join("")}]
`;
  return `version = 1\nrevision = 3\nrequires-python = ">=3.12"\n\n${[...locked, own].join("\n")}`;
}

/** What grows tenfold: for each the projects to convert. No more names than the index has, for others are other work. */
export function ladder(names) {
  const many = (count) =>
    Array.from({ length: count }, (_, i) => ({
      name: i < names.length ? names[i].name : `package-${i}`,
      version: i < names.length ? names[i].version : "1.0",
    }));
  const required = (count) => [{ "pyproject.toml": manifest(many(count)) }];
  const locked = (count, edges) => [
    {
      "pyproject.toml": manifest(many(30)),
      "uv.lock": uvLock(many(count), { edges, wheels: 2 }),
    },
  ];
  const projects = (count) => Array.from({ length: count }, () => ({ "pyproject.toml": manifest(many(20)) }));
  return [
    { what: "requirements, 500", once: required(500), tenfold: required(5_000) },
    { what: "packages of a lock, 500", once: locked(500, 3), tenfold: locked(5_000, 3) },
    { what: "edges of 1,000 packages, 3,000", once: locked(1_000, 3), tenfold: locked(1_000, 30) },
    { what: "projects, 100", once: projects(100), tenfold: projects(1_000) },
  ];
}
