import { isMap, type Json } from './json.ts';
import { isRounded, ROUNDED } from './number.ts';
import { type Parsed, wrong } from './problem.ts';
import { ok } from './result.ts';

/**
 * Parses what a user wrote as JSON, strictly (RFC 8259). A problem names line and column, and hints at `toJSON()`
 * if a raw line break or quote broke a string; it never quotes the text, which may hold secrets.
 */
export async function parseJsonText(name: string, text: string): Promise<Parsed<Json>> {
  try {
    const value: Json = JSON.parse(text);
    const rounded = await findRounded(text);
    if (rounded !== undefined) {
      const { line, column } = positionOf(text, rounded);
      return wrong(`${name}: line ${line}, column ${column}: ${ROUNDED}`);
    }
    const { levels, names } = shapeOf(text);
    if (levels > DEEPEST) return wrong(`${name}: is nested too deep to be sent.`);
    return names > membersIn(value) ? repeatedName(name, text) : ok(value);
  } catch (error) {
    if (error instanceof SyntaxError) return notJson(name, text, error.message);
    throw error;
  }
}

/** How many levels are accepted: a few thousand would overflow the stack when the value is written as JSON. */
const DEEPEST = 1000;

/**
 * How deep a JSON text is nested, and how many names are in it. Serializing its value would show the depth, too, but
 * take as much memory as the text.
 */
function shapeOf(text: string): { readonly levels: number; readonly names: number } {
  let [level, levels, names, isInString] = [0, 0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isInString && character === '\\') at += 1;
    else if (character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '{' || character === '[') level += 1;
    else if (character === '}' || character === ']') level -= 1;
    else if (character === ':') names += 1;
    levels = Math.max(levels, level);
  }
  return { levels, names };
}

/** How many members the maps in a value have in total. The value must not be nested deeper than the stack allows. */
function membersIn(value: Json): number {
  let members = 0;
  if (Array.isArray(value)) for (const item of value) members += membersIn(item);
  else if (isMap(value)) for (const name in value) members += 1 + membersIn(value[name] ?? null);
  return members;
}

/** JSON.parse keeps the last value of a name; the text of an expression may have brought a second one in. */
async function repeatedName(name: string, text: string): Promise<Parsed<never>> {
  const { parseDocument } = await import('yaml');
  const error = parseDocument(text, { prettyErrors: false }).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  const { line, column } = positionOf(text, error?.pos[0] ?? 0);
  return wrong(`${name}: is not valid JSON at line ${line}, column ${column} (a name that is given twice).`);
}

/** The offset of a number that would be rounded; undefined if there is none. */
async function findRounded(text: string): Promise<number | undefined> {
  if (!mayHoldRounded(text)) return undefined;
  const { tokenize } = await import('@humanwhocodes/momoa');
  return tokenize(text, { mode: 'json' }).find(({ type, loc: { start, end } }) => {
    const source = text.slice(start.offset, end.offset);
    return type === 'Number' && isRounded(source, Number(source));
  })?.loc.start.offset;
}

/** Spares most texts the slower search. May be wrong about digits in a string. */
function mayHoldRounded(text: string): boolean {
  // Shorter numbers are never rounded. Matching those, too, would take more memory than the text.
  for (const [source] of text.matchAll(/-?\d[\d.eE+-]{15,}|-?[\d.]{1,15}[eE][+-]?\d{3,}/g)) {
    const value = Number(source);
    if (!Number.isNaN(value) && isRounded(source, value)) return true;
  }
  return false;
}

async function notJson(name: string, text: string, v8Message: string): Promise<Parsed<never>> {
  const { offset, line, column, found } = await errorPosition(text, v8Message);
  return wrong(`${name}: is not valid JSON at line ${line}, column ${column} (${found}).${hintFor(text, offset)}`);
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
export async function errorPosition(text: string, v8Message: string): Promise<Position> {
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

/** A longer member name than this, in characters, is not recognised as one. */
const LONGEST_NAME = 200;
