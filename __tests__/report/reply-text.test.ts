import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/http/exchange.ts';
import { replyText } from '../../src/report/reply-text.ts';
import { madeReply } from '../../support/recorded.ts';

const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'reply-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A reply whose whole body went into a file, as receiving it leaves it. */
function large(bytes: Buffer, type = 'text/plain'): Reply {
  const body = { start: bytes.subarray(0, MIB), size: bytes.length, file: '/whole/body.txt' };
  return { kind: 'reply', status: 200, headers: { 'content-type': type }, body };
}

const NOTHING = { text: '', file: '', warning: '' };

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
    expect(await replyText(reply, folder)).toEqual({ ...NOTHING, text });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is larger than an output can be is cut, and its file is named', async () => {
    const read = await replyText(large(Buffer.alloc(MIB + 1, 'a')), folder);
    expect(read.text).toBe('a'.repeat(MIB));
    expect(read.file).toBe('/whole/body.txt');
    expect(read.warning).toBe('The reply has 1048577 bytes: response-body holds the first 1048576, response-file all.');
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
      expect((await replyText(large(bytes), folder)).text).toBe('a'.repeat(MIB - before) + whole);
    }
  });
});

describe('what is no text', () => {
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
  ])('(%s) goes into a file, byte for byte', async (_, type, bytes, extension) => {
    const read = await replyText(madeReply(200, bytes, type === '' ? {} : { 'content-type': type }), folder);
    expect(read).toEqual({ ...NOTHING, file: expect.stringMatching(`n8n-response-[0-9a-f-]{36}\\${extension}$`) });
    expect(readFileSync(read.file).equals(bytes)).toBe(true);
  });

  test('that cannot be written is told of', async () => {
    const image = madeReply(200, Buffer.from([0x89]), { 'content-type': 'image/png' });
    const warning = 'The reply is not text and could not be written to a file (EEXIST).';
    expect(await replyText(image, import.meta.filename)).toEqual({ ...NOTHING, warning });
  });

  test('that is large stays in the file that it has', async () => {
    const bytes = Buffer.alloc(2 * MIB, 0xff);
    expect(await replyText(large(bytes, 'image/png'), folder)).toEqual({ ...NOTHING, file: '/whole/body.txt' });
    expect(await replyText(large(bytes, 'text/plain'), folder)).toEqual({ ...NOTHING, file: '/whole/body.txt' });
  });
});

describe('nothing', () => {
  test('is given for an empty body, text or not', async () => {
    expect(await replyText(madeReply(204), folder)).toEqual(NOTHING);
    expect(await replyText(madeReply(200, '', { 'content-type': 'image/png' }), folder)).toEqual(NOTHING);
  });

  test('is given where no whole reply came', async () => {
    expect(await replyText(undefined, folder)).toEqual(NOTHING);
    const broken = { kind: 'breakdown', stage: 'receive', code: 'ECONNRESET', status: 200 } as const;
    expect(await replyText(broken, folder)).toEqual(NOTHING);
  });
});
