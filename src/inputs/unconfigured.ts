import type { Problem } from '../text/problem.ts';

/** What to do if a secret or variable is not set. */
export const IF_UNCONFIGURED = ['error', 'warn', 'ignore'] as const;

/** What `if-unconfigured` asks for, if all problems are about values that are not set; undefined if the step fails. */
export function toleranceFor(
  problems: readonly Problem[],
  asked: (typeof IF_UNCONFIGURED)[number] | undefined,
): 'warn' | 'ignore' | undefined {
  return asked !== 'error' && problems.every(({ isUnset }) => isUnset) ? asked : undefined;
}
