import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from '@jest/globals';
import { fileBody, textBody } from '../../src/http/body.ts';

const folder = mkdtempSync(join(tmpdir(), 'body-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, contents: string | Uint8Array): { path: string; size: number } {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return { path, size: Buffer.from(contents).length };
}

test('a text has its bytes in UTF-8', async () => {
  const body = textBody('é', 'text/plain');
  expect([body.size, (await buffer(body.open())).toString()]).toEqual([2, 'é']);
});

test('a large text arrives as it is, wherever it is cut', async () => {
  for (const start of ['', 'a', 'é']) {
    const text = start + '🙈é'.repeat(70_000);
    const body = textBody(text, 'text/plain');
    const bytes = await buffer(body.open());
    expect([body.size === bytes.length, bytes.toString() === text]).toEqual([true, true]);
  }
});

test('the pieces of a file share their memory, which keeps it flat however large the file is', async () => {
  const bytes = Buffer.from(Array.from({ length: 600 * 1024 }, (_, at) => (at >> 10) % 256));
  const { path, size } = file('large.bin', bytes);
  const [read, memory]: [Buffer[], Set<unknown>] = [[], new Set()];
  for await (const piece of fileBody(path, size, 'text/plain').open()) {
    memory.add(piece.buffer);
    read.push(Buffer.from(piece));
  }
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
  expect([read.map(({ length }) => length / 1024), memory.size]).toEqual([[256, 256, 88], 1]);
});

describe('a file that changes', () => {
  test('is cut off at the announced size', async () => {
    const { path } = file('grows', 'abcdef');
    expect((await buffer(fileBody(path, 3, 'text/plain').open())).toString()).toBe('abc');
  });

  test('breaks off if it is shorter or gone', async () => {
    const shrinking = file('shrinks', 'abcdef');
    const body = fileBody(shrinking.path, shrinking.size, 'text/plain');
    truncateSync(shrinking.path, 3);
    await expect(buffer(body.open())).rejects.toMatchObject({ code: 'UNREADABLE' });
    rmSync(shrinking.path);
    await expect(buffer(body.open())).rejects.toMatchObject({ code: 'UNREADABLE' });
  });
});
