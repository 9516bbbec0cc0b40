/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** One line: what was measured, and its figures. */
export function print(message: string, ...figures: string[]): void {
  console.log(`  ${message.padEnd(46)}${figures.map((figure) => figure.padStart(12)).join('')}`);
}

/** One line of a figure that has a goal. */
export function printAgainst(message: string, figure: number, goal: number, unit: string): void {
  const mark = figure <= goal ? '✓' : '✗';
  print(message, `${format(figure)}${unit}`, `${mark} ≤ ${format(goal)}${unit}`);
}

function format(figure: number): string {
  return figure < 10 ? figure.toFixed(2) : String(Math.round(figure));
}
