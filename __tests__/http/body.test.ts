import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Body, type FilePart, FileUnreadable, fileBody, multipartBody, textBody } from '../../src/http/body.ts';

const folder = mkdtempSync(join(tmpdir(), 'body-'));
afterAll(() => rmSync(folder, { recursive: true }));

function part(field: string, name: string, contents: string | Uint8Array, type = 'text/plain'): FilePart {
  const path = join(folder, `${field.length}-${name.replace(/\W/g, '_')}`);
  writeFileSync(path, contents);
  return { field, path, name, type, size: Buffer.from(contents).length };
}

/** What a parser that is not ours finds in a body whose size is as announced. */
async function parsed(body: Body): Promise<FormData> {
  const bytes = await buffer(body.open());
  expect(bytes.length).toBe(body.size);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': body.contentType } }).formData();
}

describe('a form', () => {
  test('has its fields unchanged, and repeated ones in order', async () => {
    const fields: [string, string][] = [
      ['text', 'é "q" 🙈\n\r\n--x\r\n'],
      ['list', 'a'],
      ['list', 'b'],
      ['empty', ''],
    ];
    expect([...(await parsed(multipartBody(fields, [])))]).toEqual(fields);
  });

  test('has files with name, type and bytes', async () => {
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256));
    const files = [
      part('data', 'a b.bin', bytes, 'application/x-thing'),
      part('data', 'ünï.txt', ''),
      part('é', 'c', 'c'),
    ];
    const form = await parsed(multipartBody([['a', 'b']], files));
    const found = await Promise.all(
      [...form].map(async ([field, value]) =>
        typeof value === 'string'
          ? [field, value]
          : [field, value.name, value.type, Buffer.from(await value.arrayBuffer()).toString('base64')],
      ),
    );
    expect(found).toEqual([
      ['a', 'b'],
      ['data', 'a b.bin', 'application/x-thing', bytes.toString('base64')],
      ['data', 'ünï.txt', 'text/plain', ''],
      ['é', 'c', 'text/plain', Buffer.from('c').toString('base64')],
    ]);
  });

  test('escapes names as browsers do', async () => {
    const body = multipartBody([['a "b"\r\nc', '']], [part('f"', 'x "y"\n.txt', '')]);
    const text = (await buffer(body.open())).toString();
    expect(text).toContain('form-data; name="a %22b%22%0D%0Ac"\r\n\r\n');
    expect(text).toContain('form-data; name="f%22"; filename="x %22y%22%0A.txt"\r\nContent-Type: text/plain\r\n\r\n');
  });

  test('with nothing in it is still a form', async () => {
    expect([...(await parsed(multipartBody([], [])))]).toEqual([]);
  });

  test('has the same bytes each time it is opened, and its own boundary', async () => {
    const file = part('data', 'a', 'a');
    const [body, other] = [multipartBody([], [file]), multipartBody([], [file])];
    expect(await buffer(body.open())).toEqual(await buffer(body.open()));
    expect(other.contentType).not.toBe(body.contentType);
    expect(body.contentType).toMatch(/^multipart\/form-data; boundary=[\w-]{20,70}$/);
  });
});

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
  const { path, size } = part('data', 'large.bin', bytes);
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
    const { path } = part('data', 'grows', 'abcdef');
    expect((await buffer(fileBody(path, 3, 'text/plain').open())).toString()).toBe('abc');
  });

  test('breaks off if it is shorter or gone', async () => {
    const file = part('data', 'shrinks', 'abcdef');
    const bodies = [fileBody(file.path, file.size, file.type), multipartBody([], [file])];
    truncateSync(file.path, 3);
    for (const body of bodies) await expect(buffer(body.open())).rejects.toThrow(FileUnreadable);
    rmSync(file.path);
    for (const body of bodies) await expect(buffer(body.open())).rejects.toThrow(FileUnreadable);
  });
});
