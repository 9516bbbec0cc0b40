import { fold, unescapedForms } from './views.ts';

/** A text that is hidden wherever it stands. */
export interface Hidden {
  /** As a view of a text has it (see views.ts). */
  readonly text: string;
  /** What is shown for it. */
  readonly mark: '***' | '…';
  /** Between what it has to stand, where not everywhere: some characters before it, a line break, and the one after it. */
  readonly stands?: RegExp;
}

/** What hides nothing: hidden, it would blot out half of the log, and of the job's outputs. */
const EVERYDAY = /^(?:.{0,3}|true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/is;

/** The frame of a key or certificate, which all of them have. */
const FRAME = /^-----[A-Z0-9 ]*-----$/;

/** Shorter ones may be a part of any word. */
const SHORT = 8;
const AS_A_WORD = /(?:^|[^\p{L}\p{N}])\n[^\p{L}\p{N}]?$/u;

/** A path such as `deploy` is a word that names of workflows and jobs have, too. There it says nothing of the address. */
const PLAIN_WORD = /^\p{L}{1,15}$/u;
const AS_AN_ADDRESS =
  /["'=\\]\n(?:[^\p{L}\p{N}\s]|$)|(?:\/|\b(?:get|head|post|put|patch|delete) )\n(?:[^\p{L}\p{N}]|$)/u;

const AS_A_FOLDER = /\/\n[/?#"'\s]?$/;

/** The lines of a secret that hide something, each by itself, because the runner masks line by line. */
export function secretLines(secret: string): string[] {
  // A key whose line breaks are written as \n is read as well.
  const breaks = secret.startsWith('-----BEGIN ') ? /[\r\n]+|(?:\\r)?\\n/ : /[\r\n]+/;
  const lines = secret.split(breaks).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => !EVERYDAY.test(line) && !FRAME.test(line));
}

/** A secret as a text may have it, besides what undoing escapes makes the same. */
export function secretForms(secret: string): Hidden[] {
  const lines = [secret.trim(), ...secretLines(secret)];
  const forms = lines.flatMap((line) => [fold(line), fold(line.replace(/=+$/, ''))]);
  return [...forms, ...lines.flatMap(base64Forms)]
    .filter((text) => !EVERYDAY.test(text) && !FRAME.test(text))
    .map((text) => ({ text, mark: '***' }));
}

/** What of a URL may be repeated: its path, what of that stands behind the endpoint, its query and the values there. */
export function addressForms(url: URL, publicPath = ''): Hidden[] {
  const path = withoutSlashes(
    url.pathname.startsWith(`${publicPath}/`) ? url.pathname.slice(publicPath.length) : url.pathname,
  );
  const [, prefix, named] = /^(.*?)(?:^|\/)(?:webhook|form|mcp)(?:-test|-waiting)?\/(.*)$/s.exec(path) ?? [];
  const own = named ?? path.replace(/^[^/]*\//, '');
  const parts = [path, own, ...own.split('/').filter(isRandom), url.search.slice(1), ...url.searchParams.values()];
  const texts = parts.flatMap((part) => [...unescapedForms(part), ...base64Forms(part)]);
  const hidden = texts.filter((text) => !EVERYDAY.test(text) || isShortPath(text, own)).map(asAddress);
  const folder = prefix === undefined ? '' : fold(withoutSlashes(prefix));
  return folder === '' ? hidden : [...hidden, { text: folder, mark: '…', stands: AS_A_FOLDER }];
}

function asAddress(text: string): Hidden {
  if (PLAIN_WORD.test(text)) return { text, mark: '…', stands: AS_AN_ADDRESS };
  return text.length < SHORT ? { text, mark: '…', stands: AS_A_WORD } : { text, mark: '…' };
}

/** A webhook's path is hidden from three characters on, even if it is a word. */
function isShortPath(text: string, own: string): boolean {
  return text.length > 2 && text === fold(own);
}

function withoutSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

/** A part of a path that n8n or somebody made up for nobody to guess. */
function isRandom(part: string): boolean {
  return part.length >= 16 && /\d/.test(part);
}

/**
 * A text inside of other text that is base64: of its three positions there, the characters that its bytes alone decide.
 * With and without the signs that differ in URLs.
 */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  if (bytes.length < SHORT) return [];
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    const form = encoded.slice(Math.ceil((shift * 8) / 6), end);
    return [fold(form), fold(form.replaceAll('-', '+').replaceAll('_', '/'))];
  });
}
