import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { createReplyFile, writeReplyFile } from '../../src/http/reply-file.ts';
import { WINDOWS } from '../../support/paths.ts';
import { expectOk } from '../../support/results.ts';

const folder = mkdtempSync(join(tmpdir(), 'reply-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is filled piece by piece, under a name of its own with the extension of its type', async () => {
  const [file, other] = [await createReplyFile(folder, 'application/pdf'), await createReplyFile(folder, undefined)];
  await file.append(Buffer.from('one '));
  await file.append(Buffer.from('two'));
  await Promise.all([file.close(), other.close()]);
  expect(readFileSync(file.path, 'utf8')).toBe('one two');
  expect([dirname(file.path), extname(file.path), extname(other.path)]).toEqual([folder, '.pdf', '.bin']);
});

test('a file that cannot be written gives the system’s code as that of the disk', async () => {
  const missing = join(folder, 'missing');
  await expect(createReplyFile(missing, 'text/plain')).rejects.toMatchObject({ code: 'DISK_ENOENT' });
  expect(await writeReplyFile(missing, 'text/plain', 'x')).toEqual({ ok: false, error: 'ENOENT' });
});

(WINDOWS ? test.skip : test)('nobody else may read the files', async () => {
  const file = await createReplyFile(folder, 'text/plain');
  await file.close();
  const paths = [file.path, expectOk(await writeReplyFile(folder, 'text/plain', 'x'))];
  expect(paths.map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
});
