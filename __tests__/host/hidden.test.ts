import { expect, test } from '@jest/globals';
import { masksFor } from '../../src/host/hidden.ts';

test('a secret is masked as it is, and as JSON and URLs have it', () => {
  expect(masksFor('pa"ss wörd')).toEqual(['pa"ss wörd', 'pa\\"ss wörd', 'pa%22ss%20w%C3%B6rd']);
});

test('identical forms are given once', () => {
  expect(masksFor('s3cret\ns3cret')).toEqual(['s3cret']);
});

test('a key is masked line by line, because the runner masks line by line, without the frame that all keys have', () => {
  expect(masksFor('-----BEGIN KEY-----\r\nabcdef\n\n  ghijkl  \rmnopqr')).toEqual(['abcdef', 'ghijkl', 'mnopqr']);
});

test.each(['', ' ', '1', '{', 'abc', 'true', 'False', 'null', 'none', '*/*', 'application/json', 'text/html'])(
  '"%s" hides nothing and would blot out the log',
  (everyday) => {
    expect(masksFor(everyday)).toEqual([]);
  },
);

test.each(['abcd', 'true!', 'n8n_api_1/2', 'https://x/y', 'pass/word'])('"%s" is masked', (secret) => {
  expect(masksFor(secret)).toContain(secret);
});

test('a key whose line breaks are written as \\n is masked line by line, too', () => {
  expect(masksFor('-----BEGIN KEY-----\\nabcdef\\nghijkl\\n-----END KEY-----\\n')).toEqual(['abcdef', 'ghijkl']);
  expect(masksFor('C:\\newest')).toEqual(['C:\\newest', 'C:\\\\newest', 'C%3A%5Cnewest']);
});
