import type { Host } from '../host/host.ts';
import type { Parsed, Problem } from '../text/problem.ts';

/** The settings of a step, or everything that is wrong with them. */
export interface Reading<Settings> {
  readonly inputs: Parsed<Settings>;
  /** What must never be shown, whatever is wrong. */
  readonly secrets: readonly string[];
  /** Set if the only problem is a missing value, and the step should not fail then. */
  readonly unconfigured: 'warn' | 'ignore' | undefined;
}

/** What to do if a secret or variable is not set. */
export const IF_UNCONFIGURED = ['error', 'warn', 'ignore'] as const;

/** What `if-unconfigured` asks for, if all problems are about values that are not set; undefined if the step fails. */
export function toleranceFor(
  problems: readonly Problem[],
  asked: (typeof IF_UNCONFIGURED)[number] | undefined,
): Reading<unknown>['unconfigured'] {
  return asked !== 'error' && problems.every(({ isUnset }) => isUnset) ? asked : undefined;
}

/** Whether a summary is wanted: that is known even if the inputs are wrong. */
export function wantsSummary({ input }: Pick<Host, 'input'>): boolean {
  return input('summary').trim().toLowerCase() !== 'false';
}
