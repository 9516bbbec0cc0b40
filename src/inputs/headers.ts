import type { Scalar } from 'yaml';
import type { HeaderList } from '../request/auth.ts';
import { type Parsed, problemsOf, unset, wrong } from '../text/problem.ts';
import { failed, ok } from '../text/result.ts';
import { hasSecretName, SCHEME } from './secrets.ts';
import { UNSET } from './values.ts';

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Headers that frame the message (RFC 9112) or that the action sets itself, with the reason for the message. */
const RESERVED: Readonly<Record<string, string>> = {
  'content-length': 'is computed from the body',
  'transfer-encoding': 'is set by the HTTP client',
  connection: 'is set by the HTTP client',
  'keep-alive': 'is set by the HTTP client',
  upgrade: 'is not supported',
  expect: 'is not supported',
  te: 'is not supported',
  trailer: 'is not supported',
  'content-type': 'has its own input: content-type',
  traceparent: 'is how the step finds the execution; to continue a trace, set TRACEPARENT in env',
};

/** Headers of n8n's API that the action sets itself, or that n8n would misunderstand. */
const RESERVED_BY_API: typeof RESERVED = {
  ...RESERVED,
  'content-type': 'is set by the action',
  host: "is set from n8n's address",
  'x-n8n-api-key': 'carries secret-key',
};

/**
 * Reads headers: one `Name: value` per line, where everything after the colon is the value, or a JSON or YAML map of
 * scalars. A value that is entirely in quotes is unquoted, as in YAML; lines starting with `#` are ignored. If a line
 * has another form, the text is read as a YAML map. No message quotes a value: it may be a secret.
 */
export async function parseHeaders(name: string, text: string): Promise<Parsed<HeaderList>> {
  const seen = new Set<string>();
  const headers = (await readPairs(name, text)).map((pair) => (pair.ok ? checkHeader(name, pair.value, seen) : pair));
  const problems = problemsOf(headers);
  return problems.length > 0 ? failed(problems) : ok(headers.flatMap((header) => (header.ok ? [header.value] : [])));
}

type Pair = HeaderList[number];

/** @param seen the names of the headers before it, in lower case */
function checkHeader(name: string, [header, untrimmed]: Pair, seen: Set<string>): Parsed<Pair> {
  const value = untrimmed.replace(/^[ \t]+|[ \t]+$/g, '');
  const isForApi = name === 'api-headers';
  const reserved = isForApi ? RESERVED_BY_API : RESERVED;
  const lower = header.toLowerCase();
  const isRepeated = seen.has(lower);
  seen.add(lower);
  if (!TOKEN.test(header)) return wrong(`${name}: "${printable(header)}" is not a header name.`);
  if (Object.hasOwn(reserved, lower)) return wrong(`${name}: ${header} ${reserved[lower]}.`);
  if (isRepeated) return wrong(`${name}: ${header} is given twice.`);
  if (/[\r\n]/.test(value)) return wrong(`${name}: the value of ${header} has a line break in it.`);
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    return wrong(`${name}: the value of ${header} has a character that a header cannot carry.`);
  }
  if (isForApi && lower === 'user-agent' && /bot/i.test(value)) {
    return wrong(`${name}: ${header} contains "bot", and n8n's API ignores crawlers.`);
  }
  if (value === '') {
    return unset(
      `${name}: the value of ${header} is empty. ${UNSET} If it may be empty, write a word instead: \${{ … || 'none' }}.`,
    );
  }
  if (hasSecretName(header) && SCHEME.test(value)) {
    return unset(`${name}: the value of ${header} is empty after its scheme. ${UNSET}`);
  }
  return ok([header, value]);
}

async function readPairs(name: string, text: string): Promise<Parsed<Pair>[]> {
  const isFlow = text.startsWith('{');
  const lines = isFlow
    ? [wrong(`${name}: begins with "{" but is neither a JSON nor a YAML map.`)]
    : await readLines(name, text);
  return lines.every((line) => line.ok) ? lines : ((await readMap(name, text)) ?? lines);
}

async function readLines(name: string, text: string): Promise<Parsed<Pair>[]> {
  const pairs: Parsed<Pair>[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const match = /^([^\s:"'][^\s:]*):(?:[ \t]+(.*?)[ \t]*|(\S.*?)?[ \t]*)$/s.exec(line);
    const value = match?.[2] ?? match?.[3] ?? '';
    pairs.push(
      match?.[1] === undefined || (BEGINS_BLOCK.test(value) && /^[ \t]+\S/.test(lines[index + 1] ?? ''))
        ? wrong(`${name}: line ${index + 1} is not of the form "Name: value".`)
        : ok([match[1], await unquote(value)]),
    );
  }
  return pairs;
}

/** In YAML, the text is on the lines after it. */
const BEGINS_BLOCK = /^[|>][-+\d]*$/;

/**
 * Reads a YAML map; undefined if the text is not one, or if YAML would change a value that an expression may have
 * brought in. Values stay as they are written: `1.0`, `True`.
 */
async function readMap(name: string, text: string): Promise<Parsed<Pair>[] | undefined> {
  const { isMap, isScalar, Parser, parseDocument } = await import('yaml');
  const { findChanges } = await import('../text/inline-yaml.ts');
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'error' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  if ((await findChanges(text, new Parser().parse(text), document, true)).length > 0) return undefined;
  const pairs: Parsed<Pair>[] = [];
  for (const { key, value } of document.contents.items) {
    const header = isScalar(key) ? textOf(key) : '';
    if (value === null) pairs.push(ok([header, '']));
    else if (isScalar(value)) pairs.push(ok([header, textOf(value)]));
    else pairs.push(wrong(`${name}: the value of "${printable(header)}" is not text.`));
  }
  return pairs;
}

function textOf({ value, source = '' }: Scalar): string {
  return value === null ? '' : source;
}

async function unquote(value: string): Promise<string> {
  if (!/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)) return value;
  const { parseDocument } = await import('yaml');
  const document = parseDocument(value, { logLevel: 'error' });
  const plain: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  return typeof plain === 'string' ? plain : value;
}

function printable(text: string): string {
  return text.length > 40 ? '…' : text.replace(/[^\x20-\x7e]/g, '?');
}
