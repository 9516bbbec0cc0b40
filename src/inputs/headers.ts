import type { Document } from 'yaml';
import { Problem } from '../problem.ts';

/** Header names as given, with their values. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Headers that frame the message (RFC 9112) or that the action sets itself, with the reason to tell. */
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

/**
 * Reads the `headers` input: `Name: value` a line, or a JSON or YAML map of scalars.
 * A value wholly in quotes is unquoted, as YAML would. No message quotes a value: it may be a secret.
 */
export async function parseHeaders(name: string, text: string): Promise<HeaderList | Problem> {
  if (text === '') return [];
  const pairs = text.startsWith('{') ? await readMap(name, text) : await readLines(name, text);
  if (pairs instanceof Problem) return pairs;
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [header, value] of pairs) {
    const lower = header.toLowerCase();
    if (!TOKEN.test(header)) problems.push(`${name}: "${printable(header)}" is not a header name.`);
    else if (Object.hasOwn(RESERVED, lower)) problems.push(`${name}: ${header} ${RESERVED[lower]}.`);
    else if (seen.has(lower)) problems.push(`${name}: ${header} is given twice.`);
    else if (/[\r\n]/.test(value)) problems.push(`${name}: the value of ${header} has a line break in it.`);
    else if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      problems.push(`${name}: the value of ${header} has a character that a header cannot carry.`);
    }
    seen.add(lower);
  }
  return problems.length > 0 ? new Problem(...problems) : pairs;
}

async function readLines(name: string, text: string): Promise<HeaderList | Problem> {
  const pairs: [string, string][] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    const match = /^([^\s:]+):(?:[ \t]+(.*?))?[ \t]*$/.exec(line) ?? /^([^\s:]+):(\S.*?)[ \t]*$/.exec(line);
    if (!match?.[1]) problems.push(`${name}: line ${index + 1} is not of the form "Name: value".`);
    else pairs.push([match[1], await unquote(match[2] ?? '')]);
  }
  return problems.length > 0 ? new Problem(...problems) : pairs;
}

async function readMap(name: string, text: string): Promise<HeaderList | Problem> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core' });
  const map: unknown = document.errors.length === 0 ? plain(document) : undefined;
  if (typeof map !== 'object' || map === null) {
    return new Problem(`${name}: begins with "{" but is neither a JSON nor a YAML map.`);
  }
  const entries = Object.entries(map);
  const nested = entries.filter(([, value]) => typeof value === 'object' && value !== null);
  if (nested.length > 0) {
    return new Problem(...nested.map(([header]) => `${name}: the value of "${printable(header)}" is not a text.`));
  }
  return entries.map(([header, value]) => [header, String(value ?? '')]);
}

/** Undefined where an alias leads nowhere, or to too much. */
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
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
