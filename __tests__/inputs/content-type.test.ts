import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { API, type Given, sound, WEBHOOK, wrong } from '../../support/inputs.ts';

/** Any file, by its path. */
const FILE = import.meta.filename;
const JSON_FILE = join(import.meta.dirname, '../../package.json');

describe('an invalid content type', () => {
  test.each<[type: string, given: Given]>([
    ['text', { payload: 'Deployed.' }],
    ['text', { payload: '{not JSON}', method: 'GET' }],
    ['xml', { payload: '<a/>' }],
    ['xml', {}],
    ['form', { payload: '[1]' }],
    ['json', { payload: '[1]' }],
    ['text', { 'payload-file': FILE }],
    ['text', { ...API, route: 'start', payload: 'Deployed.' }],
  ])('(%s) makes no payload invalid: %j', async (type, given) => {
    expect(await wrong({ ...WEBHOOK, ...given, 'content-type': type })).toEqual([
      expect.stringMatching(/^content-type: is not a media type/),
    ]);
  });

  test.each<[type: string, given: Given, line: RegExp]>([
    ['json', { payload: '{"a": }' }, /^payload: is not valid JSON/],
    ['text', { 'payload-file': 'no/such' }, /^payload-file: .* does not exist/],
    ['text', { payload: 'a', 'payload-file': JSON_FILE }, /^payload: is given together/],
  ])('(%s) hides no other problem: %j', async (type, given, line) => {
    expect(await wrong({ ...WEBHOOK, ...given, 'content-type': type })).toEqual([
      expect.stringMatching(line),
      expect.stringMatching(/^content-type: /),
    ]);
  });
});

test('a charset must be that of the payload, which only a file may choose', async () => {
  const line = 'content-type: the payload is sent as UTF-8. Leave charset out, or set it to utf-8.';
  for (const type of [
    'text/plain; charset=iso-8859-1',
    'application/json;Charset="UTF-16"',
    'text/csv; a=b; charset=x',
  ]) {
    expect(await wrong({ ...WEBHOOK, payload: '{"a": "é"}', 'content-type': type })).toEqual([line]);
  }
  expect(await wrong({ ...WEBHOOK, 'payload-file': JSON_FILE, 'content-type': 'application/json; charset=x' })).toEqual(
    [line],
  );
  await sound({ ...WEBHOOK, 'payload-file': FILE, 'content-type': 'text/plain; charset=iso-8859-1' });
  for (const type of ['text/plain; charset=utf-8', 'application/json; charset="UTF8"', 'text/plain; mycharset=x']) {
    await sound({ ...WEBHOOK, payload: '{"a": "é"}', 'content-type': type });
  }
});
