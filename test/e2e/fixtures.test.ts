// The fixtures' shells are entered and the projects run: what the plan gives to nixpkgs comes from the Nix store, the rest from
// the virtual environment, and both fit together.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { convert as planOf } from "../../src/cli/convert.ts";
import { PLATFORMS } from "../../src/platforms.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import { convert, copyFixture, describeWithNix, enter, evaluate, inside, write } from "./nix.ts";

interface Look {
  readonly imports: Readonly<Record<string, string | null>>;
  readonly distributions: Readonly<Record<string, { version: string; place: string } | null>>;
}

/** What the project's Python finds, beside what the plan says. Fails where a module is missing. */
async function lookAround(project: string) {
  const { plan } = planOf({ ...DEFAULTS, output: "shell.nix" }, filesIn(project), embedded);
  const [system, store] = [await evaluate("builtins.currentSystem"), await evaluate("builtins.storeDir")];
  const here = 1 << PLATFORMS.findIndex((platform) => platform.system === system);
  const decisions = plan.decisions.filter(
    (decision) =>
      (decision.platforms & here) !== 0 &&
      (decision.from === "pip" || (decision.from === "nixpkgs" && decision.package.kind === "python")),
  );
  const names = decisions.map(({ key }) => key).join(" ");
  const look: Look = JSON.parse(await inside(project, `python ${root}/test/e2e/look.py . ${names}`));

  const planned: Record<string, string> = {};
  const found: Record<string, string> = {};
  for (const decision of decisions) {
    const { key } = decision;
    const distribution = look.distributions[key];
    // What another package brings need not be there: the locked version of that may need more than nixpkgs' does.
    if (!distribution && decision.from === "nixpkgs" && !decision.listed) continue;
    planned[key] = decision.from === "nixpkgs" ? `nixpkgs ${decision.package.version}` : "pip";
    found[key] = "nowhere";
    if (distribution?.place.startsWith(`${store}/`)) found[key] = `nixpkgs ${distribution.version}`;
    if (distribution?.place.startsWith(`${project}/.venv/`)) found[key] = "pip";
  }
  return { planned, found, imports: look.imports };
}

describeWithNix("the fixtures' shells", { registry: true }, () => {
  test("flask-web-app", async () => {
    const project = copyFixture("flask-web-app");
    await convert(project);
    const { planned, found, imports } = await lookAround(project);
    expect(found).toEqual(planned);
    expect(Object.keys(imports)).toEqual(
      expect.arrayContaining(["dotenv", "flask", "flask_htmx", "hashids", "humanize"]),
    );
    expect(await inside(project, "python -m pip check")).toBe("No broken requirements found.");
    // The project's own constraint holds what is not held by a requirement.
    expect(await inside(project, `python -c 'import humanize; print(humanize.__version__)'`)).toBe("4.9.0");
    const get = `import app; print(app.app.test_client().get("/").status_code)`;
    expect(await inside(project, `python -c '${get}'`)).toBe("200");

    // A command of nixpkgs' package runs by the environment's Python, and finds what pip brought.
    write(
      project,
      "where.py",
      "import sys, flask, flask_htmx\napp = flask.Flask('where')\n" +
        "@app.cli.command('where')\ndef where():\n    print(sys.prefix, flask_htmx.__file__)\n",
    );
    const [command, prefix, module] = (
      await inside(project, "echo $(command -v flask) $(flask --app where where)")
    ).split(" ");
    expect(command).toBe(`${project}/.venv/bin/flask`);
    expect(prefix).toBe(`${project}/.venv`);
    expect(module).toMatch(`${project}/.venv/`);
  });

  test("not-in-nixpkgs", async () => {
    const project = copyFixture("not-in-nixpkgs");
    await convert(project);
    const { planned, found } = await lookAround(project);
    expect(found).toEqual(planned);
    expect(await inside(project, "python -m pip check")).toBe("No broken requirements found.");
    write(project, "feeds.opml", '<?xml version="1.0"?><opml version="2.0"><head/><body/></opml>');
    expect(await inside(project, "python digest.py feeds.opml")).toContain("<h1>DIGEST</h1>");
  });

  test("data-analysis", async () => {
    const project = copyFixture("data-analysis");
    // JupyterLab would bring some eighty packages more, and none is another kind than these.
    const manifest = join(project, "pyproject.toml");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('    { include-group = "notebook" },\n', ""));
    await convert(project);
    const { planned, found } = await lookAround(project);
    expect(found).toEqual(planned);
    expect(await inside(project, "python -m pip check")).toBe("No broken requirements found.");
    expect(await inside(project, "python rainfall.py && ls season.png")).toMatch(/Harbour .*\n(?:.*\n)*season\.png$/);
  });

  test("command-line-tool", async () => {
    const project = copyFixture("command-line-tool");
    await convert(project);
    const { planned, found } = await lookAround(project);
    expect(found).toEqual(planned);
    expect(await inside(project, "python -m pip check")).toBe("No broken requirements found.");
    expect(await inside(project, "python -m pytest -q")).toContain("1 passed");
  });

  test("command-line-tool: a file that is not the locked one is refused", async () => {
    const project = copyFixture("command-line-tool");
    await convert(project);
    const path = join(project, "shell.nix");
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(/--hash=sha256:/);
    writeFileSync(path, text.replaceAll(/--hash=sha256:\w{8}/g, "--hash=sha256:00000000"));
    const { status, stdout, stderr } = await enter(project, "echo entered");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("DO NOT MATCH THE HASHES");
    expect(stderr).toContain("the next entry tries again");
    // pip asks for a hash of everything, so a dependency without one is refused too.
    writeFileSync(
      path,
      text.replace(/"maidenhead==.*"/, (line) => `${line} "listparser==0.20"`),
    );
    const unhashed = await enter(project, "echo entered");
    expect({ status: unhashed.status, stdout: unhashed.stdout }).toEqual({ status: 1, stdout: "" });
    expect(unhashed.stderr).toContain("Hashes are required in --require-hashes mode");
  });
});
