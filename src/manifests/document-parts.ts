// What the documents of several formats have in common: URLs, hashes and required keys.

import type { Diagnostic } from "../diagnostics.ts";
import type { LockedFile } from "../project.ts";
import type { TomlNode } from "./toml.ts";
import { withoutCredentials } from "./urls.ts";

/** The string at `node` as a URL without credentials; what was removed is told, `of` saying whose they were. */
export function cleanUrl(node: TomlNode, diagnostics: Diagnostic[], of = "in this URL"): string {
  const clean = withoutCredentials(node.string());
  if (clean.removed)
    diagnostics.push({
      severity: "warning",
      message: `the credentials ${of} are left out: give them to pip by netrc or its keyring`,
      origin: node.origin,
    });
  return clean.url;
}

const STRENGTH = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];
/** pip checks these; of them the one that every index has comes first. */
const PREFERRED = ["sha256", "sha384", "sha512"];

/** The digests of one file, `algorithm:digest` each, as its `hash` and `otherHashes`. */
export function fileHashes(digests: readonly string[]): Pick<LockedFile, "hash" | "otherHashes"> {
  const rank = (digest: string): number => {
    const algorithm = digest.slice(0, digest.indexOf(":")).toLowerCase();
    const preferred = PREFERRED.indexOf(algorithm);
    return preferred >= 0 ? preferred : PREFERRED.length + STRENGTH.length - STRENGTH.indexOf(algorithm);
  };
  const [hash = null, ...otherHashes] = [...digests].sort((a, b) => rank(a) - rank(b));
  return { hash, ...(otherHashes.length > 0 ? { otherHashes } : {}) };
}

/** The member at `key`; throws an InputError "this ... has no key" when it is not there. */
export function required(node: TomlNode, key: string, what: string): TomlNode {
  const value = node.get(key);
  if (!value) throw node.error(`${what} has no ${key}`);
  return value;
}
