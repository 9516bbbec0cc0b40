import type { Scalar } from 'yaml';
import type { HeaderList } from '../request/auth.ts';
import { Problem } from '../text/problem.ts';
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
  'content-type': 'has an input of its own: content-type',
  traceparent: 'is how the execution is found; to continue a trace, set TRACEPARENT in env',
};

/** Headers of n8n's API that the action sets itself, or that n8n would misunderstand. */
const RESERVED_BY_API: typeof RESERVED = {
  ...RESERVED,
  'content-type': 'is set by the action',
  host: "is set from n8n's address",
  'x-n8n-api-key': 'is what secret-key is sent in',
};

/**
 * Reads headers: `Name: value` a line, where everything after the colon is the value, or a JSON or YAML map of scalars.
 * A value that is entirely in quotes is unquoted, as YAML would; lines starting with `#` are ignored. If a line has
 * another form, the text is read as a YAML map. No message quotes a value: it may be a secret.
 */
export async function parseHeaders(name: string, text: string): Promise<HeaderList | Problem> {
  if (text === '') return [];
  const { pairs, problems } = await readPairs(name, text);
  const trimmed = pairs.map(([header, value]) => [header, value.replace(/^[ \t]+|[ \t]+$/g, '')] as const);
  const reserved = name === 'api-headers' ? RESERVED_BY_API : RESERVED;
  const seen = new Set<string>();
  const unset: string[] = [];
  for (const [header, value] of trimmed) {
    const lower = header.toLowerCase();
    if (!TOKEN.test(header)) problems.push(`${name}: "${printable(header)}" is not a header name.`);
    else if (Object.hasOwn(reserved, lower)) problems.push(`${name}: ${header} ${reserved[lower]}.`);
    else if (seen.has(lower)) problems.push(`${name}: ${header} is given twice.`);
    else if (/[\r\n]/.test(value)) problems.push(`${name}: the value of ${header} has a line break in it.`);
    else if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      problems.push(`${name}: the value of ${header} has a character that a header cannot carry.`);
    } else if (name === 'api-headers' && lower === 'user-agent' && /bot/i.test(value)) {
      problems.push(`${name}: ${header} has "bot" in it, and n8n's API takes that for a crawler.`);
    } else if (value === '') {
      unset.push(
        `${name}: the value of ${header} is empty. ${UNSET} Where none is meant, write a word: \${{ … || 'none' }}.`,
      );
    } else if (hasSecretName(header) && SCHEME.test(value)) {
      unset.push(`${name}: the value of ${header} is empty after its scheme. ${UNSET}`);
    }
    seen.add(lower);
  }
  if (problems.length === 0 && unset.length === 0) return trimmed;
  return Problem.all([new Problem(...problems), Problem.unset(...unset)]);
}

/** The headers that could be read, and what is wrong with the rest. */
interface Pairs {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly problems: string[];
}

async function readPairs(name: string, text: string): Promise<Pairs> {
  const isFlow = text.startsWith('{');
  const lines = isFlow ? undefined : await readLines(name, text);
  if (lines?.problems.length === 0) return lines;
  const unreadable = { pairs: [], problems: [`${name}: begins with "{" but is neither a JSON nor a YAML map.`] };
  return (await readMap(name, text)) ?? lines ?? unreadable;
}

async function readLines(name: string, text: string): Promise<Pairs> {
  const pairs: [string, string][] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const match = /^([^\s:"'][^\s:]*):(?:[ \t]+(.*?)[ \t]*|(\S.*?)?[ \t]*)$/s.exec(line);
    if (!match?.[1]) problems.push(`${name}: line ${index + 1} is not of the form "Name: value".`);
    else pairs.push([match[1], await unquote(match[2] ?? match[3] ?? '')]);
  }
  return { pairs, problems };
}

/** Reads a YAML map; undefined if the text is not one. Values stay as they are written: `1.0`, `True`. */
async function readMap(name: string, text: string): Promise<Pairs | undefined> {
  const { isAlias, isMap, isScalar, parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const pairs: [string, string][] = [];
  const problems: string[] = [];
  for (const { key, value } of document.contents.items) {
    const header = isScalar(key) ? textOf(key) : '';
    const meant = isAlias(value) ? value.resolve(document) : value;
    if (isAlias(value) && meant === undefined) return undefined;
    if (meant === null || isScalar(meant)) pairs.push([header, meant === null ? '' : textOf(meant)]);
    else problems.push(`${name}: the value of "${printable(header)}" is not a text.`);
  }
  return { pairs, problems };
}

function textOf({ value, source }: Scalar): string {
  return value === null ? '' : typeof value === 'string' ? value : (source ?? String(value));
}

async function unquote(value: string): Promise<string> {
  if (!/^(".*"|'.*')$/.test(value)) return value;
  const { parseDocument } = await import('yaml');
  const document = parseDocument(value);
  const plain: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  return typeof plain === 'string' ? plain : value;
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}
