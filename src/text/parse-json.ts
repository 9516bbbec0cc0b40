import { isMap, type Json } from './json.ts';
import { isRounded } from './number.ts';
import { type Parsed, wrong } from './problem.ts';
import { ok } from './result.ts';

/** Most texts are right, and need not load the code that finds out what is wrong. */
const explanations = () => import('./json-problem.ts');

/**
 * Parses what a user wrote as JSON, strictly (RFC 8259). A problem names line and column, and hints at `toJSON()`
 * if a raw line break or quote broke a string; it never quotes the text, which may hold secrets.
 */
export async function parseJsonText(name: string, text: string): Promise<Parsed<Json>> {
  try {
    const value: Json = JSON.parse(text);
    const rounded = mayHoldRounded(text) ? await (await explanations()).roundedNumber(name, text) : undefined;
    if (rounded) return rounded;
    const { levels, names } = shapeOf(text);
    if (levels > DEEPEST) return wrong(`${name}: is nested too deep to be sent.`);
    return names > membersIn(value) ? (await explanations()).repeatedName(name, text) : ok(value);
  } catch (error) {
    if (error instanceof SyntaxError) return (await explanations()).notJson(name, text, error.message);
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
function mayHoldRounded(text: string): boolean {
  // Shorter numbers are never rounded. Matching those, too, would take more memory than the text.
  for (const [source] of text.matchAll(/-?\d[\d.eE+-]{15,}|-?[\d.]{1,15}[eE][+-]?\d{3,}/g)) {
    const value = Number(source);
    if (!Number.isNaN(value) && isRounded(source, value)) return true;
  }
  return false;
}
