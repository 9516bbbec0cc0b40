import { createHmac } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fileBody, textBody } from '../../src/http/body.ts';
import { parseJwt } from '../../src/inputs/jwt.ts';
import {
  basicAuthorization,
  type Credentials,
  claimsOfRun,
  findMissingCredentials,
  signatureOf,
} from '../../src/request/auth.ts';
import { failed, ok } from '../../src/text/result.ts';
import { valueIn } from '../../support/problems.ts';

const NONE: Credentials = { headers: [], basicAuth: undefined, jwt: undefined, signingSecret: undefined };

test('user and password are sent in UTF-8', () => {
  expect(basicAuthorization('Aladdin:open sesame')).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  expect(basicAuthorization('test:123£')).toBe('Basic dGVzdDoxMjPCow==');
});

describe('a signature', () => {
  test("is that of the example in GitHub's documentation", async () => {
    expect(await signatureOf(textBody('Hello, World!', 'text/plain'), "It's a Secret to Everybody")).toEqual(
      ok('sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'),
    );
  });

  test('is that of RFC 4231, test case 2, with a file as well', async () => {
    const path = join(tmpdir(), `signed-${process.pid}`);
    writeFileSync(path, 'what do ya want for nothing?');
    const expected = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(await signatureOf(fileBody(path, 28, 'text/plain'), 'Jefe')).toEqual(ok(expected));
    rmSync(path);
    expect(await signatureOf(fileBody(path, 28, 'text/plain'), 'Jefe')).toEqual(failed('unreadable'));
  });

  test('covers every byte, including those around the text and those that are not text', async () => {
    const path = join(tmpdir(), `signed-bytes-${process.pid}`);
    const bytes = Buffer.from([0x20, 0xff, 0x00, 0xfe, 0x0a]);
    writeFileSync(path, bytes);
    const expected = createHmac('sha256', 'key').update(bytes).digest('hex');
    expect(await signatureOf(fileBody(path, 5, 'text/plain'), 'key')).toEqual(ok(`sha256=${expected}`));
    rmSync(path);
  });

  test('of a request without a body covers no bytes', async () => {
    expect(await signatureOf(undefined, 'key')).toEqual(
      ok('sha256=5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0'),
    );
  });

  test('ends with the signal, however much there is to read', async () => {
    const cancelled = new AbortController();
    let pieces = 0;
    const endless = {
      contentType: 'text/plain',
      size: Number.POSITIVE_INFINITY,
      open: async function* () {
        for (;;) {
          pieces += 1;
          if (pieces === 3) cancelled.abort();
          yield Buffer.alloc(1024);
        }
      },
    };
    expect(await signatureOf(endless, 'key', cancelled.signal)).toEqual(failed('aborted'));
    expect(pieces).toBe(3);
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

describe('a Webhook node misses', () => {
  const wants = (authentication: string, given: Partial<Credentials> = {}, urlCredentials?: string) =>
    findMissingCredentials(authentication, { ...NONE, ...given }, urlCredentials)?.wants;

  test.each([
    ['basicAuth', 'Basic Auth'],
    ['headerAuth', 'Header Auth'],
    ['jwtAuth', 'JWT Auth'],
    ['n8nOAuth2', 'n8n User Auth'],
  ])('what %s wants, if nothing was given', (authentication, name) => {
    expect(wants(authentication)).toBe(name);
  });

  test('nothing if something fits, or if it cannot be known', async () => {
    const jwt = valueIn(await parseJwt((name) => ({ 'jwt-secret': 's', 'jwt-algorithm': 'HS256' })[name] ?? ''));
    const authorization: Partial<Credentials> = { headers: [['authorization', 'x']] };
    for (const found of [
      wants('none'),
      wants('={{ 1 }}'),
      wants('basicAuth', { basicAuth: 'a:b' }),
      wants('basicAuth', {}, 'a:b'),
      wants('basicAuth', authorization),
      wants('headerAuth', { headers: [['X-Any', 'x']] }),
      wants('jwtAuth', { jwt }),
      wants('jwtAuth', authorization),
      wants('n8nOAuth2', authorization),
    ]) {
      expect(found).toBeUndefined();
    }
  });

  test('what other credentials cannot replace', () => {
    expect(wants('jwtAuth', { basicAuth: 'a:b', headers: [['X-Any', 'x']] })).toBe('JWT Auth');
    expect(wants('basicAuth', { headers: [['X-Any', 'x']] })).toBe('Basic Auth');
  });
});
