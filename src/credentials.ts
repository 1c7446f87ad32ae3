// Credentials in URLs, wherever text from a manifest is shown.

/**
 * The text with the user information and the private parameters of every URL in it replaced by as many asterisks. A bare
 * login of ssh (`git@`) and `${NAME}` references are no secrets and stay.
 */
export function maskCredentials(text: string): string {
  const shown = text.includes("=")
    ? text.replace(PRIVATE_IN_TEXT, (_, name: string, value: string) => name + stars(value))
    : text;
  if (!shown.includes("@")) return shown;
  return shown
    .replace(
      /(?:(?<=([a-z][a-z0-9+.-]{1,30}:\/{1,4}))|(?<=(?<![\w:/\\])\/\/)(?=[^\s/?#@"']*:))([^\s/?#"']*)@/gi,
      (all, scheme: string | undefined, userinfo: string) =>
        isPublic(scheme ?? "", userinfo) ? all : `${stars(userinfo)}@`,
    )
    .replace(new RegExp(UNESCAPED, "gi"), (_, scheme: string, userinfo: string) => `${scheme}${stars(userinfo)}@`)
    .replace(OF_SCP, (all, userinfo: string) => (isPublic("", userinfo) ? all : `${stars(userinfo)}@`));
}

const stars = (text: string) => "*".repeat(text.length);

/**
 * A scheme and the user information of a URL that has a password with what would have to be escaped there: no host has
 * a port that is no number. The source of a regular expression with the flag `i`.
 */
export const UNESCAPED =
  "((?:[a-z]{1,9}\\+)?(?:https?|ftp):[/\\\\]{0,4})([^\\s/?#@:\"'[\\]\\\\]{0,200}:(?!\\d{0,5}(?:[/?#\\s\"']|$)|\\$\\{)[^\\n@]{0,400}(?:@[^\\n/@]{0,100}){0,4})@";

/** `user:password@host:path`, which git would take for a host of ssh, or `/user:password@host/`, of which paths leave one slash. */
const OF_SCP = /(?<=(?<![\w/:.\\-])\/?)(?<![\w.-])([\w.-]{1,64}:[^\s/\\@"']{1,200})@(?=[\w.-]{1,253}[:/])/g;

/** Whether the user information before a URL's host tells no secret. */
export function isPublic(scheme: string, userinfo: string): boolean {
  if (/^(?:[a-z0-9]+\+)?ssh:[/\\]{1,4}$/i.test(scheme) && /^[A-Za-z0-9._-]+$/.test(userinfo)) return true;
  return userinfo === "" || userinfo.split(":").every((part) => /^(?:\$\{[A-Z0-9_]+\})+$/.test(part));
}

/**
 * The name of a URL's parameter whose value lets in whoever has it, with its `=`, where the value is no `${NAME}`
 * reference: the names in the signed URLs of S3, Azure, Google Cloud and CloudFront are among them. The source of a
 * regular expression with the flag `i`.
 */
export const PRIVATE_NAME =
  "(?<=[?&;#])((?:[\\w.-]{0,40}(?:token|password|passwd|passphrase|secret|signature|credentials?|api[-_.]?key|access[-_.]?key(?:[-_.]?id)?)|(?:(?:private|secret|auth|deploy|account|licen[cs]e|subscription)[-_.]?)?key|key-pair-id|sig|pass|pwd|auth|authorization|bearer|jwt)=)(?!(?:\\$\\{[A-Z0-9_]+\\})+(?:[&#\\s\"']|$))";
const PRIVATE_IN_TEXT = new RegExp(`${PRIVATE_NAME}((?:[^&#\\s"']|["'](?![\\s,;:.)\\]}]|$))+)`, "gi");
