import { expect, test } from '@jest/globals';
import { masksFor } from '../src/masks.ts';

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
