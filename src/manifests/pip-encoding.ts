// The text of a requirements file: by its byte order mark, its PEP 263 comment, or UTF-8.

import { InputError } from "../diagnostics.ts";
import { decodeUtf8 } from "./files.ts";

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The text by its byte order mark, its PEP 263 comment in the first two lines, or UTF-8. */
export function decodeRequirements(bytes: Uint8Array, file: string): string {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    const rest = bytes.subarray(mark.length);
    return encoding.startsWith("utf-32")
      ? decodeUtf32(rest, encoding === "utf-32le", file)
      : decodeAs(rest, encoding, file, 1);
  }
  for (const [index, line] of firstLines(bytes).entries()) {
    const declared = line.startsWith("#") ? /coding[:=][ \t-\r]*([-\w.]+)/.exec(line)?.[1] : undefined;
    if (declared) return decodeAs(bytes, declared, file, index + 1);
  }
  return decodeUtf8(bytes, file, "Save it as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-");
}

function firstLines(bytes: Uint8Array): string[] {
  const first = bytes.indexOf(10) + 1 || bytes.length;
  const second = bytes.indexOf(10, first) + 1 || bytes.length;
  return [bytes.subarray(0, first), bytes.subarray(first, second)].map(decodeLatin1);
}

/** Python's latin-1 is exact, the web's is windows-1252. */
function decodeLatin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function decodeAs(bytes: Uint8Array, encoding: string, file: string, line: number): string {
  const label = labelOf(encoding);
  if (label === null) throw new InputError(`the encoding ${encoding} is not known`, { origin: { file, line } });
  const text = decodeByLabel(bytes, label);
  // The web's decoders give a control character where Python's windows-125x have none.
  const isWrong = label === "ascii" ? /[^\0-\x7f]/ : label.startsWith("windows-") ? /[\x80-\x9f]/ : null;
  if (text === null || isWrong?.test(text)) throw new InputError(`this is not ${encoding}`, { origin: { file, line } });
  return text;
}

/** What windows-1252 has for the control characters of latin-1. Not every Node decodes it so. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeByLabel(bytes: Uint8Array, label: string): string | null {
  if (label === "latin-1" || label === "ascii") return decodeLatin1(bytes);
  if (label === "windows-1252")
    return decodeLatin1(bytes).replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The web's names of encodings by Python's, `_` for every separator. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ...aliases("latin-1", "latin_1 latin1 latin l1 8859 cp819 iso8859 iso8859_1 iso_8859_1 iso_ir_100"),
  ...aliases("ascii", "ascii us_ascii us 646"),
  ...aliases("utf-8", "utf_8 utf8 utf u8 cp65001 utf_8_sig"),
  ...aliases("utf-16le", "utf_16le utf_16_le"),
  ...aliases("utf-16be", "utf_16be utf_16_be"),
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].flatMap((part) =>
    aliases(`iso-8859-${part}`, `iso8859_${part} iso_8859_${part}`),
  ),
  ...aliases("iso-8859-2", "latin2 l2"),
  ...aliases("iso-8859-15", "latin9 l9"),
  ...[..."012345678"].flatMap((digit) =>
    aliases(`windows-125${digit}`, `cp125${digit} 125${digit} windows_125${digit}`),
  ),
  ...aliases("koi8-r", "koi8_r"),
  ...aliases("koi8-u", "koi8_u"),
  ...aliases("ibm866", "cp866 866 ibm866"),
  ...aliases("macintosh", "mac_roman macroman macintosh"),
  ...aliases("gbk", "gbk 936 cp936 ms936 gb2312 chinese euc_cn"),
  ...aliases("gb18030", "gb18030"),
  ...aliases("big5", "big5 big5_tw"),
  ...aliases("shift_jis", "shift_jis shiftjis sjis s_jis cp932 932 ms932 mskanji ms_kanji"),
  ...aliases("euc-jp", "euc_jp eucjp ujis u_jis"),
  ...aliases("euc-kr", "euc_kr euckr korean"),
]);

function aliases(label: string, names: string): (readonly [string, string])[] {
  return names.split(" ").map((name) => [name, label]);
}

function labelOf(encoding: string): string | null {
  return LABELS.get(encoding.toLowerCase().replace(/[-_]+/g, "_")) ?? null;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean, file: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += 4) {
    const point = i + 4 <= bytes.length ? view.getUint32(i, littleEndian) : Number.POSITIVE_INFINITY;
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      throw new InputError("this is not UTF-32", { origin: { file, line: text.split("\n").length } });
    text += String.fromCodePoint(point);
  }
  return text;
}
