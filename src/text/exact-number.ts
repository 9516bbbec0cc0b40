import type { ExactNumber, Json } from './json.ts';

// "JSON.parse source text access" of ECMAScript, which TypeScript's libraries do not have yet.
declare global {
  interface JSON {
    parse(text: string, reviver: (key: string, value: Json, context: { readonly source?: string }) => Json): Json;
    rawJSON(text: string): ExactNumber;
    isRawJSON(value: unknown): value is ExactNumber;
  }
}

/**
 * What may be a number that no double holds: one of 16 characters or more, or with an exponent of three digits. Texts
 * have such too, which costs time and changes nothing.
 */
const LONG = /[\s:,[](-?\d(?:[\d.]{15}|[\d.]*[eE][+-]?0*\d{3})[\d.eE+-]*)/g;

/**
 * As `JSON.parse`, but a number that a double would change (an integer beyond 2^53, `1e400`) is kept as it is written.
 * A text without one costs no more than to look for it.
 *
 * @throws SyntaxError; RangeError where it has such numbers and is nested some thousand levels deep
 */
export function parseExactly(text: string): Json {
  if (!hasLossy(text)) {
    const value: Json = JSON.parse(text);
    return value;
  }
  return JSON.parse(text, (_, value, { source }) =>
    typeof value === 'number' && source !== undefined ? exactly(source, value) : value,
  );
}

function hasLossy(text: string): boolean {
  for (const [, source = ''] of text.matchAll(LONG)) {
    if (typeof exactly(source, Number(source)) !== 'number') return true;
  }
  return false;
}

/**
 * A number, or its text where the number is not what was written.
 *
 * @param source as JSON writes it, or YAML 1.2
 */
export function exactly(source: string, value: number): number | ExactNumber {
  if (String(value) === source) return value;
  const written = toDecimal(/^0[ox]/.test(source) ? String(BigInt(source)) : source);
  if (!written) return value;
  const held = toDecimal(String(value));
  if (held && significant(held) === significant(written)) return value;
  const { sign, whole, fraction, exponent } = written;
  return JSON.rawJSON(
    `${sign}${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction && `.${fraction}`}${exponent && `e${exponent}`}`,
  );
}

interface Decimal {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: string;
}

function toDecimal(text: string): Decimal | undefined {
  const match = /^(?:(-)|\+)?(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  return { sign, whole, fraction, exponent };
}

/** Digits without zeros at either end. A double that is not the number that was written has others, or none. */
function significant({ whole, fraction }: Decimal): string {
  const digits = (whole + fraction).replace(/^0+/, '');
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
