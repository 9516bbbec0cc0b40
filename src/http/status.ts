/** An inclusive range of HTTP status codes. */
export type StatusRange = readonly [from: number, to: number];

export function isWithin(status: number, ranges: readonly StatusRange[]): boolean {
  return ranges.some(([from, to]) => status >= from && status <= to);
}

/** Whether a status code is 2xx. */
export function isSuccess(status: number): boolean {
  return isWithin(status, [[200, 299]]);
}
