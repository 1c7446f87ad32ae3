// The table of styles.

import { shell } from "./shell.ts";
import type { Style } from "./style.ts";

export const STYLES: readonly Style[] = [shell];
