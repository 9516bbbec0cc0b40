import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Exchange, Reply } from '../../src/http/exchange.ts';
import { replyText } from '../../src/report/reply-text.ts';
import { testHost } from '../../support/host.ts';
import { WINDOWS } from '../../support/paths.ts';
import { madeReply } from '../../support/recorded.ts';

const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'reply-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A reply whose whole body went into a file, as receiving it leaves it. */
function large(bytes: Buffer, type = 'text/plain'): Reply {
  const body = { start: bytes.subarray(0, MIB), size: bytes.length, file: '/whole/body.txt' };
  return { kind: 'reply', status: 200, headers: { 'content-type': type }, body };
}

const { show } = testHost();

const textOf = (exchange: Exchange | undefined, directory = folder) => replyText(exchange, directory, show);

describe('a text', () => {
  test.each([
    'text/plain',
    'text/html; charset=utf-8',
    'application/json',
    'application/problem+json; charset=utf-8',
    'application/atom+xml',
    'APPLICATION/XML',
    'application/x-ndjson',
    'application/yaml',
    'application/x-www-form-urlencoded',
    '',
  ])('of type "%s" is given byte for byte, and no file is made', async (type) => {
    const text = '\ufeff a\r\nb\rc 😀 %0A ::set-output\n\n';
    const reply = madeReply(200, text, type === '' ? {} : { 'content-type': type });
    expect(await textOf(reply)).toEqual({ text });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('over 100 KiB, which no environment variable holds, is in a file, too', async () => {
    const json = { 'content-type': 'application/json' };
    const { text, file = '', warning } = await textOf(madeReply(200, 'é'.repeat(51_201), json));
    expect([text, warning]).toEqual(['é'.repeat(51_201), undefined]);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(file).toMatch(/\.json$/);
    if (!WINDOWS) expect(statSync(file).mode & 0o777).toBe(0o600);
    rmSync(file);
    expect(await textOf(madeReply(200, 'é'.repeat(51_200), json))).toEqual({ text: 'é'.repeat(51_200) });
    expect(await textOf(madeReply(200, 'a'.repeat(102_401), json), import.meta.filename)).toEqual({
      text: 'a'.repeat(102_401),
      warning: 'The reply has 102401 bytes and could not be written to response-file (ENOTDIR).',
    });
  });

  test('that is larger than an output can be is cut, and its file is named', async () => {
    const read = await textOf(large(Buffer.alloc(MIB + 1, 'a')));
    expect(read.text).toBe('a'.repeat(MIB));
    expect(read.file).toBe('/whole/body.txt');
    expect(read.warning).toBe(
      'The reply has 1048577 bytes: response-body has the first 1048576, and response-file has all of it.',
    );
  });

  test.each([
    ['two bytes', 'é'],
    ['three bytes', '€'],
    ['four bytes', '😀'],
  ])('is never cut inside of a character of %s', async (_, character) => {
    const width = Buffer.byteLength(character);
    for (let before = 0; before <= width; before += 1) {
      const bytes = Buffer.from('a'.repeat(MIB - before) + character + 'z'.repeat(10));
      const whole = before === width ? character : '';
      expect((await textOf(large(bytes))).text).toBe('a'.repeat(MIB - before) + whole);
    }
  });
});

describe('what is not text', () => {
  test.each([
    ['an image', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), '.png'],
    ['a PDF', 'application/pdf', Buffer.from('%PDF-1.7'), '.pdf'],
    ['of unknown type', 'application/octet-stream', Buffer.from('abc'), '.bin'],
    ['text that is no UTF-8', 'text/plain; charset=iso-8859-1', Buffer.from([0x63, 0x61, 0x66, 0xe9]), '.txt'],
    ['JSON cut in a character', 'application/json', Buffer.from([0x22, 0xc3]), '.json'],
    ['an overlong encoding', 'text/csv', Buffer.from([0xc0, 0xaf]), '.csv'],
    ['a surrogate in UTF-8', 'text/html', Buffer.from([0xed, 0xa0, 0x80]), '.html'],
    ['text with a NUL', 'application/json', Buffer.from('"a\0b"'), '.json'],
    ['bytes without a type', '', Buffer.from([0xff, 0xfe]), '.bin'],
    ['of a type called like a function', 'constructor', Buffer.from('abc'), '.bin'],
    ['of a type called like a prototype', '__proto__', Buffer.from('abc'), '.bin'],
  ])('(%s) goes into a file, byte for byte', async (_, type, bytes, extension) => {
    const read = await textOf(madeReply(200, bytes, type === '' ? {} : { 'content-type': type }));
    expect(read).toEqual({ file: expect.stringMatching(`n8n-response-[0-9a-f-]{36}\\${extension}$`) });
    expect(readFileSync(read.file ?? '').equals(bytes)).toBe(true);
  });

  test('that cannot be written is reported', async () => {
    const image = madeReply(200, Buffer.from([0x89]), { 'content-type': 'image/png' });
    const warning = 'The reply is not text and could not be written to response-file (ENOTDIR).';
    expect(await textOf(image, import.meta.filename)).toEqual({ warning });
  });

  test('that is large stays in the file that it has', async () => {
    const bytes = Buffer.alloc(2 * MIB, 0xff);
    expect(await textOf(large(bytes, 'image/png'))).toEqual({ file: '/whole/body.txt' });
    expect(await textOf(large(bytes, 'text/plain'))).toEqual({ file: '/whole/body.txt' });
  });
});

describe('nothing', () => {
  test('is given for an empty body, text or not', async () => {
    expect(await textOf(madeReply(204))).toEqual({});
    expect(await textOf(madeReply(200, '', { 'content-type': 'image/png' }))).toEqual({});
  });

  test('is given if no complete reply came', async () => {
    expect(await textOf(undefined)).toEqual({});
    const broken = { kind: 'breakdown', stage: 'receive', code: 'ECONNRESET', status: 200 } as const;
    expect(await textOf(broken)).toEqual({});
  });
});
