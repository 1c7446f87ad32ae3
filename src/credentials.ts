// Credentials in URLs, wherever text from a manifest is shown.

/**
 * The text with the user information of every URL in it replaced by as many asterisks. A bare login of ssh (`git@`)
 * and `${NAME}` references are no secrets and stay.
 */
export function maskCredentials(text: string): string {
  return text
    .replace(/(?<=([a-z][a-z0-9+.-]{0,30}:\/\/?))([^\s/?#"']*)@/gi, (all, scheme: string, userinfo: string) =>
      isPublic(scheme, userinfo) ? all : `${"*".repeat(userinfo.length)}@`,
    )
    .replace(
      new RegExp(UNESCAPED, "gi"),
      (_, scheme: string, userinfo: string) => `${scheme}${"*".repeat(userinfo.length)}@`,
    );
}

/**
 * A scheme and the user information of a URL that has a password with what would have to be escaped there: no host has
 * a port that is no number. The source of a regular expression with the flag `i`.
 */
export const UNESCAPED =
  "((?:[a-z]{1,9}\\+)?(?:https?|ftp)://)([^\\s/?#@:\"'[\\]]{0,200}:(?!\\d{0,5}(?:[/?#\\s\"']|$)|\\$\\{)[^\\s/?#@\"']{0,200}[/?#][^\\s@\"']{0,200})@";

/** Whether the user information before a URL's host tells no secret. */
export function isPublic(scheme: string, userinfo: string): boolean {
  if (/^(?:[a-z0-9]+\+)?ssh:\/\/?$/i.test(scheme) && /^[A-Za-z0-9._-]+$/.test(userinfo)) return true;
  return userinfo === "" || userinfo.split(":").every((part) => /^(?:\$\{[A-Z0-9_]+\})+$/.test(part));
}
