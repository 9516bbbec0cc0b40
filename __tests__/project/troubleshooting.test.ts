import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/verdict/judge.ts';
import { madeCall } from '../../support/call.ts';
import { messagesIn, messagesUnder } from '../../support/messages.ts';
import { ROOT } from '../../support/paths.ts';
import { recordings } from '../../support/recorded.ts';

const page = readFileSync(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8');

/** What the page has in code marks and can be recognised; and what fills the first cell of a row, where it quotes the log. */
const spans = [...page.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span).filter(isTelling);
const quotes = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, quote = '']) => quote);

/** What is no message by where it stands: the cure (the page has its own), the log of what goes well, n8n's words. */
const ELSEWHERE = [
  ...['hint', 'jwtHint', 'hintOn', 'ifMissing', 'narrow', 'address', 'LOOK', 'SETTINGS', 'thing', 'scope'],
  ...[
    'info',
    'debug',
    'Error',
    'FileUnreadable',
    'matches',
    'startsWith',
    'isStartFailure',
    'isFromWebhookNode',
    'hasNoStartEndpoint',
  ],
  ...['createPrivateKey', 'contentType', 'MCP_ACCEPT', 'USER_AGENT', 'CALLED'],
  ...['http/body.ts', 'text/format.ts', 'report/gantt.ts', 'report/summary.ts'],
];

const known = messagesUnder(join(ROOT, 'src'));
const messages = known.filter(
  ({ text, within }) => isTelling(text) && !within.some((name) => ELSEWHERE.includes(name)),
);

/** Whether a text can be recognised by itself: three words, not counting what is put in. */
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
  test.each(messages.map(({ text, within }) => [text, within.join(' › ')]))('has %j of %s', (text) => {
    expect(spans.filter((span) => isQuoteOf(span, text) || isWithin(text, span))).not.toEqual([]);
  });

  test.each(quotes)('quotes what the code gives: %j', (quote) => {
    expect(canGive(quote)).toBe(true);
  });

  test('quotes every message once', () => {
    expect(quotes.filter((quote, at) => quotes.indexOf(quote) !== at)).toEqual([]);
  });

  test.each(recordings)('has what is told of a real reply: $title', ({ method, path, reply }) => {
    const { message } = judge(reply, madeCall({ method, url: new URL(path, 'https://n8n.example.com') }));
    expect(message === '' ? [message] : quotes.filter((quote) => isQuoteOf(quote, message))).not.toEqual([]);
  });
});

describe('reading messages out of the code', () => {
  test('takes texts and templates, and says where they stand', () => {
    expect(messagesIn("const message = `It ${verb} at ${place}.`; f({ hint: 'Mend it.' });")).toEqual([
      { text: 'It … at ….', within: ['message'] },
      { text: 'Mend it.', within: ['f', 'hint'] },
    ]);
  });

  test('takes each text of a choice, and texts within a template', () => {
    expect(messagesIn("why(ok ? 'a' : `b ${x ? 'c' : 'd'}`)").map(({ text }) => text)).toEqual(['a', 'b …', 'c', 'd']);
  });

  test('leaves out modules and types', () => {
    expect(messagesIn("import a from './a b c.ts'; export { b } from './b.ts'; type T = { c: number };")).toEqual([]);
  });
});
