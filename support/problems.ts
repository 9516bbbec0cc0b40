import { Problem } from '../src/text/problem.ts';

/** The lines of a Problem. Anything else fails the test that asks. */
export function linesOf(value: unknown): readonly string[] {
  if (value instanceof Problem) return value.lines;
  throw new Error(`No problem was found, but ${JSON.stringify(value)}`);
}
