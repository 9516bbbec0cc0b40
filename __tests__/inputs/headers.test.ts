import { describe, expect, test } from '@jest/globals';
import { parseHeaders } from '../../src/inputs/headers.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const headersIn = async (text: string) => valueIn(await parseHeaders('headers', text));
const wrong = async (text: string) => linesOf(await parseHeaders('headers', text));

describe('headers as lines', () => {
  test('are names and values, with blanks around the values dropped', async () => {
    expect(await headersIn('X-One: 1\n\nX-Two:\ttwo words \r\nX-Three:3\nX-Four: " \t in quotes  "')).toEqual([
      ['X-One', '1'],
      ['X-Two', 'two words'],
      ['X-Three', '3'],
      ['X-Four', 'in quotes'],
    ]);
  });

  test('may be none at all: an empty list', async () => {
    expect(await headersIn('')).toEqual([]);
  });

  test('keep colons, hashes, braces and quotes inside a value', async () => {
    expect(await headersIn(`Authorization: Bearer a:b#c\nX-Map: {"a": 1}\nX-Quote: say "hi" to 'em`)).toEqual([
      ['Authorization', 'Bearer a:b#c'],
      ['X-Map', '{"a": 1}'],
      ['X-Quote', `say "hi" to 'em`],
    ]);
  });

  test.each([
    'X-Empty:',
    'X-Empty: ',
    'X-Empty: ""',
    '{"X-Empty": ""}',
    '{X-Empty: }',
    '{X-Empty}',
    'X-Empty:\nX-Colon: a: b',
    '{"X-Empty": null}',
    '{"X-Empty": " "}',
  ])('need a value: %s', async (text) => {
    const read = await parseHeaders('headers', text);
    expect(linesOf(read)).toEqual([
      "headers: the value of X-Empty is empty. If it comes from a secret, check the secret's name; runs from forks get no secrets. If it may be empty, write a word instead: ${{ … || 'none' }}.",
    ]);
    expect(read).toMatchObject({ error: [{ isUnset: true }] });
  });

  test.each([
    'Authorization: Bearer ',
    'authorization: basic',
    'Proxy-Authorization: Token',
    'X-Api-Key: ApiKey',
    '{"Authorization": "Bearer "}',
  ])('need a value after a scheme: %s', async (text) => {
    const read = await parseHeaders('headers', text);
    expect(linesOf(read)).toEqual([expect.stringMatching(/^headers: the value of \S+ is empty after its scheme\./)]);
    expect(read).toMatchObject({ error: [{ isUnset: true }] });
  });

  test('may be a word that is a scheme elsewhere, or a bare token', async () => {
    expect(await headersIn('X-Plan: Basic\nAuthorization: abc123')).toEqual([
      ['X-Plan', 'Basic'],
      ['Authorization', 'abc123'],
    ]);
  });

  test('may not hold a carriage return, which would begin another header', async () => {
    expect(await wrong('X-A: 1\rX-B: 2\nX-C: 3')).toEqual(['headers: the value of X-A has a line break in it.']);
  });

  test('can have a value that is not set and a problem of another kind', async () => {
    expect(await parseHeaders('headers', 'X-A:\nX/B: 1')).toMatchObject({
      error: [
        { line: expect.stringMatching(/X-A is empty/), isUnset: true },
        { line: expect.stringMatching(/X\/B/), isUnset: false },
      ],
    });
  });

  test('lose quotes around the entire value, as in YAML', async () => {
    expect(await headersIn(`X-A: "a: \\"b\\""\nX-B: \t 'it''s'`)).toEqual([
      ['X-A', 'a: "b"'],
      ['X-B', "it's"],
    ]);
  });

  test('keep a value whose quotes are not a YAML string', async () => {
    expect(await headersIn(`X-A: "a" and "b"\nX-B: "\\q"\nX-C: "c" # d\nX-D: c # "d"`)).toEqual([
      ['X-A', '"a" and "b"'],
      ['X-B', '"\\q"'],
      ['X-C', '"c" # d'],
      ['X-D', 'c # "d"'],
    ]);
  });

  test('have comments only on lines of their own', async () => {
    expect(await headersIn('# one\nX-A: b # note\n  # two\n#X-Old: 1\nX-B: # note')).toEqual([
      ['X-A', 'b # note'],
      ['X-B', '# note'],
    ]);
    expect(await headersIn('# nothing else')).toEqual([]);
  });

  test.each([
    'Basic abc==',
    'a: b',
    '12:30',
    '# none',
    '@x',
    '*',
    '&',
    'yes',
    '1.0',
    '~',
    '|',
    '>-',
    '[a',
    '{a: b',
    '!x',
    '- a',
    '"C:\\"',
  ])('are sent as written, whatever YAML makes of %s', async (value) => {
    expect(await headersIn(`X-A: ${value}\nX-B: 1`)).toEqual([
      ['X-A', value],
      ['X-B', '1'],
    ]);
  });

  test('are reported with all that is wrong with any of them', async () => {
    expect(await wrong('X/A: 1\nno header\nContent-Length: 3\nX-B: €\nX-C: a: b\nx-c: c')).toEqual([
      'headers: "X/A" is not a header name.',
      'headers: line 2 is not of the form "Name: value".',
      'headers: Content-Length is computed from the body.',
      'headers: the value of X-B has a character that a header cannot carry.',
      'headers: x-c is given twice.',
    ]);
  });

  test('every line without a colon is reported by its number, and its text is not', async () => {
    expect(await wrong('X-Good: 1\ns3cret\n\n: s3cret')).toEqual([
      'headers: line 2 is not of the form "Name: value".',
      'headers: line 4 is not of the form "Name: value".',
    ]);
  });
});

