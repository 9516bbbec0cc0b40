// What YAML would change quietly is refused where expressions put texts into it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseYamlText } from '../../src/text/parse-yaml.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const read = (text: string) => parseYamlText('payload', text, true);

describe('refused, with line and column and what to write instead', () => {
  test.each<[string, number, number, RegExp]>([
    ['message: Fix cart total #123', 1, 25, /a "#" begins a comment.*a line of its own.*toJSON/],
    ['message: #42 fix', 1, 10, /a "#" begins a comment/],
    ['message: # 42 fix\nref: main', 1, 10, /a "#" begins a comment/],
    ['message: #42\n- fix', 1, 10, /a "#" begins a comment/],
    ['message: # Notes\n- fix', 1, 10, /a "#" begins a comment/],
    ['message: #42\n  more: text', 1, 10, /a "#" begins a comment/],
    ['message: #42 # fix\n  more: text', 1, 10, /a "#" begins a comment/],
    ['a: "x" # note', 1, 8, /a "#" begins a comment/],
    ['a: | # note\n  x', 1, 6, /a "#" begins a comment/],
    ['a: {b: 1, # note\n  c: 2}', 1, 11, /a "#" begins a comment/],
    ['list:\n  - # note\n  - b', 2, 5, /a "#" begins a comment/],
    ['--- # note\na: 1', 1, 5, /a "#" begins a comment/],
    ['message: !important fix', 1, 10, /a "!" begins a tag, which would be lost/],
    ['message: ! fix', 1, 10, /a "!" begins a tag/],
    ['message: &now fix', 1, 10, /an "&" begins an anchor, which would be lost/],
    ['a: &x 1\nmessage: *x', 1, 4, /an "&" begins an anchor/],
    ['a: 1\nmessage: *x', 2, 10, /a "\*" begins an alias/],
    ['%YAML 1.1\n---\nmessage: on', 1, 1, /a "%" begins a directive/],
    ['message: fix\n...', 2, 1, /the document ends/],
    ['list:\n  - ? why', 2, 5, /a "\?" begins a name/],
    ['message: Fix login\n  and logout', 1, 10, /YAML would join the lines of this text.*"\|"/],
    ['message: "Fix login\n  and logout"', 1, 10, /YAML would join the lines/],
    ["message: 'Fix\n  it'", 1, 10, /YAML would join the lines/],
    ['ref: main\npath: "/srv\\"', 2, 7, /a backslash escapes the quote that should close this text/],
    ['path: "/srv\\\\\\"', 1, 7, /a backslash escapes the quote/],
    ['message: |\nref: main', 1, 10, /begins a block of text, but none follows/],
    ['message: >-\nref: main', 1, 10, /begins a block of text/],
    ...[
      ...['1.10', '012', '0x1F', '0o17', '1e5', '1E5', '.inf', '-.INF', '.nan', '+1', '-0', '1.', '.5', '1.0', '1e21'],
      ...['True', 'FALSE', 'Null', 'NULL', '12345678901234567890'],
    ].map((value): [string, number, number, RegExp] => [
      `version: ${value}`,
      1,
      10,
      /change how this (?:value|name) is written.*in quotes/,
    ]),
    ...['1.10', '0x1F', 'null', '~', '', '12345678901234567890'].map((name): [string, number, number, RegExp] => [
      `${name}: x`,
      1,
      1,
      /change how this name is written.*in quotes/,
    ]),
    ['v: [1.10]', 1, 5, /change how this value is written/],
    ['v: {a: 1.10}', 1, 8, /change how this value is written/],
    ['message: {fix}', 1, 11, /a name in braces has no value.*in quotes/],
    ['message: { fix }', 1, 12, /a name in braces has no value/],
    ['message: {a: 1, fix cart}', 1, 17, /a name in braces has no value/],
    ['message: [JIRA-12: fix cart]', 1, 11, /a colon makes a map of this list item.*in quotes/],
    ['m: {message: Fix login,}', 1, 23, /a comma before a closing bracket would be lost.*in quotes/],
    ['m: [fix, login, cart,]', 1, 21, /a comma before a closing bracket/],
    ['m: [fix, ]', 1, 8, /a comma before a closing bracket/],
    ['n: 9007199254740994', 1, 4, /beyond 2\^53/],
  ])('%j', async (text, line, column, words) => {
    const [first] = linesOf(await read(text));
    expect(first).toMatch(new RegExp(`^payload: line ${line}, column ${column}: `));
    expect(first).toMatch(words);
  });

  test('five at most, with the hint at the end', async () => {
    const three = linesOf(await read('a: 1.10\nb: x #1\nc: !x y'));
    expect(three.map((line) => /line \d, column \d/.exec(line)?.[0])).toEqual([
      'line 1, column 4',
      'line 2, column 6',
      'line 3, column 4',
    ]);
    expect(three.map((line) => line.includes('toJSON'))).toEqual([false, false, true]);
    expect(linesOf(await read('- 1.10\n'.repeat(9)))).toHaveLength(5);
  });
});

