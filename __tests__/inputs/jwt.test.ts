import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { curves, pem, read, rsa, signer } from '../../support/jwt.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const wrong = async (given: Record<string, string>) => linesOf(await read(given));

describe('a private key', () => {
  test.each([
    ['in PKCS #1', pem(rsa.privateKey, 'pkcs1'), 'RS256'],
    ['in SEC 1', pem(curves.ES256.privateKey, 'sec1'), 'ES256'],
    ['with blanks for line breaks', pem(rsa.privateKey).trim().replaceAll('\n', ' '), 'RS256'],
    ['with \\n for line breaks', pem(rsa.privateKey).replaceAll('\n', '\\n'), 'RS256'],
    ['with the line breaks of Windows', pem(rsa.privateKey).replaceAll('\n', '\r\n'), 'RS256'],
  ])('%s is read', async (_, text, algorithm) => {
    expect((await signer(text, algorithm)).key.type).toBe('private');
  });
});

describe('a secret that cannot be the key is reported, and not quoted:', () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const ed = generateKeyPairSync('ed25519');
  const encrypted = (type: 'pkcs1' | 'pkcs8') =>
    rsa.privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();

  test.each<[message: string, algorithm: string, secret: string, reported: RegExp]>([
    ['a PEM key for HS256', 'HS256', pem(rsa.privateKey), /is a PEM key, but HS256 takes a passphrase/],
    ['a passphrase for RS256', 'RS256', 'a passphrase', /RS256 takes a private key/],
    ['a public key', 'RS256', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(), /is a public key/],
    ['a key under a passphrase', 'RS256', encrypted('pkcs8'), /is encrypted/],
    ['an old key under a passphrase', 'RS256', encrypted('pkcs1'), /is encrypted/],
    ['half a PEM', 'RS256', pem(rsa.privateKey).slice(0, 300), /not a PEM private key/],
    ['a damaged PEM', 'RS256', pem(rsa.privateKey).replace(/\n.{64}\n/, '\n'), /not a PEM private key/],
    ['an EC key for RS256', 'RS256', pem(curves.ES256.privateKey), /is an EC key, but RS256 takes an RSA key/],
    ['an RSA key for ES256', 'ES256', pem(rsa.privateKey), /is an RSA key, but ES256 takes an EC key/],
    [
      'another curve',
      'ES256',
      pem(curves.ES384.privateKey),
      /secp384r1, but ES256 takes P-256\. Set jwt-algorithm to ES384/,
    ],
    ['an Ed25519 key', 'PS256', pem(ed.privateKey), /is an ED25519 key/],
    ['a small key', 'PS256', pem(small.privateKey), /is an RSA key of 1024 bits/],
  ])('%s', async (_, algorithm, secret, reported) => {
    const [line, ...others] = await wrong({ 'jwt-secret': secret, 'jwt-algorithm': algorithm });
    expect(line).toMatch(/^jwt-secret: /);
    expect(line).toMatch(reported);
    expect(others).toEqual([]);
    for (const part of secret.split('\n').filter((text) => text.length > 20)) expect(line).not.toContain(part);
  });

  test.each([
    ['jwt-claims', { 'jwt-secret': 's', 'jwt-claims': '{"a": }' }, /not valid JSON at line 1, column 7/],
    ['jwt-claims', { 'jwt-secret': 's', 'jwt-claims': '["a"]' }, /not a JSON map/],
    ['jwt-claims', { 'jwt-secret': 's', 'jwt-claims': '{"exp": "1h"}' }, /exp must be a number/],
    ['jwt-claims', { 'jwt-claims': '{"a": 1}' }, /has no effect without jwt-secret/],
    ['jwt-algorithm', { 'jwt-secret': 's', 'jwt-algorithm': 'none' }, /"none" is unknown/],
  ])('%s: %j', async (name, given, reported) => {
    expect(await wrong(given)).toEqual([expect.stringMatching(new RegExp(`^${name}: .*${reported.source}`))]);
  });
});

test('without jwt-secret there is no token', async () => {
  expect(valueIn(await read({}))).toBeUndefined();
});

test('all problems are reported together', async () => {
  expect(await wrong({ 'jwt-secret': 'a', 'jwt-algorithm': 'RS256', 'jwt-claims': '[]' })).toEqual([
    'jwt-claims: is not a JSON map.',
    expect.stringMatching(/^jwt-secret: RS256 takes a private key/),
  ]);
  expect(await wrong({ 'jwt-claims': '{"a": 1}', 'jwt-algorithm': 'x' })).toEqual([
    expect.stringMatching(/^jwt-claims: .*has no effect without jwt-secret/),
    expect.stringMatching(/^jwt-algorithm: /),
  ]);
  expect(await wrong({ 'jwt-claims': '{"a": 1}', 'jwt-algorithm': 'RS256' })).toHaveLength(2);
  expect(await wrong({ 'jwt-secret': pem(rsa.privateKey), 'jwt-algorithm': 'x' })).toEqual([
    expect.stringMatching(/^jwt-algorithm: /),
  ]);
});