describe('headers as a map', () => {
  test.each([
    ['JSON', '{"X-A": "1", "X-B": 2, "X-C": true}'],
    ['YAML', '{X-A: "1", X-B: 2, X-C: true}'],
  ])('in %s have scalars as values', async (_, text) => {
    expect(await headersIn(text)).toEqual([
      ['X-A', '1'],
      ['X-B', '2'],
      ['X-C', 'true'],
    ]);
  });

  test.each([
    ['a quoted name', '"X-A": b\n# note\nX-B: c', ['b', 'c']],
    ['a text under a name', 'X-A:\n  Bearer abc\nX-B: c', ['Bearer abc', 'c']],
    ['a folded block', '# note\nX-A: >-\n  a:\n  b\n\nX-B: c', ['a: b', 'c']],
    ['a block that begins like a comment', 'X-A: |-\n  #42\nX-B: c', ['#42', 'c']],
    ['a block of one line', 'X-A: |-\n  a # b\nX-B: "c"', ['a # b', 'c']],
    ['a start', '---\nX-A: 1.0\nX-B: True', ['1.0', 'True']],
  ])('in YAML may have %s', async (_, text, [a, b]) => {
    expect(await headersIn(text)).toEqual([
      ['X-A', a],
      ['X-B', b],
    ]);
  });

  test('have values as they are written', async () => {
    expect(await headersIn('{"X-A": 12345678901234567890, "X-B": 1.0, "X-C": 0x1F, "X-D": "\\u0041"}')).toEqual([
      ['X-A', '12345678901234567890'],
      ['X-B', '1.0'],
      ['X-C', '0x1F'],
      ['X-D', 'A'],
    ]);
  });

  test.each([
    ['is given twice', '{"X-A": 1, "X-A": 2}', 'headers: X-A is given twice.'],
    ['has a line break', '"X-A": |\n  a\n  b', 'headers: the value of X-A has a line break in it.'],
    ['is a list', '"X-A":\n  - a', 'headers: the value of "X-A" is not text.'],
    ['is no YAML', 'X-B: a: b\n"X-A": s3cret', 'headers: line 2 is not of the form "Name: value".'],
    ['is indented', 'X-B: 1\n  X-A: s3cret', 'headers: line 2 is not of the form "Name: value".'],
    ['has two lines', 'X-Title: Fix login\n  and logout', 'headers: line 2 is not of the form "Name: value".'],
    [
      'has two lines in quotes',
      '"X-A": "a\n  b"',
      'headers: line 1 is not of the form "Name: value".\nheaders: line 2 is not of the form "Name: value".',
    ],
    ['has a comment behind it', '"X-A": Fix #123', 'headers: line 1 is not of the form "Name: value".'],
    ['has a tag', '"X-A": !important fix', 'headers: line 1 is not of the form "Name: value".'],
    ['has an anchor', '"X-A": &a b', 'headers: line 1 is not of the form "Name: value".'],
    ['has a quote that is not closed', '"X-A": "C:\\"', 'headers: line 1 is not of the form "Name: value".'],
    ['has an alias to nothing', '"X-A": *s3cret', 'headers: line 1 is not of the form "Name: value".'],
    [
      'is a second document',
      '"X-A": 1\n---\nX-B: 1',
      'headers: line 1 is not of the form "Name: value".\nheaders: line 2 is not of the form "Name: value".',
    ],
  ])('are refused in YAML if one %s', async (_, text, line) => {
    expect((await wrong(text)).join('\n')).toBe(line);
  });

  test('with lists or maps inside are refused by name', async () => {
    expect(await wrong('{"X-A": ["s3cret"], "X-B": {}}')).toEqual([
      'headers: the value of "X-A" is not text.',
      'headers: the value of "X-B" is not text.',
    ]);
  });

  test.each(['{"X-A": ', '{X-A: *unknown}', '{"X-A": 1} x'])('that is broken (%s) is refused', async (text) => {
    expect(await wrong(text)).toEqual(['headers: begins with "{" but is neither a JSON nor a YAML map.']);
  });
});

