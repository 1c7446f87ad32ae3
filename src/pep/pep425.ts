// PEP 425, 600 and 656: the tags in a wheel's file name.

/** The tags of a wheel, each part a set written with dots. */
export interface WheelTags {
  readonly python: readonly string[];
  readonly abi: readonly string[];
  readonly platform: readonly string[];
}

/** The tags of a file name, null when it is no wheel's. */
export function wheelTags(fileName: string): WheelTags | null {
  const match = /^[^-]+-[^-]+(?:-\d[^-]*)?-([^-]+)-([^-]+)-([^-]+)\.whl$/i.exec(fileName);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const [python, abi, platform] = [match[1], match[2], match[3]].map((part) => part.toLowerCase().split(".")) as [
    string[],
    string[],
    string[],
  ];
  return { python, abi, platform };
}

/**
 * Whether CPython of a version (`3.13`) can install a file on any system that nixpkgs supports: no wheel for
 * another interpreter, for Windows, or for musl, and every source distribution.
 */
export function isInstallableOnNix(fileName: string, pythonVersion: string): boolean {
  const tags = wheelTags(fileName);
  if (!tags) return !/\.(?:exe|msi|egg|rpm|deb)$/i.test(fileName);
  const minor = Number(pythonVersion.split(".")[1]);
  const fitsPython = tags.python.some((tag) => {
    const match = /^(py|cp)3([0-9]*)$/.exec(tag);
    if (!match) return false;
    if (match[2] === "") return true;
    const wanted = Number(match[2]);
    return match[1] === "py" || tags.abi.includes("abi3") || (tags.abi.includes("none") && match[1] === "cp")
      ? wanted <= minor
      : wanted === minor;
  });
  const fitsAbi = tags.abi.some((tag) => tag === "none" || tag === "abi3" || tag === `cp3${minor}`);
  const fitsPlatform = tags.platform.some((tag) => tag === "any" || /^(?:linux|manylinux|macosx)/.test(tag));
  return fitsPython && fitsAbi && fitsPlatform;
}

/** Whether a file is a wheel that has no compiled parts. */
export function isPureWheel(fileName: string): boolean {
  return wheelTags(fileName)?.platform.includes("any") ?? false;
}
