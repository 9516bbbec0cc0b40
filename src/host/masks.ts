import { secretLines } from './hidden.ts';

/**
 * What the runner is told to mask so that none of these secrets shows: each line by itself, because it masks line by line,
 * in the forms that JSON and URLs give it. Other forms the runner makes itself.
 */
export function masksFor(secrets: readonly string[]): string[] {
  const lines = secrets.flatMap(secretLines);
  return [...new Set(lines.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line)]))];
}
