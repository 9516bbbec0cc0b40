import { type isRounded, ROUNDED } from './number.ts';

/** What keeps a JSON text from arriving as it is. Columns are counted from 1. */
export type JsonProblem =
  | { readonly kind: 'too deep' }
  | { readonly kind: 'rounded'; readonly line: number; readonly column: number }
  | {
      readonly kind: 'not JSON';
      readonly line: number;
      readonly column: number;
      readonly found: string;
      /** What to write instead; empty if unknown. */
      readonly hint: string;
    };

export function sentenceFor(problem: JsonProblem): string {
  if (problem.kind === 'too deep') return 'is nested too deep to be sent.';
  const { line, column } = problem;
  if (problem.kind === 'rounded') return `line ${line}, column ${column}: ${ROUNDED}`;
  return `is not valid JSON at line ${line}, column ${column} (${problem.found}).${problem.hint}`;
}

/** The first number in a text that must not be read as JavaScript reads it; undefined if there is none. */
export async function lostNumber(text: string, isLost: typeof isRounded): Promise<JsonProblem | undefined> {
  const { tokenize } = await import('@humanwhocodes/momoa');
  const lost = tokenize(text, { mode: 'json' }).find(({ type, loc: { start, end } }) => {
    const source = text.slice(start.offset, end.offset);
    return type === 'Number' && isLost(source, Number(source));
  });
  if (!lost) return undefined;
  const { line, column } = positionOf(text, lost.loc.start.offset);
  return { kind: 'rounded', line, column };
}

/** JSON.parse keeps the last value of a name; the text of an expression may have brought a second one in. */
export async function repeatedName(text: string): Promise<JsonProblem> {
  const { parseDocument } = await import('yaml');
  const { findRepeatedName } = await import('./parse-yaml.ts');
  const error = await findRepeatedName(parseDocument(text, { uniqueKeys: false }));
  const { line, column } = positionOf(text, error?.pos[0] ?? 0);
  return { kind: 'not JSON', line, column, found: 'a name that is given twice', hint: '' };
}

/** What is wrong with a text that is not JSON, by V8's message. */
export async function notJson(text: string, v8Message: string): Promise<JsonProblem> {
  const { offset, line, column, found } = await errorPosition(text, v8Message);
  return { kind: 'not JSON', line, column, found, hint: hintFor(text, offset) };
}

/** For what people who know JavaScript, Python, or JSON with comments tend to write. */
const STRICT = ' Names and text need double quotes; JSON has no comments, and no comma after the last value.';

function hintFor(text: string, offset: number): string {
  if (isBrokenString(text, offset)) {
    return ' A quote, backslash or line break in a value breaks the string around it: where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it.';
  }
  if (isBareValue(text, offset)) {
    return ' Text needs quotes: where a value comes from an expression, write ${{ toJSON(…) }}.';
  }
  return /^[\w'#/“”}\]]/u.test(text.slice(offset)) ? STRICT : '';
}

interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

/** Finds the error by V8's message, or, if V8 gives no position, with a second parser. */
async function errorPosition(text: string, v8Message: string): Promise<Position> {
  const position = / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(v8Message);
  if (position) return positionOf(text, Number(position[1]));
  if (v8Message === 'Unexpected end of JSON input') return positionOf(text, text.length);
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
  const column = (before.at(-1) ?? '').length + 1;
  return { offset, line: before.length, column, found: describeCharacter(text.codePointAt(offset)) };
}

function describeCharacter(code: number | undefined): string {
  if (code === undefined) return 'the text ends too early';
  if (code === 0x0a || code === 0x0d) return 'a raw line break in a string';
  if (code < 0x20) return 'a raw control character in a string';
  return `unexpected character ${String.fromCodePoint(code)}`;
}

/**
 * Whether a value may have broken its string here: at a raw control character, after a backslash, or after a closing
 * quote, even with the value's own spaces and brackets in between. False if a comma before a name or a colon after
 * the first name is missing.
 */
function isBrokenString(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) < 0x20 || text[offset - 1] === '\\') return true;
  const rest = text.slice(offset, offset + LONGEST_NAME);
  if (/^"(?:[^"\\]|\\.)*"\s*:/.test(rest)) return false;
  const before = text.slice(0, offset).trimEnd();
  const string = rest.startsWith('"') ? before.replace(/[\s}\]]+$/, '') : before;
  if (!string.endsWith('"')) return false;
  const opening = string.lastIndexOf('"', string.length - 2);
  return !string.slice(0, Math.max(opening, 0)).trimEnd().endsWith('{');
}

/** Whether a value begins here, or should: it is a text without quotes, or one that turned out empty. */
function isBareValue(text: string, offset: number): boolean {
  return /"\s*:\s*[\w.+-]*$/.test(text.slice(Math.max(offset - LONGEST_NAME, 0), offset));
}

/** A longer member name than this, in characters, is not recognized as one. */
const LONGEST_NAME = 200;
