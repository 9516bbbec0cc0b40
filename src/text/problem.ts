/**
 * What is wrong with the user's input, as lines to show. An expected ending, so a value and not an exception:
 * a parser gives either its result or a Problem, and {@link gather} collects the problems of a whole run.
 */
export class Problem {
  readonly lines: readonly string[];

  constructor(...lines: string[]) {
    this.lines = lines;
  }
}

/** The same fields, each known not to be a Problem. */
type Sound<Fields> = { readonly [Name in keyof Fields]: Exclude<Fields[Name], Problem> };

function isSound<Fields extends object>(fields: Fields): fields is Fields & Sound<Fields> {
  return !Object.values(fields).some((field) => field instanceof Problem);
}

/** The fields, if all of them are sound; else one Problem with the lines of all, in the fields' order. */
export function gather<Fields extends object>(fields: Fields): Sound<Fields> | Problem {
  if (isSound(fields)) return fields;
  return new Problem(...Object.values(fields).flatMap((field) => (field instanceof Problem ? field.lines : [])));
}
