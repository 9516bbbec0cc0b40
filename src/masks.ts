import { escapeHtml } from './text.ts';

/** Header values that hide nothing: masked, they would blot out half of the log and of the job's outputs. */
const EVERYDAY = /^(?:.{0,3}|true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/i;

/**
 * What to mask so that none of these secrets shows: each line by itself, because the runner masks line by line, in the
 * forms that JSON and URLs give it, and all of these also as the summary, which is HTML, writes them.
 */
export function masksFor(secrets: readonly string[]): string[] {
  const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
  const telling = lines.filter((line) => !EVERYDAY.test(line));
  const forms = telling.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line)]);
  return [...new Set([...forms, ...forms.map(escapeHtml)])];
}
