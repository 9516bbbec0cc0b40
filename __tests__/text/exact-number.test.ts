import { describe, expect, jest, test } from '@jest/globals';
import { exactly, parseExactly } from '../../src/text/exact-number.ts';

const written = (text: string): string => JSON.stringify(parseExactly(text));

describe('a number', () => {
  test.each([
    '12345678901234567890',
    '-9007199254740993',
    '0.12345678901234567891',
    '1.7976931348623159e308',
    '1e400',
    '-1E+400',
    '1e0400',
    '1e-400',
    '123456789012345678901e5',
  ])('that a double would change stays what was written: %s', (text) => {
    expect(written(`{"a":${text}}`)).toBe(`{"a":${text.toLowerCase()}}`);
    expect(written(`[1, ${text}]`)).toBe(`[1,${text.toLowerCase()}]`);
  });

  test.each([
    ['9007199254740992', '9007199254740992'],
    ['10000000000000000000000', '1e+22'],
    ['1000000000000000000.000', '1000000000000000000'],
    ['0.30000000000000000', '0.3'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['5e-324', '5e-324'],
    ['0.000000000000000000', '0'],
    ['-0e999', '0'],
    ['1.0', '1'],
    ['1e2', '100'],
  ])('that stays the same is written as JavaScript does: %s', (text, expected) => {
    expect(written(`[${text}]`)).toBe(`[${expected}]`);
  });

  test('stays within a string what it is', () => {
    const text = '{"a":"id: 12345678901234567890, 1e400","b":"1.2.3.4.5.6.7.8.9.10"}';
    expect(parseExactly(text)).toEqual(JSON.parse(text));
  });

  test('is not looked at one by one where none would change', () => {
    const parse = jest.spyOn(JSON, 'parse');
    try {
      parseExactly('[1, 0.1234567890123456, "sha a1e400", 10000000000000000000000]');
      parseExactly('[12345678901234567890]');
      expect(parse.mock.calls.map((call) => call.length)).toEqual([1, 2]);
    } finally {
      parse.mockRestore();
    }
  });

  test('beside which a member is called __proto__ does it no harm', () => {
    expect(written('{"__proto__": {"a": 12345678901234567890}}')).toBe('{"__proto__":{"a":12345678901234567890}}');
  });
});

test.each([
  ['+012345678901234567890', '12345678901234567890'],
  ['-.12345678901234567891', '-0.12345678901234567891'],
  ['12345678901234567890.', '12345678901234567890'],
  ['0xFFFFFFFFFFFFFFFFFF', '4722366482869645213695'],
  ['0o7777777777777777777777', '73786976294838206463'],
  ['.5', '0.5'],
  ['0x1F', '31'],
  ['.inf', 'null'],
  ['.nan', 'null'],
])('a number that YAML writes as %s is %s in JSON', (source, expected) => {
  const values: Record<string, number> = { '.inf': Number.POSITIVE_INFINITY, '.nan': Number.NaN };
  expect(JSON.stringify(exactly(source, values[source] ?? Number(source)))).toBe(expected);
});
