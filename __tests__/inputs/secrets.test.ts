import { describe, expect, test } from '@jest/globals';
import { hasSecretName, proxySecretsIn, secretsIn } from '../../src/inputs/secrets.ts';
import { wrong } from '../../src/text/problem.ts';
import { ok } from '../../src/text/result.ts';

const of = (...headers: [string, string][]) => secretsIn(() => '', { headers: ok(headers) });

describe('a header', () => {
  test.each([
    'Authorization',
    'Proxy-Authorization',
    'X-Auth-Token',
    'X-API-Key',
    'apikey',
    'X-ApiKey',
    'X-Gitlab-Token',
    'csrftoken',
    'accessToken',
    'Cookie',
    'X-Hub-Signature-256',
    'CF-Access-Client-Id',
    'CF-Access-Client-Secret',
    'X-User-Password',
    'Idempotency-Key',
    'X_SESSION_ID',
    'PRIVATE-TOKEN',
    'X-Pass',
    'X-OTP',
  ])('%s says that its value is secret', (name) => {
    expect(hasSecretName(name)).toBe(true);
    expect(of([name, 'abcdef'])).toEqual(['abcdef']);
  });

  test.each([
    'X-Environment',
    'X-Repo',
    'X-Source',
    'X-Author',
    'X-Monkey',
    'X-Keyboard',
    'X-Passenger',
    'Accept',
    'X-Tokenizer',
    'X-Accessory',
    'Access-Control-Allow-Origin',
    'X-Auth-Type',
    'X-Access-Level',
    'X_SESSION_TIMEOUT',
    'X-Signature-Version',
    'Access-Control-Request-Method',
  ])('%s does not', (name) => {
    expect(of([name, 'github actions'])).toEqual([]);
    expect(of([name, 'octo/shop'])).toEqual([]);
  });

  test('of any name hides what follows a scheme', () => {
    expect(of(['X-Upstream', 'Bearer abc.def'])).toEqual(['abc.def']);
    expect(of(['X-Upstream', 'basic YTpi'])).toEqual(['YTpi']);
    expect(of(['X-Motto', 'Basic income for all'])).toEqual([]);
  });

  test('with a scheme and nothing after it hides nothing: the word would be hidden in the whole job', () => {
    expect(of(['Authorization', 'Bearer'])).toEqual([]);
    expect(of(['X-Upstream', 'Bearer'])).toEqual([]);
    expect(of(['Authorization', 'Bearer '])).toEqual([]);
  });

  test('with a secret name hides its value with and without the first word', () => {
    expect(of(['Authorization', 'Bearer  a-token and-more'])).toEqual(['Bearer  a-token and-more', 'a-token and-more']);
  });
});

test.each([
  ['Cookie', 'theme=dark; env=production; session=eyJhbGci.x==', ['eyJhbGci.x==']],
  ['X-Hub-Signature', 'sha1=0a1b2c3d4e', ['0a1b2c3d4e']],
  [
    'Authorization',
    'Digest username="ci", response="0a1b2c3d4e"',
    ['username="ci", response="0a1b2c3d4e"', '0a1b2c3d4e'],
  ],
])('of pairs in %s, the values are secret that are neither short nor words: %s', (name, value, secrets) => {
  expect(of([name, value])).toEqual([value, ...secrets]);
});

test('what may be secret in headers that cannot be read is found line by line', () => {
  const text = 'X-Token: a-token\nX Key: a-key\nX-Repo: octo/shop\nnothing but a value\n "X-Secret": "quoted", ';
  const given = (name: string) => (name === 'headers' ? text : '');
  expect(secretsIn(given, { headers: wrong('headers: …') })).toEqual([
    'a-token',
    'a-key',
    'nothing but a value',
    'but a value',
    'quoted',
  ]);
});

test.each([
  ['X-Token:close', 'close'],
  ['X-Token: a"b', 'a"b'],
  ['X-Token: a, b}c', 'a, b}c'],
  ["X-Token: 'last',", 'last'],
  ['X-Token: bare }', 'bare'],
])('what may be secret in %s is %s', (line, secret) => {
  expect(secretsIn((name) => (name === 'headers' ? line : ''), { headers: wrong('headers: …') })).toContain(secret);
});

test('user and password of a proxy are secret, even if a character is not escaped', () => {
  expect(proxySecretsIn({})).toEqual([]);
  expect(proxySecretsIn({ HTTPS_PROXY: 'http://proxy.test:3128' })).toEqual([]);
  expect(proxySecretsIn({ http_proxy: 'http://us%40er:p%3Aw@proxy.test:3128' })).toEqual([
    'us@er:p:w',
    'p:w',
    Buffer.from('us@er:p:w').toString('base64'),
  ]);
  expect(proxySecretsIn({ HTTPS_PROXY: 'user:a/b@c@proxy.test' })).toContain('a/b@c');
});

test('a password in a URL is secret, even if the URL is refused for its quotes', () => {
  for (const url of [
    'https://user:p4ss@n8n.example.com/',
    '"https://user:p4ss@n8n.example.com/"',
    '<https://user:p4ss@x/>',
    ` "'https://user:p4ss@x'" `,
  ]) {
    expect(secretsIn((name) => (name === 'url' ? url : ''), {})).toContain('p4ss');
  }
});

test('a password in a URL keeps its own quotes and brackets', () => {
  const url = "https://user:p'>4@n8n.example.com/";
  expect(secretsIn((name) => (name === 'url' ? url : ''), {})).toContain("p'>4");
});
