import { createHmac, createSecretKey, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { claimsOfRun, mintJwt } from '../../src/request/jwt.ts';
import { curves, pem, rsa, signer } from '../../support/jwt.ts';

const NOW = Date.UTC(2026, 0, 1);
const ISSUED = NOW / 1000;

const decode = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

describe('a token', () => {
  test.each(['HS256', 'HS384', 'HS512'])('of %s is the HMAC of its head and claims', async (algorithm) => {
    const token = await mintJwt(await signer('short', algorithm), { repository: 'octo/demo' }, NOW, 'id-1');
    const [head, claims, signature] = token.split('.');
    expect(decode(head)).toEqual({ alg: algorithm, typ: 'JWT' });
    expect(decode(claims)).toEqual({ repository: 'octo/demo', iat: ISSUED, exp: ISSUED + 300, jti: 'id-1' });
    const hash = algorithm.replace('HS', 'sha');
    expect(signature).toBe(createHmac(hash, 'short').update(`${head}.${claims}`).digest('base64url'));
  });

  test.each([
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((algorithm) => ({ algorithm, pair: rsa })),
    ...Object.entries(curves).map(([algorithm, pair]) => ({ algorithm, pair })),
  ])('of $algorithm is verified with the public key', async ({ algorithm, pair }) => {
    const token = await mintJwt(await signer(pem(pair.privateKey), algorithm), {}, NOW, 'id-1');
    const [head, claims, signature = ''] = token.split('.');
    const padding = algorithm.startsWith('PS') ? { padding: 6, saltLength: Number(algorithm.slice(2)) / 8 } : {};
    const key = { key: pair.publicKey, dsaEncoding: 'ieee-p1363', ...padding } as const;
    const signed = Buffer.from(`${head}.${claims}`);
    expect(verify(algorithm.replace(/\D+/, 'sha'), signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  test('can be signed with a key that is not text', async () => {
    const key = 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
    const given = { ...(await signer('any')), key: createSecretKey(key, 'base64url') };
    const [head, claims, signature] = (await mintJwt(given, {}, NOW, 'a')).split('.');
    expect(signature).toBe(
      createHmac('sha256', Buffer.from(key, 'base64url')).update(`${head}.${claims}`).digest('base64url'),
    );
  });

  test('has the claims of jwt-claims, which override all others', async () => {
    const own = '{"exp": 2000000000, "aud": ["n8n"], "repository": "another/name", "jti": "mine"}';
    const token = await mintJwt(await signer('secret', 'HS256', own), { repository: 'octo/demo', ref: 'r' }, NOW, 'id');
    expect(decode(token.split('.')[1])).toEqual({
      repository: 'another/name',
      ref: 'r',
      iat: ISSUED,
      exp: 2_000_000_000,
      jti: 'mine',
      aud: ['n8n'],
    });
  });
});

test('the claims of a run are texts, and none is empty', () => {
  expect(
    claimsOfRun({ GITHUB_REPOSITORY: 'octo/demo', GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '7', GITHUB_SHA: '' }),
  ).toEqual({
    sub: 'repo:octo/demo:ref:refs/heads/main',
    repository: 'octo/demo',
    ref: 'refs/heads/main',
    run_id: '7',
  });
});
