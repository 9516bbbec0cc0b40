import type { CST, Document, Scalar } from 'yaml';

/** A place where YAML would change what somebody wrote. */
export interface Alteration {
  /** In UTF-16 units from the text's start. */
  readonly offset: number;
  /** What YAML would make of it, and how to write it instead. */
  readonly message: string;
}

const COMMENT = 'a "#" begins a comment, so the rest of the line would be lost. Give a comment a line of its own.';
const LINES = 'YAML would join the lines of this text. Start text of several lines with "|".';
const EMPTY = 'this begins a block of text, but none follows. Put text in quotes.';
const BRACES = 'a name in braces has no value. If it is text, put it in quotes.';
const BRACKETS = 'a colon makes a map of this list item. If it is text, put it in quotes; put a map in braces.';
const COMMA = 'a comma before a closing bracket would be lost. If it is text, put it in quotes.';
const UNCLOSED = 'a backslash escapes the quote that should close this text. Double the backslash.';
const REWRITTEN = 'YAML would change how this value is written. If it is text, put it in quotes.';
const RENAMED = 'YAML would change how this name is written. Put the name in quotes.';

/** Syntax that only YAML has. In a payload, it usually comes from a text that an expression inserted. */
const SYNTAX: Readonly<Record<string, string>> = {
  tag: 'a "!" begins a tag, which would be lost.',
  anchor: 'an "&" begins an anchor, which would be lost.',
  alias: 'a "*" begins an alias.',
  directive: 'a "%" begins a directive, which would be lost.',
  'doc-end': 'the document ends, and the rest would be lost.',
  'explicit-key-ind': 'a "?" begins a name.',
};

/**
 * Finds what YAML would silently change: comments after values, tags, anchors and aliases, quoted or unquoted texts
 * that span several lines, and unquoted values and names that come out written differently (`1.10`, `0x1F`, `True`).
 * Comments on lines of their own are fine, and so is one after a name that opens an indented block.
 *
 * @param tokens the text, as yaml's parser takes it apart
 * @param document the text, composed without an error
 * @param asWritten whether values and names are used as they are written, whatever YAML makes of them
 */
export async function findChanges(
  text: string,
  tokens: Iterable<CST.Token>,
  document: Document,
  asWritten = false,
): Promise<Alteration[]> {
  const { visit } = await import('yaml');
  const changes = [...tokens].flatMap((token) => [...changesIn(text, token)]);
  visit(document, {
    Scalar: (key, node) => {
      const message = changeOf(node, text, key === 'key', asWritten);
      if (message) changes.push({ offset: node.range?.[0] ?? 0, message });
    },
  });
  return changes.filter(({ message }) => !asWritten || message !== BRACES).sort((a, b) => a.offset - b.offset);
}

function* changesIn(text: string, token: CST.Token, opensBlock?: boolean): Generator<Alteration> {
  const { type, offset } = token;
  const message = SYNTAX[type];
  if (message !== undefined) yield { offset, message };
  if (type === 'comment' && !isOnOwnLine(text, offset) && !(opensBlock && /^#(?:\s|$)/.test(token.source))) {
    yield { offset, message: COMMENT };
  }
  if (type === 'flow-collection') yield* incompleteIn(token, text);
  for (const [part, opens] of partsOf(token)) yield* changesIn(text, part, opens);
}

/** What YAML completes in brackets: `{fix}` is a map with null in it, and `[fix: cart]` a list with a map in it. */
function* incompleteIn({ start, items, end }: CST.FlowCollection, text: string): Generator<Alteration> {
  const isMap = start.source === '{';
  for (const { key, sep } of items) {
    const hasColon = sep?.some(({ type }) => type === 'map-value-ind') === true;
    if (key && hasColon !== isMap) yield { offset: key.offset, message: isMap ? BRACES : BRACKETS };
  }
  const comma = items.at(-1)?.start.findLast(({ type }) => type === 'comma');
  const [bracket] = end;
  // With one item per line, a comma after the last one is a common style.
  if (comma && bracket && /^,[ \t]*$/.test(text.slice(comma.offset, bracket.offset))) {
    yield { offset: comma.offset, message: COMMA };
  }
}

/** The parts of a token, each with whether it is between a name and the indented block that the name opens. */
function* partsOf(token: CST.Token): Generator<readonly [CST.Token, boolean]> {
  const parts: (CST.Token | null | undefined)[] = [];
  if ('props' in token) parts.push(...token.props);
  if (token.type === 'document') parts.push(...token.start, token.value);
  if ('items' in token) {
    for (const { start, key, sep, value } of token.items) {
      const opens = (value?.type === 'block-map' || value?.type === 'block-seq') && value.indent > token.indent;
      for (const part of [...start, ...(sep ?? [])]) yield [part, opens];
      parts.push(key, value);
    }
  }
  if ('end' in token) parts.push(...(token.end ?? []));
  for (const part of parts) if (part) yield [part, false];
}

function isOnOwnLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset) + 1, offset).trim() === '';
}

function changeOf(
  { value, type, range }: Scalar,
  text: string,
  isName: boolean,
  asWritten: boolean,
): string | undefined {
  const [from = 0, to = 0] = range ?? [];
  const source = text.slice(from, to);
  if (type?.startsWith('BLOCK_')) return value === '' ? EMPTY : undefined;
  if (/[\r\n]/.test(source)) return LINES;
  // yaml's parser takes an escaped quote at the text's end for the closing one.
  if (type === 'QUOTE_DOUBLE' && /(?<!\\)(?:\\\\)*\\"$/.test(source)) return UNCLOSED;
  if (type !== 'PLAIN' || asWritten) return undefined;
  if (isName) return value !== null && String(value) === source ? undefined : RENAMED;
  return (value === null ? ['', '~', 'null'].includes(source) : String(value) === source) ? undefined : REWRITTEN;
}
