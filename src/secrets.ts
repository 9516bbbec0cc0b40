import { escapeHtml } from './text.ts';

/** Header values that hide nothing: masked, they would blot out half of the log and of the job's outputs. */
const EVERYDAY = /^(?:.{0,3}|true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/i;

/**
 * What to mask so that none of these secrets shows: each line by itself, because the runner masks line by line, and
 * each also in the form that JSON and URLs give it.
 */
export function masksFor(secrets: readonly string[]): string[] {
  const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
  const telling = lines.filter((line) => !EVERYDAY.test(line));
  return [
    ...new Set(
      telling.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line), escapeHtml(line)]),
    ),
  ];
}
