import { secretLines } from './hidden.ts';

/**
 * The texts that the runner must mask so that none of these secrets shows: each line by itself, because the runner
 * masks line by line, in the forms that JSON and URLs give it. The runner derives other forms itself.
 */
export function masksFor(secrets: readonly string[]): string[] {
  const lines = secrets.flatMap(secretLines);
  return [...new Set(lines.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line)]))];
}
