import { describe, expect, test } from '@jest/globals';
import { isMap, parseJsonText, tryJson } from '../src/json-text.ts';
import { linesOf } from './support/problems.ts';

test('JSON text is parsed', async () => {
  expect(await parseJsonText('payload', ' {"a": [1, "\\u00e9", null]}\n')).toEqual({ a: [1, 'é', null] });
});

describe('broken JSON', () => {
  test.each([
    ['a missing value', '{\n  "a": 1,\n  "b": }', 3, 8, 'unexpected character }'],
    ['a comma too many', '{"a": 1,}', 1, 9, 'unexpected character }'],
    ['single quotes', "{\n'a': 1}", 2, 1, "unexpected character '"],
    ['a comment', '{"a": 1 // one\n}', 1, 9, 'unexpected character /'],
    ['an early end', '{"a": [1, 2', 1, 12, 'the text ends too early'],
    ['an open string', '{\n"a": "b', 2, 8, 'the text ends too early'],
    ['a word', '{"a": tru}', 1, 7, 'unexpected character t'],
    [
      'a text that reads like a message of the parser',
      '{"b": tru, "a": "at position 2"}',
      1,
      7,
      'unexpected character t',
    ],
    ['text behind it', '{"a": 1}\n{"b": 2}', 2, 1, 'unexpected character {'],
    ['an emoji outside of strings', '{"a": 😀}', 1, 7, 'unexpected character 😀'],
    ['lines that end in CR LF', '{\r\n"a": 1\r\n"b": 2}', 3, 1, 'unexpected character "'],
    ['lines that end in CR', '{\r"a": 1\r"b": 2}', 3, 1, 'unexpected character "'],
  ])('%s is told with line and column', async (_, text, line, column, found) => {
    expect(linesOf(await parseJsonText('payload', text))).toEqual([
      expect.stringContaining(`payload: is not valid JSON at line ${line}, column ${column} (${found}).`),
    ]);
  });

  test.each([
    ['a raw line break', '{"title": "one\ntwo"}', 'line 1, column 15 (a raw line break in a string)'],
    ['a raw quote', '{"title": "say "hi""}', 'line 1, column 17 (unexpected character h)'],
    ['a raw tab', '{"title": "a\tb"}', 'line 1, column 13 (a raw control character in a string)'],
  ])('%s inside a string gets the hint at toJSON()', async (_, text, place) => {
    const [told = ''] = linesOf(await parseJsonText('payload', text));
    expect(told).toContain(place);
    expect(told).toMatch(/write \$\{\{ toJSON\(…\) \}\} with no quotes around it\.$/);
  });

  test('that has nothing to do with quotes gets no such hint', async () => {
    expect(linesOf(await parseJsonText('payload', '{"a": 1,}')).join()).not.toContain('toJSON');
  });

  test('is never quoted, because it may hold secrets', async () => {
    for (const text of ['{"token": "s3cret', '{"token": s3cret}', '{"token": "s3cret"; }', "{'token': 's3cret'}"]) {
      expect(linesOf(await parseJsonText('payload', text)).join()).not.toMatch(/s3cret|3cret/);
    }
  });
});

test('text that is no JSON is undefined where that is no error', () => {
  expect(tryJson('{"a":')).toBeUndefined();
  expect(tryJson('')).toBeUndefined();
  expect(tryJson('null')).toBeNull();
});

test('only objects are maps', () => {
  expect([{}, [], null, 'a', 1, true, undefined].map(isMap)).toEqual([true, false, false, false, false, false, false]);
});
