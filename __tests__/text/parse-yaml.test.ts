import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { parseYamlText } from '../../src/text/parse-yaml.ts';
import { growth } from '../../support/growth.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const inline = (text: string) => parseYamlText('payload', text, true);
const file = (text: string) => parseYamlText('payload-file', text, false);
const written = async (text: string): Promise<string> => JSON.stringify(valueIn(await file(text)));
const problem = async (text: string): Promise<string> => linesOf(await inline(text)).join('\n');

const HINT =
  'Where a value comes from an expression, write ${{ toJSON(…) }} with no quotes around it: JSON is YAML too.';

describe('broken YAML', () => {
  test('that toJSON() of a map gives below the top level is reported with what to do', async () => {
    const json = JSON.stringify({ ref: 'main' }, null, 2);
    expect(await problem(`data:\n  event: ${json}\n`)).toBe(
      `payload: is not valid YAML at line 3, column 3 (a bracket that is not closed, or wrong indentation). ${HINT} A map or list from toJSON() has several lines: put it at the top level, or write the whole payload as JSON.`,
    );
    expect(valueIn(await parseYamlText('payload', `event: ${json}\nref: main`, true))).toEqual({
      event: { ref: 'main' },
      ref: 'main',
    });
  });

  test('with thousands of names is read in time that grows with them', async () => {
    const parse = async (length: number) => {
      const text = Array.from({ length }, (_, at) => `k${at}: v`).join('\n');
      expect(Object.keys(valueIn(await inline(text)) ?? {})).toHaveLength(length);
    };
    expect(await growth(2_500, parse)).toBeLessThan(4);
  });

  test.each([
    ['msg: fix: it', 1, 6, 'a colon and a space in a value, or wrong indentation'],
    ['msg: one\n\ntwo', 3, 1, 'a line without a colon, or a quote that is not closed'],
    ['msg: one\n\ntwo\nref: main', 3, 1, 'a line without a colon, or wrong indentation'],
    ['msg: "one', 1, 10, 'a line without a colon, or a quote that is not closed'],
    ['msg: "Fix "it""', 1, 12, 'a character out of place, or text after the end of a value'],
    ['msg: [skip ci] one', 1, 16, 'a character out of place, or text after the end of a value'],
    ['msg: [one', 1, 10, 'a bracket that is not closed, or wrong indentation'],
    ['ref: @foo', 1, 6, 'a value that begins with a reserved character'],
    ['ref: & foo', 1, 6, 'a value that begins with * or &'],
    ['path: "C:\\dir"', 1, 10, 'a backslash in double quotes that escapes nothing'],
    ['a:\n\tb: 1', 2, 1, 'a tab as indentation'],
    ['a: 1\na: 2', 2, 1, 'a name that is given twice'],
    ['a: 1\n---\nb: 1', 2, 1, 'a second document'],
  ])(
    '%j is reported in words, with a hint at toJSON() where expressions put values in',
    async (text, line, column, words) => {
      expect(await problem(text)).toBe(
        `payload: is not valid YAML at line ${line}, column ${column} (${words}). ${HINT}`,
      );
      expect(linesOf(await file(text))).toEqual([
        `payload-file: is not valid YAML at line ${line}, column ${column} (${words}).`,
      ]);
    },
  );

  test.each([
    '@here deployed',
    '`main` is red: see the log: now',
    '**Deployed** v1',
    'Deployed v1\nto production: yes',
  ])('that looks like text comes with how to send it as text: %j', async (text) => {
    expect(await problem(text)).toMatch(/ To send text as it is, set content-type: text\/plain\.$/);
    expect(linesOf(await file(text)).join()).not.toContain('text/plain');
  });

  test('is never quoted, because it may hold secrets', async () => {
    for (const text of ['a: *s3cret', 'a: @s3cret', 'a: b: s3cret', 's3cret\na: 1', 'a: "x" s3cret', 'a: [s3cret']) {
      expect(await problem(text)).not.toContain('s3cret');
      expect(linesOf(await file(text)).join()).not.toContain('s3cret');
    }
  });

  test('is reported by its code if there are no words for it', async () => {
    expect(await problem('a: &a &b 1')).toMatch(/\(MULTIPLE_ANCHORS\)\./);
  });
});

