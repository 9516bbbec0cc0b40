import { excerpt } from '../text/format.ts';
import { declareSafe } from '../text/safe.ts';
import { addressForms, type Hidden, secretForms } from './hidden.ts';
import type { Host } from './host.ts';
import { type View, viewsOf } from './views.ts';

/** How many characters of a text are searched, by how many are shown: a name of megabytes would take too long. */
const SEARCHED = (shown: number): number => Math.min(256 * 1024, 16 * 1024 + 32 * shown);

/** How much of a text is shown by default, in characters. */
const USUAL = 200;

/** The length of one character in an escaped escape: `%255Cu0041`. Deeper nesting is longer than that. */
const LONGEST_ESCAPE = 16;

/** How many characters before a match decide whether it is the hidden text. */
const CONTEXT = 10;

/** Remembers what to hide, which grows as the step mints tokens and signs, and makes texts safe to show. */
interface Door extends Pick<Host, 'hideAddress' | 'show' | 'showLines'> {
  /** Hides a secret, in every form in which a text may repeat it. */
  hide(secret: string): void;
}

export function createDoor(): Door {
  const hidden = new Map<string, Hidden>();
  let longest = 0;
  const add = (forms: readonly Hidden[]): void => {
    for (const form of forms) {
      if (!hidden.has(form.text)) hidden.set(form.text, form);
      longest = Math.max(longest, form.text.length);
    }
  };
  const redact = (text: string): string => withoutHidden(text, [...hidden.values()]);
  /** Cuts a text that is too long to search, and its last characters, which may be part of something hidden. */
  const within = (text: string, shown: number): string => {
    const most = SEARCHED(shown);
    return text.length <= most
      ? redact(text)
      : `${redact(text.slice(0, most)).slice(0, -LONGEST_ESCAPE * longest - 1)}…`;
  };
  return {
    hide: (secret) => add(secretForms(secret)),
    hideAddress: (url, open) => add(addressForms(url, open)),
    show: (text, most = USUAL) => declareSafe(excerpt(within(text, most), most)),
    showLines: (text, most = USUAL) => {
      const lines = within(text, most).split(/\r\n|[\r\n\u0085\u2028\u2029]/);
      const shown = lines.map((line) => {
        const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').slice(0, 200) ?? '';
        const rest = excerpt(line, most);
        return rest === '' ? '' : indent + rest;
      });
      return declareSafe(cut(shown.join('\n'), most));
    },
  };
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Never splits a surrogate pair.
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The shortest part of a secret that is hidden: a shorter one reveals little, and may belong to another text. */
const SHORTEST_PART = { characters: 12, share: 2 / 3 } as const;

interface Span {
  readonly from: number;
  to: number;
  /** What is shown instead, and the length of the hidden text: of overlapping spans, the longest decides. */
  mark: string;
  length: number;
}

function withoutHidden(text: string, hidden: readonly Hidden[]): string {
  if (hidden.length === 0 || text === '') return text;
  const found = viewsOf(text).flatMap((view) => spansIn(view, hidden));
  let shown = '';
  let end = 0;
  for (const span of merged(found)) {
    shown += text.slice(end, span.from) + span.mark;
    end = span.to;
  }
  return shown + text.slice(end);
}

/** Where hidden texts occur in the original text. */
function spansIn(view: View, hidden: readonly Hidden[]): Span[] {
  const spans: Span[] = [];
  for (const { text, mark, surroundings, inParts } of hidden) {
    for (const [at, end] of inParts ? partsIn(view.folded, text) : placesIn(view.folded, text)) {
      if (
        surroundings &&
        !surroundings().test(`${view.folded.slice(Math.max(0, at - CONTEXT), at)}\n${view.folded.charAt(end)}`)
      )
        continue;
      append(spans, { from: view.startOf(at), to: view.endOf(end - 1), mark, length: end - at });
    }
  }
  return spans;
}

type Extent = readonly [from: number, to: number];

function* placesIn(text: string, hidden: string): Generator<Extent> {
  for (let at = text.indexOf(hidden); at >= 0; at = text.indexOf(hidden, at + 1)) yield [at, at + hidden.length];
}

/** Where a hidden text, or most of it, occurs: see {@link SHORTEST_PART}. */
function* partsIn(text: string, hidden: string): Generator<Extent> {
  const { characters, share } = SHORTEST_PART;
  const shortest = Math.min(Math.max(characters, Math.ceil(share * hidden.length)), hidden.length);
  // Every such part contains one of these seeds whole.
  const seed = Math.ceil(shortest / 2);
  for (let offset = 0; offset + seed <= hidden.length; offset += seed) {
    const wanted = hidden.slice(offset, offset + seed);
    for (const [at, end] of placesIn(text, wanted)) {
      // Where the whole would begin.
      const start = at - offset;
      let [from, to] = [at, end];
      while (from > Math.max(start, 0) && text[from - 1] === hidden[from - 1 - start]) from -= 1;
      while (to < text.length && text[to] === hidden[to - start]) to += 1;
      if (to - from >= shortest) yield [from, to];
    }
  }
}

/** In order, with those that overlap or touch merged: hidden one by one, parts of them would show. */
function merged(found: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const span of found.toSorted((a, b) => a.from - b.from)) append(spans, span);
  return spans;
}

/** Adds a span, or merges it into the last one if they touch. */
function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (!last || span.from < last.from || last.to < span.from) {
    spans.push(span);
    return;
  }
  last.to = Math.max(last.to, span.to);
  if (span.length > last.length) {
    last.mark = span.mark;
    last.length = span.length;
  }
}
