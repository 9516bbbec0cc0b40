import { type Json, scalarText } from '../text/json.ts';

/** The id of an execution, a number from 1 up; undefined if it is not one, or not a safe integer. */
export function executionIdOf(value: Json | undefined): string | undefined {
  const text = scalarText(value);
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)) ? text : undefined;
}
