import { parseExactly } from './exact-number.ts';
import { Problem } from './problem.ts';

/** Any JSON value. */
export type Json = string | number | ExactNumber | boolean | null | Json[] | JsonMap;

/** A number that a double would change, as its text: JSON.stringify writes it as it stands. */
export interface ExactNumber {
  readonly rawJSON: string;
}

/** A JSON object. */
export interface JsonMap {
  [member: string]: Json;
}

/** Whether a JSON value is an object (and no list). */
export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value);
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
  if (JSON.isRawJSON(value)) return value.rawJSON;
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

/**
 * Parses what a user wrote as JSON, strictly (RFC 8259). A Problem tells line and column, and hints at `toJSON()`
 * where a raw line break or quote broke a string; it never quotes the text, which may hold secrets.
 */
export async function parseJsonText(name: string, text: string): Promise<Json | Problem> {
  try {
    const value = parseExactly(text);
    if (toJsonText(value) !== undefined) return value;
  } catch (error) {
    if (error instanceof SyntaxError) return notJson(name, text, error.message);
    if (!(error instanceof RangeError)) throw error;
  }
  return new Problem(`${name}: is nested too deep to be sent.`);
}

async function notJson(name: string, text: string, v8Message: string): Promise<Problem> {
  const at = await errorPosition(text, v8Message);
  const hint = isBrokenString(text, at.offset)
    ? ' A quote, backslash or line break in a value breaks the string around it: where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it.'
    : '';
  return new Problem(`${name}: is not valid JSON at line ${at.line}, column ${at.column} (${at.found}).${hint}`);
}

interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

/** V8 tells where most errors are; at the end of the text and for odd characters it does not, so a second parser does. */
async function errorPosition(text: string, v8Message: string): Promise<Position> {
  const told = / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(v8Message);
  if (told) return positionOf(text, Number(told[1]));
  if (/^Unexpected end of JSON input$/.test(v8Message)) return positionOf(text, text.length);
  const { parse } = await import('@humanwhocodes/momoa');
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    if (error instanceof Error && 'offset' in error && typeof error.offset === 'number') {
      return positionOf(text, error.offset);
    }
  }
  return positionOf(text, 0);
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const last = before.at(-1) ?? '';
  const code = text.codePointAt(offset);
  return { offset, line: before.length, column: last.length + 1, found: describeCharacter(code) };
}

function describeCharacter(code: number | undefined): string {
  if (code === undefined) return 'the text ends too early';
  if (code === 0x0a || code === 0x0d) return 'a raw line break in a string';
  if (code < 0x20) return 'a raw control character in a string';
  return `unexpected character ${String.fromCodePoint(code)}`;
}

/**
 * Whether an error sits where a value may have broken its string: at a raw control character, behind a backslash, or
 * behind a closing quote, blanks and brackets of the value's own between them included. Not where a comma is missing
 * before a name, or a colon behind the first one.
 */
function isBrokenString(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) < 0x20 || text[offset - 1] === '\\') return true;
  const rest = text.slice(offset, offset + LONGEST_NAME);
  if (/^"(?:[^"\\]|\\.)*"\s*:/.test(rest)) return false;
  const before = text.slice(0, offset).trimEnd();
  const behind = rest.startsWith('"') ? before.replace(/[\s}\]]+$/, '') : before;
  if (!behind.endsWith('"')) return false;
  const opening = behind.lastIndexOf('"', behind.length - 2);
  return !behind.slice(0, Math.max(opening, 0)).trimEnd().endsWith('{');
}

/** Where a longer name than this is not followed to its end. */
const LONGEST_NAME = 200;
