// Where things are in the repository.

import { fileURLToPath } from "node:url";

/** The repository, without a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
export const fixtures = `${root}/fixtures`;
export const dataFolder = `${root}/data`;
