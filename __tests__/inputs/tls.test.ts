import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { parseTls } from '../../src/inputs/tls.ts';
import { certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const suite = HAS_OPENSSL ? describe : describe.skip;

const read = (given: Record<string, string>) => parseTls((name) => given[name]?.trim() ?? '');
const wrong = (given: Record<string, string>) => linesOf(read(given));

test('no certificates give undefined', () => {
  expect(valueIn(read({}))).toBeUndefined();
});

suite('certificates', () => {
  const [one, other] = [certificate('one'), certificate('other')];
  const subjectsOf = (pems = '') =>
    (pems.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? []).map((pem) => new X509Certificate(pem).subject);

  test('of an authority can be several, with text between them', () => {
    const tls = valueIn(read({ 'ca-cert': `# ours\n${one.cert}\nsubject=other\n${other.cert}` }));
    expect(tls).toMatchObject({ cert: undefined, key: undefined });
    expect(subjectsOf(tls?.ca)).toEqual(['CN=one', 'CN=other']);
  });

  test.each<[string, (text: string) => string]>([
    ['as they are', (text) => text],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with \\n in place of line breaks', (text) => text.replaceAll('\n', '\\n')],
    ['with \\r\\n in place of line breaks', (text) => text.replaceAll('\n', '\\r\\n')],
    ['with spaces in place of line breaks', (text) => text.replaceAll('\n', ' ')],
    ['with spaces around each line', (text) => text.replaceAll('\n', '  \n  ')],
  ])('are read %s, with their key', (_, change) => {
    const tls = valueIn(
      read({
        'client-cert': change(one.cert + other.cert),
        'client-key': change(one.key),
        'ca-cert': change(one.cert),
      }),
    );
    const { ca = '', cert = '', key = '' } = tls ?? {};
    expect(subjectsOf(cert)).toEqual(['CN=one', 'CN=other']);
    expect(createPrivateKey(key).equals(createPrivateKey(one.key))).toBe(true);
    createSecureContext({ ca, cert, key });
  });

  test('of the client do not require one of an authority', () => {
    expect(valueIn(read({ 'client-cert': one.cert, 'client-key': one.key }))).toMatchObject({
      ca: undefined,
      cert: expect.stringContaining('CERTIFICATE'),
    });
  });

  test('come with the key that belongs to the first of them', () => {
    const message = 'client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.';
    expect(wrong({ 'client-cert': one.cert, 'client-key': other.key })).toEqual([message]);
    expect(wrong({ 'client-cert': other.cert + one.cert, 'client-key': one.key })).toEqual([message]);
  });

  test('need a key, and a key needs one', () => {
    expect(wrong({ 'client-cert': one.cert })).toEqual([
      expect.stringMatching(/^client-key: is required with client-cert/),
    ]);
    expect(wrong({ 'client-key': one.key })).toEqual([
      expect.stringMatching(/^client-cert: is required with client-key/),
    ]);
  });

  test('need a key without a passphrase', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const locked = (type: 'pkcs1' | 'pkcs8') =>
      privateKey.export({ type, format: 'pem', cipher: 'aes-128-cbc', passphrase: 'a' }).toString();
    for (const key of [locked('pkcs1'), locked('pkcs8')]) {
      expect(wrong({ 'client-cert': one.cert, 'client-key': key })).toEqual([
        'client-key: is encrypted. Remove its passphrase first: openssl pkey -in FILE.',
      ]);
    }
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a path', { 'ca-cert': '/etc/ssl/ca.pem' }, /^ca-cert: is not a PEM certificate/],
    ['a cut certificate', { 'ca-cert': one.cert.slice(0, -40) }, /^ca-cert: is not a PEM certificate/],
    ['a changed certificate', { 'ca-cert': one.cert.replace(/\n.{9}/, '\n') }, /^ca-cert: is not a PEM certificate/],
    [
      'one bad one among others',
      { 'ca-cert': one.cert + other.cert.replace(/\n.{9}/, '\n') },
      /^ca-cert: is not a PEM/,
    ],
    ['a request', { 'ca-cert': one.cert.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST') }, /^ca-cert: is not a PEM/],
    ['a key together with it', { 'ca-cert': one.cert + one.key }, /^ca-cert: contains a private key/],
    ['a key in its place', { 'client-cert': one.key, 'client-key': one.key }, /^client-cert: contains a private key/],
    ['no key', { 'client-cert': one.cert, 'client-key': one.cert }, /^client-key: is not a PEM private key/],
    [
      'a cut key',
      { 'client-cert': one.cert, 'client-key': one.key.replace(/\n.{9}/, '\n') },
      /^client-key: is not a PEM/,
    ],
  ])('are refused if they are something else: %s', (_, given, message) => {
    const lines = wrong(given);
    expect(lines).toEqual([expect.stringMatching(message)]);
    expect(lines.join()).not.toMatch(/[A-Za-z0-9+/]{30}/);
  });

  test('are reported together', () => {
    expect(
      wrong({ 'ca-cert': 'x', 'client-cert': 'y', 'client-key': 'z' }).map((line) => line.replace(/:.*/, '')),
    ).toEqual(['ca-cert', 'client-cert', 'client-key']);
  });
});
