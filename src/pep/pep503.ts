// PEP 503: normalized names of projects. PEP 685 uses the same form for extras, PEP 735 for groups.

/** The normalized form of a project's, extra's or group's name: `Flask_SQLAlchemy` is `flask-sqlalchemy`. */
export function normalizeName(name: string): string {
  // Most names are in it already.
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return name;
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** Whether `name` is a valid name by PEP 508: letters, digits, `.`, `_`, `-`, a letter or digit at each end. */
export function isValidName(name: string): boolean {
  return /^(?:[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i.test(name);
}
