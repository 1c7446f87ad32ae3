// The program's version, put in by the build from package.json.

declare const PY2NIX_VERSION: string | undefined;

export const VERSION: string = typeof PY2NIX_VERSION === "undefined" ? "0.0.0-source" : PY2NIX_VERSION;