describe('allowed', () => {
  test.each<[string, unknown]>([
    ['# first\na: 1\n  # between\nb:\n  # inside\n  c: 2\n# last', { a: 1, b: { c: 2 } }],
    ['build: # of this run\n  id: 1', { build: { id: 1 } }],
    ['jobs: # all\n  - a\n  - b', { jobs: ['a', 'b'] }],
    ['jobs: #\n  - a', { jobs: ['a'] }],
    ['- # first\n  id: 1', [{ id: 1 }]],
    ['a:\nb: ~\nc: null\nd: ""', { a: null, b: null, c: null, d: '' }],
    [
      'a: true\nb: false\nc: 0\nd: -5\ne: 1.5\nf: 9007199254740992',
      { a: true, b: false, c: 0, d: -5, e: 1.5, f: 2 ** 53 },
    ],
    [
      'a: yes\nb: 1.2.3\nc: 12:30\nd: 2026-01-02\ne: v1#2\nf: a:b',
      { a: 'yes', b: '1.2.3', c: '12:30', d: '2026-01-02', e: 'v1#2', f: 'a:b' },
    ],
    ['a: |\n  one # two\n\n  !three\nb: >-\n  four\n  five', { a: 'one # two\n\n!three\n', b: 'four five' }],
    ['a: "1.10"\n"0x1F": \'012\'', { a: '1.10', '0x1F': '012' }],
    ['a: {"b":1}', { a: { b: 1 } }],
    ['---\na: [x, {b: c}]', { a: ['x', { b: 'c' }] }],
    ['1: a\ntrue: b', { 1: 'a', true: 'b' }],
    ['a: 1\r\nb:\r\n  - c\r\n', { a: 1, b: ['c'] }],
  ])('%j', async (text, data) => {
    expect(valueIn(await read(text))).toEqual(data);
  });
});

describe('a text that people wrote', () => {
  const PIECES = [
    ...['Fix login', 'Bump v', '1.10', '0x1F', '012', '1e5', 'null', '~', 'yes', 'no', 'True', '2026-01-02', '12:30'],
    ...[
      '#42',
      ' #',
      '# ',
      ': ',
      ':',
      ' - ',
      '- ',
      '!',
      '!important ',
      '&',
      '*',
      '**bold**',
      '@octocat',
      '`code`',
      '%',
      '|',
      '>',
      '?',
    ],
    ...[
      '"',
      "'",
      '\\',
      '{',
      '}',
      '[',
      ']',
      '{{ $json.x }}',
      '[skip ci]',
      '${{ x }}',
      ',',
      '=',
      '<<',
      '---',
      '...',
      '\t',
      ' ',
      '  ',
    ],
    ...['é', '日本', '😀', '\u200d', '\u00a0', '\u2028', '\u0085', '\ufeff', '\u007f', '\ud83d'],
  ];
  const piece = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ maxLength: 4 }),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  const line = fc.array(piece, { maxLength: 6 }).map((all) => all.join('').replace(/[\r\n]/g, ' '));
  const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  const runs = { numRuns: 2000 };

  test('arrives byte for byte by toJSON()', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const yaml = `# note\none: ${JSON.stringify(one)}\nnested: # block\n  - ${JSON.stringify(other)}\n`;
        expect(valueIn(await read(yaml))).toEqual({ one, nested: [other] });
      }),
      runs,
    );
  });

  test('that is pasted after a name arrives unchanged or is refused', async () => {
    // In quotes or brackets, a text says itself that it is YAML.
    const pasted = line.filter((one) => !/^\s*["'[{]/.test(one));
    await fc.assert(
      fc.asyncProperty(pasted, fc.constantFrom('', 'ref: main\n'), async (one, rest) => {
        const data = await read(`message: ${one}\n${rest}`);
        if (!data.ok) return;
        const { message, ...others } = JSON.parse(JSON.stringify(data.value));
        expect(others).toEqual(rest === '' ? {} : { ref: 'main' });
        const blank = /^[ \t]+|[ \t]+$/g;
        const plain = one.replace(blank, '');
        expect(message === null ? ['', '~', 'null'] : [String(message)]).toContain(plain);
      }),
      runs,
    );
  });
});
