import { describe, expect, test } from '@jest/globals';
import { parseYamlText } from '../../src/text/parse-yaml.ts';
import { linesOf } from '../../support/problems.ts';

const written = async (text: string): Promise<string> => JSON.stringify(await parseYamlText('payload', text));
const problem = async (text: string): Promise<string> => linesOf(await parseYamlText('payload', text)).join('\n');

describe('broken YAML', () => {
  const HINT =
    ' Where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it: JSON is YAML too.';

  test.each([
    ['msg: fix: it', 1, 6, 'a colon and a blank in a value, or wrong indentation'],
    ['msg: one\n\ntwo', 3, 1, 'a line without a colon, or a quote that is not closed'],
    ['msg: one\n\ntwo\nref: main', 3, 1, 'a line without a colon, or wrong indentation'],
    ['msg: "one', 1, 10, 'a line without a colon, or a quote that is not closed'],
    ['msg: "Fix "it""', 1, 12, 'a character out of place, or text behind the end of a value'],
    ['msg: [skip ci] one', 1, 16, 'a character out of place, or text behind the end of a value'],
    ['msg: [one', 1, 10, 'a bracket that is not closed, or wrong indentation'],
    ['ref: @foo', 1, 6, 'a value that begins with a reserved character'],
    ['a: 1\nref: *foo', 2, 6, 'a value that begins with * or &'],
    ['a: *foo\nb: &foo 1', 1, 4, 'a value that begins with * or &'],
    ['ref: & foo', 1, 6, 'a value that begins with * or &'],
    ['path: "C:\\dir"', 1, 10, 'a backslash in double quotes that escapes nothing'],
  ])('%j is told in words, with a hint at toJSON()', async (text, line, column, words) => {
    expect(await problem(text)).toBe(`payload: is not valid YAML at line ${line}, column ${column} (${words}).${HINT}`);
  });

  test.each([
    ['a:\n\tb: 1', 2, 1, 'a tab as indentation'],
    ['a: 1\na: 2', 2, 1, 'a name that is given twice'],
    ['a: 1\n---\nb: 1', 2, 1, 'a second document'],
  ])('%j is no value that broke it, and gets no such hint', async (text, line, column, words) => {
    expect(await problem(text)).toBe(`payload: is not valid YAML at line ${line}, column ${column} (${words}).`);
  });

  test('is never quoted, because it may hold secrets', async () => {
    for (const text of ['a: *s3cret', 'a: @s3cret', 'a: b: s3cret', 's3cret\na: 1', 'a: "x" s3cret', 'a: [s3cret']) {
      expect(await problem(text)).not.toContain('s3cret');
    }
  });

  test('has the code of what has no words', async () => {
    expect(await problem('a: &a &b 1')).toMatch(/\(MULTIPLE_ANCHORS\)\./);
  });
});

test('what toJSON() gives is YAML, whatever is in it', async () => {
  const value = 'fix: "it" \\d # 5\n\n- @foo *bar';
  expect(await written(`msg: ${JSON.stringify(value)}`)).toBe(JSON.stringify({ msg: value }));
});

test('aliases have the value of the last anchor before them', async () => {
  expect(await written('a: &x 1\nb: *x\nc: &x [2]\nd: *x')).toBe('{"a":1,"b":1,"c":[2],"d":[2]}');
});

test('numbers that a double would change stay what was written, as names too', async () => {
  expect(await written('a: 12345678901234567890\nb: [&n 1e400, *n]\n12345678901234567890: +0.50\nc: .inf')).toBe(
    '{"a":12345678901234567890,"b":[1e400,1e400],"12345678901234567890":0.5,"c":null}',
  );
});
