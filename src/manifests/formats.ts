// The table of manifest formats: which files are of which, by name and by content, and who reads them.

import type { Project } from "../project.ts";
import { readEnvironmentYml } from "./environment-yml.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { readPipfile } from "./pipfile.ts";
import { readPyproject } from "./pyproject.ts";
import { readRequirementsFile } from "./requirements-txt.ts";
import { hasScriptBlock, readScript } from "./script.ts";
import { readSetupCfg } from "./setup-cfg.ts";
import { readSetupPy } from "./setup-py.ts";

export interface Format {
  readonly name: string;
  /** Whether a file of this name (without its folder) is of this format. */
  readonly hasName: (fileName: string) => boolean;
  /** Whether a text that comes without a telling name looks like this format. */
  readonly looksLike: (text: string) => boolean;
  /** Reads a file and what it includes. Throws an InputError. */
  readonly read: (file: string, files: Files, bytes: Uint8Array) => Project;
}

export const FORMATS: readonly Format[] = [
  {
    name: "pyproject",
    hasName: (name) => name === "pyproject.toml",
    looksLike: (text) => /^[ \t]*\[+[ \t]*(?:project|tool|build-system|dependency-groups)\b/m.test(text),
    read: (file, files, bytes) => readPyproject(decodeUtf8(bytes, file), file, files),
  },
  {
    name: "pipfile",
    hasName: (name) => name === "Pipfile",
    looksLike: (text) => /^[ \t]*\[(?:dev-)?packages\]/m.test(text),
    read: (file, _files, bytes) => readPipfile(decodeUtf8(bytes, file), file),
  },
  {
    name: "setup-cfg",
    hasName: (name) => name === "setup.cfg",
    looksLike: (text) => /^\[(?:metadata|options(?:\..+)?)\]/m.test(text),
    read: readSetupCfg,
  },
  {
    name: "setup-py",
    hasName: (name) => name === "setup.py",
    looksLike: (text) => /^[ \t]*(?:setuptools\.)?setup\(/m.test(text),
    read: readSetupPy,
  },
  {
    name: "conda",
    hasName: (name) => /^environment.*\.ya?ml$/.test(name),
    looksLike: (text) => /^dependencies:\s*$/m.test(text),
    read: readEnvironmentYml,
  },
  {
    name: "script",
    hasName: (name) => name.endsWith(".py"),
    looksLike: hasScriptBlock,
    read: (file, _files, bytes) => readScript(decodeUtf8(bytes, file), file),
  },
  {
    name: "requirements",
    hasName: (name) => /\.(?:txt|in|pip)$/i.test(name) || /requirements/i.test(name),
    looksLike: () => true,
    read: readRequirementsFile,
  },
];
