import { isAscii, unicodePattern } from '../text/unicode.ts';
import type { OpenParts } from './host.ts';
import { fold, unescapedForms } from './views.ts';

/** A text that is hidden wherever it occurs. */
export interface Hidden {
  /** The text, in the form of a view (see views.ts). */
  readonly text: string;
  /** What is shown instead. */
  readonly mark: '***' | '…';
  /** What must surround it, if anything: some characters before it, a line break, and the character after it. */
  readonly surroundings?: () => RegExp;
  /** Whether it is also hidden if only most of it occurs: a server may cut what it repeats. */
  readonly inParts?: true;
}

const EVERYDAY = /^(?:true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/i;

/** The first or last line that every key or certificate has. */
const FRAME = /^-----[A-Z0-9 ]*-----$/;

/** One word that is not the frame of a key. Parts of several words, or of `user:password`, also occur elsewhere. */
const ONE_WORD = /^(?!-----)[^\s:]+$/;

/** Texts shorter than this, in characters, may be part of any word. */
const SHORT = 8;
const AS_A_WORD = unicodePattern(String.raw`(?:^|[^\p{L}\p{N}])\n[^\p{L}\p{N}]?$`, 'u');

/** A path such as `deploy` is also a word in names of workflows and jobs, where it does not reveal the address. */
const PLAIN_WORD = unicodePattern(String.raw`^\p{L}{1,15}$`, 'u');
const AS_AN_ADDRESS = unicodePattern(
  String.raw`["'=\\]\n(?:[^\p{L}\p{N}\s]|$)|(?:/|\b(?:get|head|post|put|patch|delete) )\n(?:[^\p{L}\p{N}]|$)`,
  'u',
);

const AS_A_FOLDER = () => /\/\n[/?#"'\s]?$/;

/** Whether a text is too common to hide: half of the log, and of the job's outputs, would be hidden. */
function isEveryday(text: string): boolean {
  return text.length <= 3 || EVERYDAY.test(text);
}

/** The lines of a secret that are worth hiding, each by itself, because the runner masks line by line. */
function secretLines(secret: string): string[] {
  // Keys whose line breaks are written as \n are accepted, too.
  const breaks = secret.startsWith('-----BEGIN ') ? /[\r\n]+|(?:\\r)?\\n/ : /[\r\n]+/;
  const lines = secret.split(breaks).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => !isEveryday(line) && !FRAME.test(line));
}

/** What the runner must mask of a secret: its lines, also as JSON and URLs write them. It derives others itself. */
export function masksFor(secret: string): string[] {
  const lines = secretLines(secret);
  return [...new Set(lines.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line)]))];
}

/** The forms in which a text may contain a secret, apart from escapes, which views undo. */
export function secretForms(secret: string): Hidden[] {
  const lines = [secret.trim(), ...secretLines(secret)];
  const plain = lines.flatMap((line) => [line, line.replace(/=+$/, ''), line.replace(/[\s\u0085]+/g, ' ')]);
  const forms: Hidden[] = [
    ...plain.map((line) => ({ text: fold(line), mark: '***', ...(ONE_WORD.test(line) && { inParts: true }) }) as const),
    ...lines.flatMap(encodedForms).map((text) => ({ text, mark: '***' }) as const),
  ];
  return forms.filter(({ text }) => !isEveryday(text) && !FRAME.test(text));
}

/** The parts of a URL that a text may repeat: its path, the part after the endpoint, its query and the values in it. */
export function addressForms(url: URL, { instancePath = '', executionId }: OpenParts = {}): Hidden[] {
  const path = withoutSlashes(
    url.pathname.startsWith(`${instancePath}/`) ? url.pathname.slice(instancePath.length) : url.pathname,
  );
  const [, prefix, named] = /^(.*?)(?:^|\/)(?:webhook|form|mcp)(?:-test|-waiting)?\/(.*)$/s.exec(path) ?? [];
  const own = executionId === undefined ? (named ?? path.replace(/^[^/]*\//, '')) : after(executionId, path);
  const parts = [path, own, ...own.split('/').filter(isRandom), url.search.slice(1), ...url.searchParams.values()];
  const texts = parts.flatMap((part) => [...unescapedForms(part), ...encodedForms(part)]);
  const hidden = texts.filter((text) => !isEveryday(text) || isShortPath(text, own)).map(asAddress);
  const folder = prefix === undefined ? '' : fold(withoutSlashes(prefix));
  return folder === '' ? hidden : [...hidden, { text: folder, mark: '…', surroundings: AS_A_FOLDER }];
}

function asAddress(text: string): Hidden {
  const isPlain = isAscii(text) ? /^[a-z]{1,15}$/i.test(text) : PLAIN_WORD().test(text);
  if (isPlain) return { text, mark: '…', surroundings: AS_AN_ADDRESS };
  return text.length < SHORT ? { text, mark: '…', surroundings: AS_A_WORD } : { text, mark: '…' };
}

/** A webhook's path of three characters or more is hidden, even if it is a word. */
function isShortPath(text: string, own: string): boolean {
  return text.length > 2 && text === fold(own);
}

/** What follows a part of a path. */
function after(part: string, path: string): string {
  const parts = path.split('/');
  return parts.slice(parts.lastIndexOf(part) + 1).join('/');
}

function withoutSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

/** Whether a part of a path looks random, made to be unguessable. */
function isRandom(part: string): boolean {
  return part.length >= 16 && /\d/.test(part);
}

/**
 * A text in hexadecimal digits, as dumps of bytes show it, and as part of a longer one in base64: for each of its three
 * possible offsets, the characters that only its bytes determine, in the alphabets with and without the signs that
 * differ in URLs.
 */
function encodedForms(text: string): string[] {
  const bytes = Buffer.from(text);
  if (bytes.length < SHORT) return [];
  const inBase64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    const form = encoded.slice(Math.ceil((shift * 8) / 6), end);
    return [fold(form), fold(form.replaceAll('-', '+').replaceAll('_', '/'))];
  });
  return [bytes.toString('hex'), ...inBase64];
}
