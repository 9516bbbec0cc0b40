/**
 * Whether a number in the input would reach n8n as a different one, because JavaScript keeps only 53 bits: an integer
 * beyond 2^53, or a number too large or too close to zero. Extra digits of a fraction are no loss.
 *
 * @param source as JSON writes it, or YAML 1.2
 */
export function isRounded(source: string, value: number): boolean {
  if (!Number.isFinite(value)) return true;
  if (value === 0) return /[1-9]/.test(source.replace(/e.*/i, ''));
  const integer = source.replace(/^[-+]/, '');
  return /^(?:\d+|0[xo].*)$/.test(integer) && BigInt(integer) > 2n ** 53n;
}

/** The message for such a number, and what to write instead. */
export const ROUNDED =
  'n8n would read a different number, because this one is beyond 2^53 or out of range. Put it in quotes to send it as text.';
