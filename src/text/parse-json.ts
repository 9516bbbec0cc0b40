import { isMap, type Json } from './json.ts';
import type { JsonProblem } from './json-problem.ts';
import { isRounded } from './number.ts';
import { type Parsed, wrong } from './problem.ts';
import { failed, ok, type Result } from './result.ts';

/** Most texts are right, and need not load the code that finds out what is wrong. */
const explanations = () => import('./json-problem.ts');

/**
 * Parses what a user wrote as JSON, strictly (RFC 8259). A problem names line and column, and hints at `toJSON()`
 * if a raw line break or quote broke a string; it never quotes the text, which may hold secrets.
 */
export async function parseJsonText(name: string, text: string): Promise<Parsed<Json>> {
  const read = await readJson(text);
  return read.ok ? read : wrong(`${name}: ${(await explanations()).sentenceFor(read.error)}`);
}

/**
 * The same with the problem in parts. A name that is given twice is one, too: `JSON.parse` would drop its first value.
 *
 * @param isLost whether a number must not be read as this value
 */
export async function readJson(text: string, isLost = isRounded): Promise<Result<Json, JsonProblem>> {
  try {
    const value: Json = JSON.parse(text);
    const rounded = mayHold(text, isLost) ? await (await explanations()).lostNumber(text, isLost) : undefined;
    if (rounded) return failed(rounded);
    const { levels, names } = shapeOf(text);
    if (levels > DEEPEST) return failed({ kind: 'too deep' });
    return names > membersIn(value) ? failed(await (await explanations()).repeatedName(text)) : ok(value);
  } catch (error) {
    if (error instanceof SyntaxError) return failed(await (await explanations()).notJson(text, error.message));
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

/** Spares most texts the slower search. May be wrong about digits in a string. */
function mayHold(text: string, isLost: typeof isRounded): boolean {
  // Shorter numbers are never rounded. Matching those, too, would take more memory than the text.
  for (const [source] of text.matchAll(/-?\d[\d.eE+-]{15,}|-?[\d.]{1,15}[eE][+-]?\d{3,}/g)) {
    const value = Number(source);
    if (!Number.isNaN(value) && isLost(source, value)) return true;
  }
  return false;
}
