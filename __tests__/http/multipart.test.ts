import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Body } from '../../src/http/body.ts';
import { type FilePart, multipartBody } from '../../src/http/multipart.ts';

const folder = mkdtempSync(join(tmpdir(), 'multipart-'));
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

  test('breaks off if a file has become shorter', async () => {
    const file = part('data', 'shrinks', 'abcdef');
    const body = multipartBody([], [file]);
    truncateSync(file.path, 3);
    await expect(buffer(body.open())).rejects.toMatchObject({ code: 'UNREADABLE' });
  });
});
