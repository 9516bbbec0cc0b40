import { describe, expect, test } from '@jest/globals';
import { masksFor, redactor } from '../../src/host/masks.ts';

test('a secret is masked as it is, as JSON and URLs have it, and as the summary has all of these', () => {
  expect(masksFor(['pa"ss wörd'])).toEqual([
    'pa"ss wörd',
    'pa\\"ss wörd',
    'pa%22ss%20w%C3%B6rd',
    'pa&#34;ss wörd',
    'pa&#92;&#34;ss wörd',
  ]);
});

test('a form that is the same is given once', () => {
  expect(masksFor(['s3cret', 's3cret'])).toEqual(['s3cret']);
});

test('a secret of several lines is masked line by line, because the runner masks line by line', () => {
  expect(masksFor(['-----BEGIN KEY-----\r\nabcdef\n\n  ghijkl  \rmnopqr'])).toEqual([
    '-----BEGIN KEY-----',
    '-----BEGIN%20KEY-----',
    'abcdef',
    'ghijkl',
    'mnopqr',
  ]);
});

test.each(['', ' ', '1', '{', 'abc', 'true', 'False', 'null', 'none', '*/*', 'application/json', 'text/html'])(
  '"%s" hides nothing and would blot out the log',
  (everyday) => {
    expect(masksFor([everyday])).toEqual([]);
  },
);

test.each(['abcd', 'true!', 'n8n_api_1/2', 'https://x/y', 'pass/word'])('"%s" is masked', (secret) => {
  expect(masksFor([secret])).toContain(secret);
});

describe('a text from outside', () => {
  const without = (text: string, ...masks: string[]): string => {
    const { hide, redact } = redactor();
    for (const mask of masks) hide(mask);
    return redact(text);
  };

  test('is left as it is where nothing is to be hidden, or nothing of it is there', () => {
    expect(without('a text')).toBe('a text');
    expect(without('a text', 'secret', '')).toBe('a text');
  });

  test('loses a secret wherever it stands', () => {
    expect(without('secret, a secret and secret', 'secret')).toBe('***, a *** and ***');
  });

  test('loses the longer of two secrets whole, in whichever order they came', () => {
    expect(without('a secret-key', 'secret', 'secret-key')).toBe('a ***');
    expect(without('a secret-key', 'secret-key', 'secret')).toBe('a ***');
  });

  test('has no rest of secrets that overlap or touch, and no more than one mark for them', () => {
    expect(without('<abcdefgh>', 'abcdef', 'defgh')).toBe('<***>');
    expect(without('<abcdefgh>', 'defgh', 'abcdef')).toBe('<***>');
    expect(without('<abcdefgh>', 'efgh', 'abcd')).toBe('<***>');
    expect(without('<aaaaa>', 'aaaa')).toBe('<***>');
    expect(without('<ababa>', 'aba')).toBe('<***>');
  });

  test('is searched for what was hidden last, too', () => {
    const { hide, redact } = redactor();
    expect(redact('token')).toBe('token');
    hide('token');
    expect(redact('token')).toBe('***');
  });

  test('of a megabyte takes no time to speak of, whatever it repeats', () => {
    const { hide, redact } = redactor();
    for (const mask of masksFor(['aaaa', 'abab', 'a"b c/d'])) hide(mask);
    const began = performance.now();
    expect(redact('a'.repeat(1024 * 1024))).toBe('***');
    expect(redact('ab'.repeat(512 * 1024))).toBe('***');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
