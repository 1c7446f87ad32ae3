// A report as plain data: headings, paragraphs and tables whose texts are data until a format writes them.

import type { Kind } from "./graph.ts";

/** A part of a line: a text, a name or version as it is written in files, or a mark of where something comes from. */
export type Inline =
  | string
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "mark"; readonly of: Kind; readonly text: string };

export type Line = readonly Inline[];

export interface Share {
  readonly of: Kind;
  readonly label: string;
  readonly count: number;
}

export type Block =
  /** `id` has letters and hyphens alone. */
  | { readonly kind: "heading"; readonly text: string; readonly id: string }
  | { readonly kind: "paragraph"; readonly line: Line }
  | {
      readonly kind: "table";
      /** What it shows, for those who do not see it. */
      readonly caption: string;
      readonly head: readonly string[];
      /** The first cell of a row is its name. A cell of several lines shows each on its own. */
      readonly rows: readonly (readonly (readonly Line[])[])[];
    }
  | { readonly kind: "shares"; readonly shares: readonly Share[] };

export interface ReportDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function code(text: string): Inline {
  return { kind: "code", text };
}