test('what toJSON() gives is YAML, whatever is in it', async () => {
  const value = 'fix: "it" \\d # 5\n\n- @foo *bar';
  expect(valueIn(await inline(`msg: ${JSON.stringify(value)}`))).toEqual({ msg: value });
});

describe('a file may use all of YAML', () => {
  test('with aliases, which have the value of the last anchor before them', async () => {
    expect(await written('a: &x 1\nb: *x\nc: &x [2]\nd: *x')).toBe('{"a":1,"b":1,"c":[2],"d":[2]}');
  });

  test('with maps that others are merged into', async () => {
    expect(await written('a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3')).toBe('{"a":{"b":1,"c":2},"d":{"b":1,"c":3}}');
    expect(valueIn(await inline('<<: {a: 1}'))).toEqual({ '<<': { a: 1 } });
  });

  test('with comments, numbers of all forms, and texts over several lines', async () => {
    expect(await written('a: 1.10 # one\nb: 0x1F\nc: one\n  two\nd: ! x\n"1": yes')).toBe(
      '{"1":"yes","a":1.1,"b":31,"c":"one two","d":"x"}',
    );
  });
});

describe('what JSON cannot hold is wrong in a file, too', () => {
  const ROUNDED = 'n8n would read a different number, because this one is beyond 2^53 or out of range';

  test.each([
    ['a: 9007199254740993', 1, 4, ROUNDED],
    ['a: 1\nb: [1e400]', 2, 5, ROUNDED],
    ['9007199254740994: 1', 1, 1, ROUNDED],
    ['a: .inf', 1, 4, ROUNDED],
    ['a: *x\nb: &x 1', 1, 4, 'a "*" begins an alias, and there is no anchor of that name before it'],
    ['a: {{ s3cret }}', 1, 5, 'a map or list is used as a name'],
    ['[s3cret]: a', 1, 1, 'a map or list is used as a name'],
    ['1: a\n"1": b', 1, 1, 'two names in this map are the same in JSON'],
  ])('%j', async (text, line, column, what) => {
    const inFile = linesOf(await file(text));
    expect(inFile).toEqual([expect.stringContaining(`payload-file: line ${line}, column ${column}: ${what}.`)]);
    expect(inFile[0]).not.toMatch(/\s$/);
    expect(await problem(text)).toMatch(new RegExp(`^payload: line ${line}, column ${column}: .*toJSON`, 's'));
  });

  test.each([true, false])('and what is nested too deep, inline or not (%s)', async (isInline) => {
    const text = `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(linesOf(await parseYamlText('payload', text, isInline)).join()).toContain(
      '(levels that are nested too deep).',
    );
  });

  test('and aliases that stand for more than memory holds', async () => {
    const lines = [...'bcdefghijklmnopqrst'].map(
      (letter, at) => `${letter}: &${letter} [*${'abcdefghijklmnopqrs'[at]}, *${'abcdefghijklmnopqrs'[at]}]`,
    );
    expect(linesOf(await file(['a: &a [x, x]', ...lines].join('\n')))).toEqual([
      'payload-file: has too many aliases to be sent as JSON.',
    ]);
  });
});

describe("the library's own warnings", () => {
  const emit = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  afterEach(() => {
    emit.mockClear();
  });

  test.each([
    'a: {{s3cret}}',
    'a: !s3cret x',
    '%S3CRET 1\n---\na: 1',
    'a: 1\n? [s3cret]\n: 1',
    'a: &x {s3cret: 1}\n*x : 2',
  ])('are silent for %j', async (text) => {
    await inline(text);
    await file(text);
    expect(emit).not.toHaveBeenCalled();
  });
});
