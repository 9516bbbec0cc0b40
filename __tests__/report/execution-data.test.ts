import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { executionData } from '../../src/report/execution-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'execution-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LARGE = [{ text: 'é'.repeat(600_000) }];

test('items that an output can hold are compact JSON', async () => {
  expect(await executionData([{ a: 1 }, 2], folder)).toEqual({ text: '[{"a":1},2]', file: '', warning: '' });
});

test('items that are not known are nothing, and no items are an empty list', async () => {
  expect(await executionData(undefined, folder)).toEqual({ text: '', file: '', warning: '' });
  expect(await executionData([], folder)).toEqual({ text: '[]', file: '', warning: '' });
});

test('items over a megabyte, counted in bytes, go into a file', async () => {
  const { text, file, warning } = await executionData(LARGE, folder);
  expect([text, warning]).toEqual(['', expect.stringMatching(/too large .* it is in execution-data-file/)]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(LARGE);
});

test('a file for them that cannot be written is told of', async () => {
  const warning = expect.stringMatching(/too large .* could not be written to a file \(EEXIST\)/);
  expect(await executionData(LARGE, import.meta.filename)).toEqual({ text: '', file: '', warning });
});
