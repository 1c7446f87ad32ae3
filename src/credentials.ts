// Credentials in URLs, wherever text from a manifest is shown.

/**
 * The text with the user information of every URL in it replaced by as many asterisks. A bare login of ssh (`git@`)
 * and `${NAME}` references are no secrets and stay.
 */
export function maskCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)([^\s/?#"']*)@/gi, (all, scheme: string, userinfo: string) =>
    isPublic(scheme, userinfo) ? all : `${scheme}${"*".repeat(userinfo.length)}@`,
  );
}

/** Whether the user information before a URL's host tells no secret. */
export function isPublic(scheme: string, userinfo: string): boolean {
  if (/^(?:[a-z0-9]+\+)?ssh:\/\/$/i.test(scheme) && /^[A-Za-z0-9._-]+$/.test(userinfo)) return true;
  return userinfo === "" || userinfo.split(":").every((part) => /^(?:\$\{[A-Z0-9_]+\})+$/.test(part));
}
