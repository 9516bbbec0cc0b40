import type { Document } from 'yaml';
import { exactly, parseExactly } from './exact-number.ts';
import type { Json } from './json.ts';
import { Problem } from './problem.ts';

/** What is wrong, by the parser's code. What is not here has the code alone. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'a value that begins with * or &',
  BAD_DQ_ESCAPE: 'a backslash in double quotes that escapes nothing',
  BAD_INDENT: 'a bracket that is not closed, or wrong indentation',
  BAD_SCALAR_START: 'a value that begins with a reserved character',
  BLOCK_AS_IMPLICIT_KEY: 'a colon and a blank in a value, or wrong indentation',
  DUPLICATE_KEY: 'a name that is given twice',
  MISSING_CHAR: 'a line without a colon, or a quote that is not closed',
  MULTILINE_IMPLICIT_KEY: 'a line without a colon, or wrong indentation',
  MULTIPLE_DOCS: 'a second document',
  TAB_AS_INDENT: 'a tab as indentation',
  UNEXPECTED_TOKEN: 'a character out of place, or text behind the end of a value',
};

/** What a value cannot do that comes from an expression. */
const NOT_BY_VALUE: readonly string[] = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAB_AS_INDENT'];

/**
 * Parses what a user wrote as YAML 1.2, to the JSON that is sent. A Problem tells line and column and what is wrong
 * there, and hints at `toJSON()` where a value may have broken it; it never quotes the text, which may hold secrets.
 */
export async function parseYamlText(name: string, text: string): Promise<Json | Problem> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', prettyErrors: false });
  const [error] = document.errors;
  if (error) return notYaml(name, text, error.pos[0], error.code);
  try {
    const lost = await settle(document);
    if (lost !== undefined) return notYaml(name, text, lost, 'BAD_ALIAS');
    // Through JSON, because that is how it is sent: keys become text, and .nan or .inf become null.
    return parseExactly(JSON.stringify(document.toJS()) ?? 'null');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new Problem(`${name}: this YAML cannot be sent as JSON (${reason}).`);
  }
}

/** Puts their texts in the place of numbers that would change. Gives the offset of an alias that leads nowhere, if any. */
async function settle(document: Document): Promise<number | undefined> {
  const { isAlias, isNode, isScalar, visit } = await import('yaml');
  const anchors = new Set<string>();
  let lost: number | undefined;
  visit(document, (key, node) => {
    if (isAlias(node)) {
      if (!anchors.has(node.source)) lost ??= node.range?.[0];
    } else if (isNode(node) && node.anchor !== undefined) {
      anchors.add(node.anchor);
    }
    if (!isScalar(node) || typeof node.value !== 'number' || node.source === undefined) return;
    const exact = exactly(node.source, node.value);
    if (typeof exact !== 'number') node.value = key === 'key' ? exact.rawJSON : exact;
  });
  return lost;
}

function notYaml(name: string, text: string, offset: number, code: string): Problem {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  const hint = NOT_BY_VALUE.includes(code)
    ? ''
    : ' Where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it: JSON is YAML too.';
  return new Problem(
    `${name}: is not valid YAML at line ${before.length}, column ${column} (${WORDS[code] ?? code}).${hint}`,
  );
}
