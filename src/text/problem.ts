import { type Failed, failed, ok, type Result } from './result.ts';
import type { SafeText, Show } from './safe.ts';

/** Something wrong with the user's input, as a line that begins with the input's name. */
export interface Problem {
  readonly line: string;
  /** Whether a value is not set, as in runs that get no secrets. */
  readonly isUnset: boolean;
}

/** What was read of the user's input, or everything that is wrong with it. */
export type Parsed<Value> = Result<Value, readonly Problem[]>;

export function wrong(...lines: readonly string[]): Failed<readonly Problem[]> {
  return failed(lines.map((line) => ({ line, isUnset: false })));
}

export function unset(line: string): Failed<readonly Problem[]> {
  return failed([{ line, isUnset: true }]);
}

type Fields<Values> = { readonly [Name in keyof Values]: Parsed<Values[Name]> };

/** The values of the fields that are sound; the others are left out. */
export function soundOf<Values extends object>(fields: Fields<Values>): Partial<Values> {
  const sound: Partial<Values> = {};
  for (const name in fields) {
    const field = fields[name];
    if (field.ok) sound[name] = field.value;
  }
  return sound;
}

/** The values of the fields, if all of them are sound; else the problems of all, in the fields' order. */
export function gather<Values extends object>(fields: Fields<Values>): Parsed<Values> {
  const sound = soundOf(fields);
  if (isWhole(sound, fields)) return ok(sound);
  return failed(problemsOf(Object.values(fields)));
}

export function problemsOf(results: readonly Parsed<unknown>[]): readonly Problem[] {
  return results.flatMap((result) => (result.ok ? [] : result.error));
}

function isWhole<Values extends object>(sound: Partial<Values>, fields: Fields<Values>): sound is Values {
  return Object.keys(fields).every((name) => name in sound);
}

/** The most characters of such a line that are shown: it may quote an input. */
const LONGEST_LINE = 1000;

/** A line about an input, safe to show. */
export function shownLine(line: string, show: Show): SafeText {
  return show(line, LONGEST_LINE);
}
