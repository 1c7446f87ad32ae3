// Trees of requirements files as cases, and the encodings of their bytes.

export interface CaseFile {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/** Files in a working folder, of which `root` is read. */
export interface PipCase {
  readonly root: string;
  readonly files: Readonly<Record<string, CaseFile>>;
}

/** The environment variables that pip sees. */
export const VARIABLES: Readonly<Record<string, string>> = {
  PY2NIX_USER: "alice",
  PY2NIX_TOKEN: "s3cret",
  PY2NIX_VERSION: "1.2.3",
  PY2NIX_EMPTY: "",
};

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What lies beside the requirements files in every case. */
const SURROUNDINGS: Readonly<Record<string, CaseFile>> = Object.fromEntries(
  [
    "proj/pyproject.toml",
    "proj/inner/setup.py",
    "old/setup.py",
    "name with blank/setup.py",
    "bare/readme.txt",
    "dist/foo_bar-1.0-py3-none-any.whl",
    "dist/Thing-2.0.1-1-cp311-cp311-manylinux1_x86_64.whl",
    "dist/thing-2.0.tar.gz",
    "dist/bad-wheel.whl",
    "here-1.0.zip",
    "a@b-1.0.zip",
    "plain",
    "foo/pyproject.toml",
  ].map((path) => [path, { text: "", encode: utf8 }]),
);

export function caseOf(files: Readonly<Record<string, string | CaseFile>>, root = "requirements.txt"): PipCase {
  const own = Object.entries(files).map(
    ([path, file]) => [path, typeof file === "string" ? { text: file, encode: utf8 } : file] as const,
  );
  return { root, files: { ...SURROUNDINGS, ...Object.fromEntries(own) } };
}

export function join(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...mark, ...bytes]);
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from([...text].map((character) => character.charCodeAt(0) & 0xff));
}

export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

export function utf32(text: string, littleEndian: boolean): Uint8Array {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  points.forEach((point, i) => {
    view.setUint32(i * 4, point, littleEndian);
  });
  return new Uint8Array(view.buffer);
}
