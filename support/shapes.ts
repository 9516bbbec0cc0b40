// Checks of JSON that came from elsewhere, from unknown into types.

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member at a path of names, or undefined. */
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);

/** The list at a path of names; empty if there is none. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** The string at a path of names. Throws if there is none, naming what came instead. */
export function textAt(value: unknown, ...path: string[]): string {
  const found = at(value, ...path);
  if (typeof found === 'string') return found;
  throw new Error(`Expected text at ${path.join('.')} of ${JSON.stringify(value)?.slice(0, 500)}`);
}
