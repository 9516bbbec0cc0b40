import { declareSafe, type SafeText } from './safe.ts';
import { isAscii, unicodePattern } from './unicode.ts';

/** Characters that join letters or choose an emoji's style: without them, a text reads almost the same. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/g;

/** Control, direction and invisible characters, lone surrogates, and code points without a meaning in Unicode. */
const UNSEEN = unicodePattern(String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]`, 'gu');

/** More combining marks than any script puts on one letter: they would cover the lines above and below. */
const PILED_MARKS = unicodePattern(String.raw`(\p{M}{4})\p{M}+`, 'gu');

/**
 * Makes a text from outside safe for a log line or message: one line, no control, direction or invisible characters,
 * nothing that the runner would take for a command (`##[` is one anywhere in a line), cut to `most` characters.
 * Double colons are kept only in IPv6 addresses.
 */
export function excerpt(text: string, most: number): string {
  const line = withoutUnseen(text.slice(0, most * 4).replace(/[\s\u0085\u2028\u2029]+/g, ' '))
    .replaceAll('##[', '# #[')
    .replace(/\[[\da-f:.]+\]|:(?=:)/gi, (colons) => (colons === ':' ? ': ' : colons))
    .trim();
  const characters = [...line.slice(0, most * 2)];
  return characters.length > most || line.length > most * 2 ? `${characters.slice(0, most).join('')}…` : line;
}

function withoutUnseen(text: string): string {
  if (isAscii(text)) return text.replace(/[\0-\x1f\x7f]/g, '\ufffd');
  return text.replace(JOINERS, '').replace(UNSEEN(), '\ufffd').replace(PILED_MARKS(), '$1');
}

/** A number of bytes for people, in decimal units. */
export function formatBytes(bytes: number): SafeText {
  if (bytes < 1000) return declareSafe(`${bytes} B`);
  if (bytes < 1_000_000) return declareSafe(`${(bytes / 1000).toFixed(1)} kB`);
  if (bytes < 1_000_000_000) return declareSafe(`${(bytes / 1_000_000).toFixed(1)} MB`);
  return declareSafe(`${(bytes / 1_000_000_000).toFixed(2)} GB`);
}

/** A time span in milliseconds for people. */
export function formatDuration(ms: number): SafeText {
  if (ms < 1000) return declareSafe(`${Math.round(ms)} ms`);
  if (ms < 60_000) return declareSafe(`${(ms / 1000).toFixed(1)} s`);
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return declareSafe(`${minutes} min${rest(seconds % 60, 's')}`);
  return declareSafe(`${Math.floor(minutes / 60)} h${rest(minutes % 60, 'min')}`);
}

const rest = (count: number, unit: string): string => (count === 0 ? '' : ` ${count} ${unit}`);

/**
 * A text from outside as HTML that shows it and does nothing: no tags, Markdown, mentions, formulas or hidden
 * directions. It stays on its line, because an empty line would end the block of HTML around it.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
    .replace(/[&<>"'`*_[\]()#@|\\~:$]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/\r\n|\r|\n/g, '&#10;');
}
