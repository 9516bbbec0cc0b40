import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { executionData } from '../../src/report/execution-data.ts';
import { testHost } from '../../support/host.ts';
import { WINDOWS } from '../../support/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'execution-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { show } = testHost();

/** A list whose JSON has that many bytes. */
const itemsOf = (bytes: number): string[] => [`é${'a'.repeat(bytes - 6)}`];

const dataOf = (items: Parameters<typeof executionData>[0], directory = folder) =>
  executionData(items, directory, show);

test('items that are short are compact JSON, and no file is made', async () => {
  expect(await dataOf([{ a: 1 }, 2])).toEqual({ text: '[{"a":1},2]' });
  expect((await dataOf(itemsOf(102_400))).file).toBeUndefined();
});

test('no items are an empty list', async () => {
  expect(await dataOf([])).toEqual({ text: '[]' });
});

test('items over 100 KiB, counted in bytes, are in a file, too', async () => {
  const items = itemsOf(102_401);
  const { text, file = '', warning } = await dataOf(items);
  expect([text, warning]).toEqual([JSON.stringify(items), undefined]);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(file).toMatch(/n8n-response-[0-9a-f-]{36}\.json$/);
  if (!WINDOWS) expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('items over a megabyte are only in a file', async () => {
  const items = itemsOf(1_048_577);
  const { text, file = '', warning } = await dataOf(items);
  expect([text, warning]).toEqual([
    undefined,
    'The data of the execution has 1048577 bytes: it is only in execution-data-file.',
  ]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(items);
  expect((await dataOf(itemsOf(1_048_576))).text).toHaveLength(1_048_575);
});

test('items nested too deep are left out, with a warning', async () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(await dataOf(deep)).toEqual({ warning: expect.stringMatching(/nested too deep/) });
});

test('a file for them that cannot be written is reported', async () => {
  const warning = expect.stringMatching(/ bytes and could not be written to execution-data-file \(ENOTDIR\)\.$/);
  expect(await dataOf(itemsOf(1_048_577), import.meta.filename)).toEqual({ warning });
  expect(await dataOf(itemsOf(102_401), import.meta.filename)).toEqual({ text: expect.any(String), warning });
});
