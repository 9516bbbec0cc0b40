import type { Problem } from '../src/text/problem.ts';
import type { Result } from '../src/text/result.ts';

/** What was read. Anything wrong fails the test that asks. */
export function valueIn<Value>(read: Result<Value, readonly Problem[] | string>): Value {
  if (read.ok) return read.value;
  throw new Error(linesIn(read.error).join('\n'));
}

/** What is wrong, line by line. Anything sound fails the test that asks. */
export function linesOf(read: Result<unknown, readonly Problem[] | string>): readonly string[] {
  if (!read.ok) return linesIn(read.error);
  throw new Error(`No problem was found, but ${JSON.stringify(read.value)}`);
}

function linesIn(error: readonly Problem[] | string): readonly string[] {
  return typeof error === 'string' ? [error] : error.map(({ line }) => line);
}