describe('a header is refused', () => {
  test.each([
    'Content-Length',
    'transfer-encoding',
    'Connection',
    'Keep-Alive',
    'Upgrade',
    'Expect',
    'TE',
    'Trailer',
    'Content-Type',
    'TraceParent',
  ])('%s, with the reason', async (name) => {
    expect(await wrong(`${name}: 1`)).toEqual([expect.stringMatching(`^headers: ${name} (is|has) `)]);
  });

  test('if it is given twice, however it is written', async () => {
    expect(await wrong('X-A: 1\nx-a: 2')).toEqual(['headers: x-a is given twice.']);
  });

  test('if its value has a line break, which could smuggle in another header', async () => {
    for (const text of ['{"X-A": "s3cret\\r\\nX-Evil: 1"}', 'X-A: "s3cret\\nX-Evil: 1"', '{"X-A": "s3cret\\r"}']) {
      expect(await wrong(text)).toEqual(['headers: the value of X-A has a line break in it.']);
    }
  });

  test.each(['{"X-A": "s3cret\\u0000"}', 'X-A: s3cret €', '{"X-A": "s3cret\\u007f"}'])(
    'if HTTP cannot carry its value: %s',
    async (text) => {
      expect(await wrong(text)).toEqual(['headers: the value of X-A has a character that a header cannot carry.']);
    },
  );

  test.each(['{"X A": 1}', '{"": 1}', '{"X\\u202eA": 1}', '{"X(A)": 1}', 'X/A: 1'])(
    'if its name is invalid: %s',
    async (text) => {
      expect(await wrong(text)).toEqual([expect.stringMatching(/^headers: "[ -~]*" is not a header name\.$/)]);
    },
  );

  test('together with all others', async () => {
    const lines = await wrong('Content-Length: 1\nX/A: 1\nX-B: €');
    expect(lines).toHaveLength(3);
  });
});

test('a value may have any character of Latin-1', async () => {
  expect(await headersIn('X-A: café')).toEqual([['X-A', 'café']]);
});

test('an invalid name that is long is left out of the message: cut, a secret in it would not be hidden', async () => {
  expect(await wrong(`{"${'a'.repeat(30)} ${'b'.repeat(30)}": 1}`)).toEqual(['headers: "…" is not a header name.']);
});

test("what only n8n's API misunderstands is fine for a webhook, and other headers of the API may say bot", async () => {
  expect(await headersIn('Host: a\nX-N8N-API-KEY: b\nUser-Agent: robot')).toHaveLength(3);
  expect(valueIn(await parseHeaders('api-headers', 'X-Team: robots'))).toEqual([['X-Team', 'robots']]);
});
