import { describe, expect, test } from '@jest/globals';
import { parseJsonText } from '../../src/text/parse-json.ts';
import { linesOf } from '../../support/problems.ts';

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
    ['text after it', '{"a": 1}\n{"b": 2}', 2, 1, 'unexpected character {'],
    ['an emoji outside of strings', '{"a": 😀}', 1, 7, 'unexpected character 😀'],
    ['lines that end in CR LF', '{\r\n"a": 1\r\n"b": 2}', 3, 1, 'unexpected character "'],
    ['lines that end in CR', '{\r"a": 1\r"b": 2}', 3, 1, 'unexpected character "'],
  ])('%s is reported with line and column', async (_, text, line, column, found) => {
    expect(linesOf(await parseJsonText('payload', text))).toEqual([
      expect.stringContaining(`payload: is not valid JSON at line ${line}, column ${column} (${found}).`),
    ]);
  });

  test.each([
    ['a raw line break', '{"title": "one\ntwo"}', 'line 1, column 15 (a raw line break in a string)'],
    ['a raw quote', '{"title": "say "hi""}', 'line 1, column 17 (unexpected character h)'],
    ['a raw quote before a blank', '{"m": "Fix 5" pipe"}', 'line 1, column 15 (unexpected character p)'],
    ['a raw quote before a line break', '{"m": "a"\n b"}', 'line 2, column 2 (unexpected character b)'],
    ['a raw quote before a colon', '{"m": "a": b"}', 'line 1, column 10 (unexpected character :)'],
    ['raw quotes around a word', '{"m": "a" "b" c"}', 'line 1, column 11 (unexpected character ")'],
    ['a raw quote before a brace', '{"m": ""}"}', 'line 1, column 10 (unexpected character ")'],
    ['a raw quote before brackets', '{"m": {"n": ["a"] }"}}', 'line 1, column 20 (unexpected character ")'],
    ['a backslash', '{"path": "C:\\dir"}', 'line 1, column 14 (unexpected character d)'],
    ['a raw tab', '{"title": "a\tb"}', 'line 1, column 13 (a raw control character in a string)'],
  ])('%s inside a string gets the hint at toJSON()', async (_, text, place) => {
    const [line = ''] = linesOf(await parseJsonText('payload', text));
    expect(line).toContain(place);
    expect(line).toMatch(/write \$\{\{ toJSON\(…\) \}\} with no quotes around it\.$/);
  });

  test.each([
    ['a comma too many', '{"a": 1,}'],
    ['a missing comma', '{"a": "b"\n"c": 1}'],
    ['a missing comma after a map', '{"a": {"b": "c"} "d \\" e" : 1}'],
    ['a missing comma after a number', '{"a": 1 "b": 2}'],
    ['a missing colon', '{"a" 1}'],
    ['a missing name', '{"a": 1, b: 2}'],
  ])('that has nothing to do with values gets no such hint: %s', async (_, text) => {
    expect(linesOf(await parseJsonText('payload', text)).join()).not.toContain('toJSON');
  });

  test.each([
    ['without quotes', '{"ref": refs/heads/main}'],
    ['that begins as a word of JSON does', '{"a": {"ok": trueish}}'],
    ['that begins with digits', '{"sha": 0a1b2c}'],
    ['that is empty', '{"a": }'],
  ])('in a value %s names toJSON() too', async (_, text) => {
    expect(linesOf(await parseJsonText('payload', text)).join()).toMatch(
      /Text needs quotes: where a value comes from an expression, write \$\{\{ toJSON\(…\) \}\}\.$/,
    );
  });

  test.each([
    ['single quotes', "{'a': 1}"],
    ['smart quotes', '{“a”: 1}'],
    ['no quotes around a name', '{a: 1}'],
    ['a comment', '{"a": 1, // one\n"b": 2}'],
    ['a comment of a shell', '{\n# one\n"b": 2}'],
    ['a comma after the last value', '{"a": [1,]}'],
  ])('with %s says what JSON demands', async (_, text) => {
    expect(linesOf(await parseJsonText('payload', text)).join()).toMatch(
      /\. Names and text need double quotes; JSON has no comments, and no comma after the last value\.$/,
    );
  });

  test.each([
    ['{"a": 1, "a": 2}', 1, 10],
    ['{"a": 1,\n "b": [{"c": 1, "\\u0063": 1}]}', 2, 17],
    ['[{"__proto__": 1, "a": {}, "__proto__": 2}]', 1, 28],
  ])('gives a name twice: %s', async (text, line, column) => {
    expect(linesOf(await parseJsonText('payload', text))).toEqual([
      `payload: is not valid JSON at line ${line}, column ${column} (a name that is given twice).`,
    ]);
  });

  test('is reported as quickly if much follows a quote', async () => {
    const text = `{"a": "b" "${'\\'.repeat(1_000_000)}`;
    expect(linesOf(await parseJsonText('payload', text)).join()).toMatch(/toJSON/);
  });

  test('is never quoted, because it may hold secrets', async () => {
    for (const text of ['{"token": "s3cret', '{"token": s3cret}', '{"token": "s3cret"; }', "{'token': 's3cret'}"]) {
      expect(linesOf(await parseJsonText('payload', text)).join()).not.toMatch(/s3cret|3cret/);
    }
  });
});

describe('a number that would be rounded is wrong', () => {
  test.each([
    ['{"a": 1,\n "id": 9007199254740993}', 2, 8],
    ['[-9007199254740994]', 1, 2],
    ['{"text": "12345678901234567890", "n": 12345678901234567890}', 1, 39],
    ['[1, 1e400]', 1, 5],
    ['[1e-400]', 1, 2],
  ])('%s', async (text, line, column) => {
    expect(linesOf(await parseJsonText('payload', text))).toEqual([
      `payload: line ${line}, column ${column}: n8n would read a different number, because this one is beyond 2^53 or out of range. Put it in quotes to send it as text.`,
    ]);
  });
});
