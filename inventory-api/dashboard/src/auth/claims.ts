/** What the pages read of a token; the services alone decide what it is worth. */

/** The claims of a token, or none if it is not readable. */
export function claimsOf(token: string): Record<string, unknown> {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** The roles at a path such as `realm_access/roles`; a part with a slash in it stands in quotes. */
export function rolesAt(path: string, claims: Record<string, unknown>): string[] {
  const parts = path.match(/"[^"]*"|[^/]+/g) ?? [];
  const found = parts.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part.replaceAll('"', '')],
    claims,
  );
  if (Array.isArray(found)) {
    return found.filter((role) => typeof role === 'string');
  }
  return typeof found === 'string' ? found.split(' ').filter(Boolean) : [];
}
