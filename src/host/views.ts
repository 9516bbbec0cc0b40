import { unicodePattern } from '../text/unicode.ts';

/** A text with its escapes undone, and where each of its characters is in the original text. */
export interface View {
  /** The text, normalized by {@link fold}. */
  readonly folded: string;
  /** Where the character at an index begins in the original text. */
  startOf(index: number): number;
  /** Where it ends. */
  endOf(index: number): number;
}

/** How many layers of escapes are undone. */
const DEPTH = 4;

/** How many views of a text are searched: fewer for a long text, because a server may send many of them. */
const MOST_VIEWS = 64;
const FEWEST_VIEWS = 8;
const MOST_CHARACTERS = 1024 * 1024;

/** One kind of escapes, and what they mean. */
interface Escapes {
  /** Whether a text may contain any. */
  readonly mayOccurIn: (text: string) => boolean;
  readonly pattern: () => RegExp;
  readonly meaning: (written: string) => string;
}

const MEANINGLESS = unicodePattern(
  String.raw`\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f]|\p{Default_Ignorable_Code_Point}`,
  'gu',
);

/**
 * Each is separate, because one kind may escape the characters that another needs: percent escapes of a character in
 * UTF-8; those of JSON and JavaScript; those of HTML; invisible characters and terminal colors, which are dropped;
 * line breaks with their indentation, which may have been put into a long line; and whitespace, which may have been put
 * in place of a space, and is shown as one.
 */
const ESCAPES: readonly Escapes[] = [
  {
    mayOccurIn: (text) => text.includes('%'),
    pattern: () =>
      /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi,
    meaning: percentDecoded,
  },
  {
    mayOccurIn: (text) => text.includes('\\'),
    pattern: () => /\\[Uu]\{[0-9A-Fa-f]{1,6}\}|\\[Uu][0-9A-Fa-f]{4}|\\[Xx][0-9A-Fa-f]{2}|\\[^UuXx\r\n]/gu,
    meaning: (written) => {
      const code = /^\\[ux]\{?([0-9a-f]+)/i.exec(written)?.[1];
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      return CONTROLS.get(written.slice(1)) ?? written.slice(1);
    },
  },
  {
    mayOccurIn: (text) => text.includes('&'),
    pattern: () => /&#x[0-9a-f]{1,6};?|&#[0-9]{1,7};?|&(?:amp|lt|gt|quot|apos|sol|colon|equals|quest|num|nbsp);/gi,
    meaning: (written) => {
      const [, large, small] = /^&#(?:x([0-9a-f]+)|([0-9]+))/i.exec(written) ?? [];
      if (large !== undefined) return characterOf(Number.parseInt(large, 16));
      if (small !== undefined) return characterOf(Number(small));
      return NAMED.get(written.slice(1, -1).toLowerCase()) ?? written;
    },
  },
  {
    mayOccurIn: (text) => /[^\t-\r -~]/.test(text),
    pattern: MEANINGLESS,
    meaning: () => '',
  },
  {
    mayOccurIn: (text) => /[\r\n\u0085\u2028\u2029]/.test(text),
    // A run of blanks is tried once, from its start: from each of its places, a long one would take seconds.
    pattern: () => /(?<![ \t])[ \t]*[\r\n\u0085\u2028\u2029]\s*/g,
    meaning: () => '',
  },
  {
    mayOccurIn: (text) => /[^\S ]|\u0085|\s\s/.test(text),
    pattern: () => /(?! (?![\s\u0085]))[\s\u0085]+/g,
    meaning: () => ' ',
  },
];

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    sol: '/',
    colon: ':',
    equals: '=',
    quest: '?',
    num: '#',
    nbsp: ' ',
  }),
);

const CONTROLS: ReadonlyMap<string, string> = new Map(
  Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }),
);

/**
 * The views of a text: as it is, and with its escapes undone repeatedly by each set of rules. Whatever is searched for
 * is found in any mixture of escapes.
 */
export function viewsOf(text: string): View[] {
  const layers: Layer[] = [{ text, startOf: (index) => index, endOf: (index) => index + 1 }];
  const seen = new Set([text]);
  const most = Math.max(FEWEST_VIEWS, Math.min(MOST_VIEWS, Math.floor(MOST_CHARACTERS / (text.length + 1))));
  let begin = 0;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const current = layers.slice(begin);
    begin = layers.length;
    for (const layer of current) {
      for (const escapes of ESCAPES) {
        const next = layers.length < most ? unescaped(layer, escapes) : undefined;
        if (!next || seen.has(next.text)) continue;
        seen.add(next.text);
        layers.push(next);
      }
    }
  }
  return layers.map(({ text: meant, startOf, endOf }) => ({ folded: fold(meant), startOf, endOf }));
}

/** A text in all its views, without duplicates. */
export function unescapedForms(text: string): string[] {
  return [...new Set(viewsOf(text).map(({ folded }) => folded))];
}

/** Lower-cases Latin letters, as URLs do with hosts, and turns a plus sign into the space that it means in forms. */
export function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replaceAll('+', ' ');
}

/** A view before its text is folded. */
interface Layer extends Omit<View, 'folded'> {
  readonly text: string;
}

function unescaped({ text, startOf, endOf }: Layer, { mayOccurIn, pattern, meaning }: Escapes): Layer | undefined {
  if (!mayOccurIn(text)) return undefined;
  let result = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const copy = (to: number): void => {
    result += text.slice(done, to);
    for (; done < to; done += 1) {
      starts.push(startOf(done));
      ends.push(endOf(done));
    }
  };
  for (const { 0: written, index } of text.matchAll(pattern())) {
    copy(index);
    const meant = meaning(written);
    result += meant;
    done = index + written.length;
    for (let n = 0; n < meant.length; n += 1) {
      starts.push(startOf(index));
      ends.push(endOf(done - 1));
    }
  }
  if (done === 0) return undefined;
  copy(text.length);
  return { text: result, startOf: (index) => starts[index] ?? index, endOf: (index) => ends[index] ?? index + 1 };
}

function percentDecoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function characterOf(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}
