import type { Alias, Document, Scalar, YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import { type Alteration, findChanges } from './inline-yaml.ts';
import type { Json } from './json.ts';
import { isRounded, ROUNDED } from './number.ts';
import { type Parsed, wrong } from './problem.ts';
import { ok } from './result.ts';

/** What is wrong, by the parser's error code. Any other error is reported by its code. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'a value that begins with * or &',
  BAD_DQ_ESCAPE: 'a backslash in double quotes that escapes nothing',
  BAD_INDENT: 'a bracket that is not closed, or wrong indentation',
  BAD_SCALAR_START: 'a value that begins with a reserved character',
  BLOCK_AS_IMPLICIT_KEY: 'a colon and a space in a value, or wrong indentation',
  DUPLICATE_KEY: 'a name that is given twice',
  MISSING_CHAR: 'a line without a colon, or a quote that is not closed',
  MULTILINE_IMPLICIT_KEY: 'a line without a colon, or wrong indentation',
  MULTIPLE_DOCS: 'a second document',
  RESOURCE_EXHAUSTION: 'levels that are nested too deep',
  TAB_AS_INDENT: 'a tab as indentation',
  UNEXPECTED_TOKEN: 'a character out of place, or text after the end of a value',
};

/** For a text in a workflow file, where expressions put values into it. */
const AS_TEXT = 'To send text as it is, set content-type: text/plain.';
const HINT =
  'Where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it: JSON is YAML too.';

/** Its last lines are not indented. */
const INDENTED =
  'A map or list from toJSON() has several lines: put it at the top level, or write the whole payload as JSON.';

const LOST_ALIAS = 'a "*" begins an alias, and there is no anchor of that name before it.';
const NO_NAME = 'a map or list is used as a name. Put text in quotes.';
const SAME_NAME = 'two names in this map are the same in JSON.';

/** How a map or list begins. A text that begins in another way was probably not meant to be YAML. */
const BEGINS_BLOCK = /^(?:\s*#.*\n)*\s*(?:-\s|["'[{?%]|[^\s:@`*&!][^\n:]*:(?:\s|$))/;

/** How many changes are reported: for a text that was never meant to be YAML, more would not help. */
const MOST_CHANGES = 5;

/**
 * Parses what a user wrote as YAML 1.2, to the JSON that is sent. A problem names line and column, and never quotes the
 * text, which may hold secrets.
 *
 * @param isInline whether the text is in a workflow file, where YAML must not change it: see inline-yaml.ts
 */
export async function parseYamlText(name: string, text: string, isInline: boolean): Promise<Parsed<Json>> {
  const { isCollection, Parser, parseDocument } = await import('yaml');
  const hint = isInline ? HINT : '';
  try {
    // Files are often written for YAML 1.1, where `<<` merges maps. The library's own warnings would quote the text.
    // The parser compares each name with all others to find repeated ones: 20,000 would take seconds.
    const options = {
      schema: 'core',
      merge: !isInline,
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: false,
    } as const;
    const document = parseDocument(text, options);
    const error = document.errors[0] ?? (await findRepeatedName(document));
    if (error) {
      const what = WORDS[error.code] ?? error.code;
      const asText = isInline && !BEGINS_BLOCK.test(text) ? ` ${AS_TEXT}` : '';
      const isClosed = error.pos[0] < text.trimEnd().length;
      const indented = isInline && error.code === 'BAD_INDENT' && isClosed ? ` ${INDENTED}` : '';
      return wrong(
        `${name}: is not valid YAML at ${placeOf(text, error.pos[0])} (${what}). ${hint}${indented}${asText}`.trimEnd(),
      );
    }
    // A single value is never a valid payload, and calls for another hint.
    const isHeld = isInline && isCollection(document.contents);
    const changes = isHeld ? await findChanges(text, new Parser().parse(text), document) : [];
    const found = changes.length > 0 ? changes : await findUnsendable(document);
    if (found.length > 0) {
      const lines = found
        .slice(0, MOST_CHANGES)
        .map(({ offset, message }) => `${name}: ${placeOf(text, offset)}: ${message}`);
      return wrong(...lines.slice(0, -1), `${lines.at(-1)} ${hint}`.trimEnd());
    }
    // Through JSON, because that is how it is sent: names become text.
    const value: Json = JSON.parse(JSON.stringify(document.toJS()) ?? 'null');
    return ok(value);
  } catch (cause) {
    if (cause instanceof RangeError) return wrong(`${name}: is nested too deep to be sent.`);
    if (cause instanceof ReferenceError) return wrong(`${name}: has too many aliases to be sent as JSON.`);
    throw cause;
  }
}

/** The first name that its map already has, in the form of the parser's errors; undefined if there is none. */
export async function findRepeatedName(document: Document): Promise<Pick<YAMLError, 'code' | 'pos'> | undefined> {
  const { isScalar, visit } = await import('yaml');
  let found: Pick<YAMLError, 'code' | 'pos'> | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [from = 0, to = 0] = key.range ?? [];
        if (names.has(key.value)) found ??= { code: 'DUPLICATE_KEY', pos: [from, to] };
        names.add(key.value);
      }
    },
  });
  return found;
}

/** Finds what JSON cannot hold, in files too: names that are not text, and numbers that n8n would read differently. */
async function findUnsendable(document: Document): Promise<Alteration[]> {
  const { isAlias, isMap, isScalar, isSeq, visit } = await import('yaml');
  const found: Alteration[] = [];
  const anchors = new Set<string>();
  const findIn = (node: Alias | Scalar | YAMLMap | YAMLSeq, isName: boolean): string | undefined => {
    if (isAlias(node)) return anchors.has(node.source) ? undefined : LOST_ALIAS;
    if (node.anchor !== undefined) anchors.add(node.anchor);
    if ((isMap(node) || isSeq(node)) && isName) return NO_NAME;
    if (isMap(node)) {
      const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : key));
      return new Set(names).size < names.length ? SAME_NAME : undefined;
    }
    if (!isScalar(node) || typeof node.value !== 'number') return undefined;
    return isRounded(node.source ?? '', node.value) ? ROUNDED : undefined;
  };
  visit(document, {
    Node: (key, node) => {
      const message = findIn(node, key === 'key');
      if (message) found.push({ offset: node.range?.[0] ?? 0, message });
    },
  });
  return found;
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
