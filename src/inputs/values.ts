import type { StatusRange } from '../http/status.ts';
import { type Parsed, unset, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';
import { isAscii, unicodePattern } from '../text/unicode.ts';

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The longest time for Node's timers (a signed 32-bit number of milliseconds), in whole hours. */
const LONGEST_HOURS = 596;

/** A duration in milliseconds from `30`, `500ms`, `30s`, `10m` or `1h`; a bare number is seconds. */
export function parseDuration(name: string, text: string): Parsed<number> {
  const [, count, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  const ms = Math.round(Number(count) * (MILLISECONDS[unit] ?? Number.NaN));
  if (Number.isNaN(ms)) {
    return wrong(`${name}: ${quote(text)} is not a duration. Write seconds, or 500ms, 30s, 10m, 1h.`);
  }
  if (ms < 1 || ms > LONGEST_HOURS * 3_600_000) {
    return wrong(`${name}: ${quote(text)} is out of range. Give more than zero and at most ${LONGEST_HOURS}h.`);
  }
  return ok(ms);
}

/** A whole number from zero to `most`. */
export function parseCount(name: string, text: string, most: number): Parsed<number> {
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return ok(Number(text));
  return wrong(`${name}: ${quote(text)} is not a whole number from 0 to ${most}.`);
}

/** A boolean of YAML 1.2's core schema. */
export function parseBoolean(name: string, text: string): Parsed<boolean> {
  if (/^(true|True|TRUE)$/.test(text)) return ok(true);
  if (/^(false|False|FALSE)$/.test(text)) return ok(false);
  return wrong(`${name}: ${quote(text)} is neither true nor false.`);
}

export function parseWord<Word extends string>(name: string, text: string, words: readonly Word[]): Parsed<Word> {
  const found = words.find((word) => word === text);
  if (found !== undefined) return ok(found);
  return wrong(`${name}: ${quote(text)} is unknown. Use one of: ${words.join(', ')}.`);
}

/** Codes and ranges of HTTP status, as in `200-299,404`. */
export function parseStatusRanges(name: string, text: string): Parsed<readonly StatusRange[]> {
  const ranges: StatusRange[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const match = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to) {
      return wrong(`${name}: ${quote(part)} is not a status code or range. Write for example 200-299,404.`);
    }
    ranges.push([from, to]);
  }
  return ok(ranges);
}

/** What to do if a line of `files` matches none, as in actions/upload-artifact. */
export const IF_NO_FILES = ['error', 'warn', 'ignore'] as const;

/** The hint for a value that is not set. */
export const UNSET = "If it comes from a secret, check the secret's name; runs from forks get no secrets.";

/** If an expression gave nothing for the host, `URL` would take the first part of the path as the host. */
const NO_HOST = /^(?:https?:\/\/(?:[^/?#\\]*@)?)?(?::(?![^/?#\\]*@)|[?#\\]|\/(?!\/)|$)/i;

/** `https://:password@host`, where an expression gave nothing for the user. */
const NO_USER = /^https?:\/\/:[^/?#\\]*@/i;

/** Whitespace, control characters, and those that are invisible or change the direction of text. */
const UNSEEN = unicodePattern(String.raw`[\s\p{Cc}\p{Cf}]`, 'u');

/** An absolute `http` or `https` URL without blanks. Messages never quote it: a webhook's URL is half a secret. */
export function parseUrl(name: string, text: string): Parsed<URL> {
  if (text === '') return unset(`${name}: is required. ${UNSET}`);
  if (NO_HOST.test(text)) return unset(`${name}: has no host. ${UNSET}`);
  if (NO_USER.test(text)) return unset(`${name}: has no user in front of the host. ${UNSET}`);
  if (isAscii(text) ? /[\0-\x20\x7f]/.test(text) : UNSEEN().test(text)) {
    return wrong(`${name}: contains a space, line break or invisible character. Write a space as %20.`);
  }
  const url = URL.parse(text);
  if (!url || !/^https?:\/\//i.test(text)) {
    return wrong(`${name}: is not an absolute http or https URL, like https://n8n.example.com/…`);
  }
  return ok(url);
}

/** The URL that a text is probably meant to be: its secrets are hidden even if it is refused because of its quotes. */
export function presumedUrl(text: string): URL | undefined {
  return URL.parse(text.replace(/^[\s"'<]+|[\s"'>]+$/g, '')) ?? undefined;
}

/** The value in quotes for a message, on one line. A long one is left out: a secret that is cut would not be hidden. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? '"…"' : `"${line}"`;
}
