/**
 * What is wrong with the user's input, as lines to show. It is an expected result, so a value and not an exception:
 * a parser gives either its result or a Problem, and {@link gather} collects the problems of a whole run.
 */
export class Problem {
  readonly lines: readonly string[];
  /** The lines that are about a value that is not set, as in runs that get no secrets. */
  readonly unset: readonly string[];

  constructor(...lines: string[]) {
    this.lines = lines;
    this.unset = [];
  }

  /** A Problem whose lines are all about values that are not set. */
  static unset(...lines: string[]): Problem {
    return Object.assign(new Problem(...lines), { unset: lines });
  }

  /** One Problem with the lines of all, in order. */
  static all(problems: readonly Problem[]): Problem {
    const lines = problems.flatMap((problem) => problem.lines);
    return Object.assign(new Problem(...lines), { unset: problems.flatMap(({ unset }) => unset) });
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
  return Problem.all(Object.values(fields).filter((field) => field instanceof Problem));
}
