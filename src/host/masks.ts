import { escapeHtml } from '../text/format.ts';

/** Header values that hide nothing: masked, they would blot out half of the log and of the job's outputs. */
const EVERYDAY = /^(?:.{0,3}|true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/i;

/**
 * What to mask so that none of these secrets shows: each line by itself, because the runner masks line by line, in the
 * forms that JSON and URLs give it, and all of these also as the summary, which is HTML, writes them.
 */
export function masksFor(secrets: readonly string[]): string[] {
  const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
  const telling = lines.filter((line) => !EVERYDAY.test(line));
  const forms = telling.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line)]);
  return [...new Set([...forms, ...forms.map(escapeHtml)])];
}

/** Gives a text from outside without what is to be hidden. */
export type Redact = (text: string) => string;

/** For where nothing is to be hidden. */
export const asItIs: Redact = (text) => text;

/** What is to be hidden, as far as it is known: it grows while the step mints tokens and signs. */
export interface Redactor {
  hide(mask: string): void;
  /**
   * The runner finds a mask in a text as it was given alone. What is to be cut, put on one line or escaped must go through
   * here first, else parts of a secret would show.
   */
  readonly redact: Redact;
}

/** Replaces by `***`, as the runner does. */
export function redactor(): Redactor {
  const masks = new Set<string>();
  return {
    hide: (mask) => {
      if (mask !== '') masks.add(mask);
    },
    redact: (text) => {
      let shown = '';
      let end = 0;
      for (const span of spansOf(masks, text)) {
        shown += `${text.slice(end, span.from)}***`;
        end = span.to;
      }
      return shown + text.slice(end);
    },
  };
}

interface Span {
  readonly from: number;
  to: number;
}

/** Where the masks stand in a text, in its order. Those that overlap are one: hidden one by one, rests would show. */
function spansOf(masks: Iterable<string>, text: string): Span[] {
  const found: Span[] = [];
  for (const mask of masks) {
    for (let from = text.indexOf(mask); from >= 0; from = text.indexOf(mask, from + 1)) {
      append(found, { from, to: from + mask.length });
    }
  }
  const spans: Span[] = [];
  for (const span of found.sort((a, b) => a.from - b.from)) append(spans, span);
  return spans;
}

/** Joins a span to the last one where that reaches it. */
function append(spans: Span[], { from, to }: Span): void {
  const last = spans.at(-1);
  if (last && last.from <= from && from <= last.to) last.to = Math.max(last.to, to);
  else spans.push({ from, to });
}
