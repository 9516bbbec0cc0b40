import { describe, expect, test } from '@jest/globals';
import { excerpt, formatBytes, formatDuration } from '../../src/text/format.ts';

describe('an excerpt', () => {
  test('is one line, whatever the line breaks', () => {
    expect(excerpt(' a\r\nb\rc\u0085d\u2028e\u2029f\tg\vh\fi  j ', 200)).toBe('a b c d e f g h i j');
  });

  test('makes control, invisible and direction characters visible', () => {
    expect(excerpt('a\u001b[31mb\u0000c\u202ed\u200be\u2066f', 200)).toBe('a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffdf');
  });

  test('has no workflow command in it, new or old style', () => {
    for (const text of [
      '::error::x',
      '##[error]x',
      'x\n::add-mask::y',
      '#\u0000#[group]',
      ':\u200b:debug::x',
      'a::::b',
    ]) {
      expect(excerpt(text, 200)).not.toMatch(/::|##\[/);
    }
  });

  test.each([
    ['a'.repeat(200), 'a'.repeat(200)],
    ['a'.repeat(201), `${'a'.repeat(200)}…`],
    ['a'.repeat(1_000_000), `${'a'.repeat(200)}…`],
    ['😀'.repeat(200), '😀'.repeat(200)],
    ['😀'.repeat(201), `${'😀'.repeat(200)}…`],
    ['😀'.repeat(1000), `${'😀'.repeat(200)}…`],
  ])('is cut after 200 characters, and never inside one', (text, cut) => {
    expect(excerpt(text, 200)).toBe(cut);
  });

  test('can be cut shorter', () => {
    expect(excerpt('abcdef', 3)).toBe('abc…');
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [1_234_567, '1.2 MB'],
  [5_000_000_000, '5.00 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1500, '1.5 s'],
  [60_000, '1 min'],
  [119_600, '2 min'],
  [3_600_000, '1 h'],
  [7_380_000, '2 h 3 min'],
])('%i ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
