import { expect, test } from '@jest/globals';
import { isAscii, unicodePattern } from '../../src/text/unicode.ts';

test('a pattern is made when it is first used, and once', () => {
  const broken = unicodePattern('(', 'u');
  expect(broken).toThrow(SyntaxError);
  const letters = unicodePattern(String.raw`^\p{L}+$`, 'u');
  expect(letters().test('häß')).toBe(true);
  expect(letters()).toBe(letters());
});

test.each([
  ['', true],
  ['~\0\n\x7f', true],
  ['a\x80', false],
  ['\ud800', false],
])('whether %j is ASCII: %s', (text, is) => {
  expect(isAscii(text)).toBe(is);
});
