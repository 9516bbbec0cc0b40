/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | JsonMap;

/** A JSON object. */
export interface JsonMap {
  [member: string]: Json;
}

/** Whether a JSON value is an object (and no list). */
export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or empty if it is anything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/**
 * A text, number or boolean as text; empty for all else. `String` can fail on what a server makes up: `{"toString": 1}`,
 * lists in lists without end.
 */
export function scalarText(value: Json | undefined): string {
  return value === null || typeof value === 'object' || value === undefined ? '' : String(value);
}

/** A number, or a text that is one; NaN for all else. */
export function numberOf(value: Json | undefined): number {
  return Number(scalarText(value) || Number.NaN);
}

/** A value as compact JSON; undefined where it is nested too deep to be written, which takes some thousand levels. */
export function toJsonText(value: Json | readonly Json[]): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The JSON value that a text holds; undefined if it holds none. For replies, where broken JSON is no error. */
export function tryJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
