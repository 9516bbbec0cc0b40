import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parsePrivateKey, pemBlocks } from '../../src/inputs/pem.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const PUBLIC = publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('the blocks of a PEM text', () => {
  test('get their line breaks back, whatever replaced them', () => {
    for (const lineBreak of ['\n', '\r\n', '\\n', '\\r\\n', ' ', ' \n ']) {
      expect(pemBlocks(KEY.replaceAll('\n', lineBreak))).toEqual([{ label: 'PRIVATE KEY', text: KEY }]);
    }
  });

  test('are found between other text, each with its label', () => {
    const blocks = pemBlocks(`# ours\n${KEY}Bag Attributes\n${PUBLIC}`);
    expect(blocks).toEqual([
      { label: 'PRIVATE KEY', text: KEY },
      { label: 'PUBLIC KEY', text: PUBLIC },
    ]);
  });

  test('end with the label they begin with', () => {
    expect(pemBlocks(KEY.replace('END PRIVATE', 'END PUBLIC'))).toEqual([]);
  });
});

describe('a private key', () => {
  test('is the first private key of the text', () => {
    const key = valueIn(parsePrivateKey('client-key', PUBLIC + KEY));
    expect(createPublicKey(key).equals(publicKey)).toBe(true);
  });

  test.each([
    ['a public key', PUBLIC],
    ['a key that is cut', KEY.replace(/\n.{9}/, '\n')],
    ['no PEM', 'secret'],
  ])('is not %s', (_, text) => {
    expect(linesOf(parsePrivateKey('client-key', text))).toEqual([
      'client-key: is not a PEM private key. Give it whole, with its BEGIN and END lines.',
    ]);
  });

  test.each(['pkcs8', 'sec1'] as const)('must not have a passphrase (%s)', (type) => {
    const pem = privateKey.export({ type, format: 'pem', cipher: 'aes-128-cbc', passphrase: 'a' }).toString();
    expect(linesOf(parsePrivateKey('jwt-secret', pem))).toEqual([
      'jwt-secret: is encrypted. Remove its passphrase first: openssl pkey -in FILE.',
    ]);
  });
});
