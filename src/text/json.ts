export type Json = string | number | boolean | null | Json[] | JsonMap;

export interface JsonMap {
  [member: string]: Json;
}

/** Whether a JSON value is an object, and not a list. */
export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object; empty for anything else. */
export function mapOf(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {};
}

/** The objects in a list; none for anything else. */
export function mapsOf(value: Json | undefined): JsonMap[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

/** Whether a JSON value is a list without objects, lists and nulls in it. */
export function isScalarList(value: Json): value is Json[] {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** The text; empty for anything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/**
 * A text, number or boolean as text; empty for anything else. `String` can throw on what a server sends:
 * `{"toString": 1}`, or endlessly nested lists.
 */
export function scalarText(value: Json | undefined): string {
  return value === null || typeof value === 'object' || value === undefined ? '' : String(value);
}

/** A number, or a text that is one; NaN for anything else. */
export function numberOf(value: Json | undefined): number {
  return Number(scalarText(value) || Number.NaN);
}

/** A value as compact JSON; undefined if it is nested too deep to be serialized, which takes some thousand levels. */
export function toJsonText(value: Json | readonly Json[]): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The JSON value that a text holds; undefined if it holds none. For replies, where invalid JSON is not an error. */
export function tryJson(text: string): Json | undefined {
  try {
    // Some servers begin with a byte order mark, which parsers may ignore (RFC 8259, section 8.1).
    const value: Json = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return value;
  } catch {
    return undefined;
  }
}
