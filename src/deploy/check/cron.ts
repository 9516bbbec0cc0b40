/** The limits of a cron expression's fields: second (optional), minute, hour, day, month, and day of the week. */
const FIELDS = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const NICKNAMES = /^@(?:yearly|monthly|weekly|daily|hourly|minutely|secondly|weekdays|weekends)$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NUMBERS = new Map([
  ...MONTHS.map((name, index): [string, number] => [name, index + 1]),
  ...DAYS.map((name, index): [string, number] => [name, index]),
]);

/**
 * Whether n8n can run a schedule: whether its parser, the package `cron`, accepts the expression, and there is such a
 * date. The package accepts less than others do (`L`, `#`, `?`) and more (names in any field, steps of any size).
 */
export function isCron(expression: string): boolean {
  if (NICKNAMES.test(expression)) return true;
  const numeric = expression.toLowerCase().replace(/[a-z]{1,3}/g, (name) => String(NUMBERS.get(name) ?? name));
  const fields = numeric.trim().split(/\s+/);
  if (fields.length < FIELDS.length - 1 || fields.length > FIELDS.length) return false;
  const values = FIELDS.slice(-fields.length).map(([least, most], index) => valuesOf(fields[index] ?? '', least, most));
  const [days, months, weekdays] = values.slice(-3);
  return values.every((each) => each !== undefined) && (isDate(days, months) || new Set(weekdays).size < 7);
}

/** The numbers that a field allows; undefined if it is invalid. */
function valuesOf(field: string, least: number, most: number): number[] | undefined {
  const values: number[] = [];
  for (const part of field.split(',')) {
    const found = /^(\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part.replace(/^\*/, `${least}-${most}`));
    if (!found) return undefined;
    const [from, step] = [Number(found[1]), Number(found[3] ?? 1)];
    const to = Number(found[2] ?? (found[3] === undefined ? from : most));
    if (from < least || to > most || from > to || step === 0) return undefined;
    for (let value = from; value <= to; value += step) values.push(value);
  }
  return values;
}

/** Whether one of these months has one of these days. */
function isDate(days: readonly number[] = [], months: readonly number[] = []): boolean {
  const longest = Math.max(...months.map((month) => new Date(Date.UTC(2024, month, 0)).getUTCDate()));
  return Math.min(...days) <= longest;
}
