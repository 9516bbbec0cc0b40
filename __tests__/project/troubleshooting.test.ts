import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/verdict/judge.ts';
import { madeCall } from '../../support/call.ts';
import { messagesIn, messagesUnder } from '../../support/messages.ts';
import { ROOT } from '../../support/paths.ts';
import { recordings } from '../../support/recorded.ts';

const page = readFileSync(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8');

/** The recognizable texts that the page has in code marks; and those that fill the first cell of a row, which quotes the log. */
const spans = [...page.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span).filter(isTelling);
const quotes = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, quote = '']) => quote);

/**
 * Files whose texts are no messages: drawings, tables and headings of summaries and plans, names of things that messages
 * put in, and lines of the log of what goes well.
 */
const NO_MESSAGES =
  /^(?:report\/(?:gantt|html|preview|summary|help)|deploy\/report\/|deploy\/n8n\.ts|n8n-api\/(?:workflows|client)\.ts|text\/format)/;

const known = messagesUnder(join(ROOT, 'src'));
/** What to do, where no property or variable says so: the page has its own words for that. */
const TO_DO = /^(?:Check|Compare|Give|If|In Cloudflare|Leave|Let|Look|Mend|Open|See|Set|Stop|Update|Use|Write)\b/;

/** What happened, as a whole sentence. */
const messages = known.filter(
  ({ text, file, isHint, isSaid }) =>
    isSaid && isTelling(text) && /[.:…]$/.test(text) && !isHint && !TO_DO.test(text) && !NO_MESSAGES.test(file),
);

/** Whether a text can be recognized by itself: three words, not counting what is put in. */
function isTelling(text: string): boolean {
  return text.split(/[\s…]+/).filter((word) => /[a-z]{2}|\d/i.test(word)).length >= 3;
}

function pattern(text: string): string {
  const pieces = text.split('…').map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return pieces.join('.*');
}

/** Whether a text with `…` in it fits another as a whole. */
function fits(text: string, other: string): boolean {
  return new RegExp(`^${pattern(text)}$`, 's').test(other);
}

/** Whether a quote is a message or, where it ends in `…`, its start; the page fills in the names that all messages have. */
function isQuoteOf(quote: string, text: string): boolean {
  const isNamed = text.startsWith('…: ');
  const bare = isNamed ? quote.replace(/^[a-z-]+: /, '…: ') : quote.replace('The workflow "…"', '…');
  return fits(quote, text) || fits(bare, text);
}

/** Whether a message, or a piece that others take up, stands within a quote. */
function isWithin(text: string, quote: string): boolean {
  return new RegExp(pattern(text.trim()), 's').test(quote);
}

/** What the code writes between what it puts in, longest first. */
const pieces = [...new Set(known.flatMap(({ text }) => text.split('…')))]
  .map((piece) => piece.trim())
  .filter((piece) => piece.length > 3)
  .sort((a, b) => b.length - a.length);

/** Whether the code can give what the page quotes: as a message or its start, or as one with others put into it. */
function canGive(quote: string): boolean {
  if (known.some(({ text }) => isQuoteOf(quote, text))) return true;
  return !isTelling(pieces.reduce((rest, piece) => rest.replace(piece, '…'), quote));
}

describe('the page on troubleshooting', () => {
  test.each([...new Map(messages.map(({ text, file }) => [text, file]))])('has %j of %s', (text) => {
    expect(spans.filter((span) => isQuoteOf(span, text) || isWithin(text, span))).not.toEqual([]);
  });

  test.each(quotes)('quotes what the code gives: %j', (quote) => {
    expect(canGive(quote)).toBe(true);
  });

  test('quotes every message once', () => {
    expect(quotes.filter((quote, at) => quotes.indexOf(quote) !== at)).toEqual([]);
  });

  test.each(recordings)('has the message for a real reply: $title', async ({ method, path, reply }) => {
    const { message } = await judge(reply, madeCall({ method, url: new URL(path, 'https://n8n.example.com') }));
    expect(message === '' ? [message] : quotes.filter((quote) => isQuoteOf(quote, message))).not.toEqual([]);
  });
});

describe('reading messages out of the code', () => {
  test('finds messages and lines about inputs, and recognizes hints', () => {
    const source =
      'const message = say`It ${verb} at ${say`the ${place}`}.`; f({ hint: say`Fix it.` }); p(a ? `b: ${c}` : "b: d e", "d");';
    expect(messagesIn(source, 'a.ts').filter(({ isSaid }) => isSaid)).toEqual([
      { text: 'It … at ….', file: 'a.ts', isHint: false, isSaid: true },
      { text: 'the …', file: 'a.ts', isHint: false, isSaid: true },
      { text: 'Fix it.', file: 'a.ts', isHint: true, isSaid: true },
      { text: 'b: …', file: 'a.ts', isHint: false, isSaid: true },
      { text: 'b: d e', file: 'a.ts', isHint: false, isSaid: true },
    ]);
  });

  test('treats other texts as inserted values, and leaves out modules', () => {
    expect(messagesIn("import a from './a b c.ts'; const b = `no ${message}`;", 'a.ts')).toEqual([
      { text: 'no …', file: 'a.ts', isHint: false, isSaid: false },
    ]);
  });
});
