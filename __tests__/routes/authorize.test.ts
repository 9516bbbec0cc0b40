import { createHmac, createSecretKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { jsonBody } from '../../src/http/body.ts';
import { multipartBody } from '../../src/http/multipart.ts';
import { bearerToken, signatureHeader } from '../../src/routes/authorize.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const body = jsonBody({ a: 1 });
const secret = 'a-secret';
const timeoutMs = 1000;

describe('a signature', () => {
  test('covers the body, and is a secret itself', async () => {
    const host = testHost();
    const hex = createHmac('sha256', secret).update('{"a":1}').digest('hex');
    expect(expectOk(await signatureHeader(body, secret, timeoutMs, host))).toEqual({
      'X-Hub-Signature-256': `sha256=${hex}`,
    });
    expect(host.show(`sha256=${hex}`)).toBe('sha256=***');
  });

  test('takes no longer than timeout', async () => {
    const host = testHost();
    const slow = {
      ...body,
      open: async function* () {
        host.clock.pass(1000);
        yield Buffer.from('{"a":1}');
      },
    };
    expect(expectFailure(await signatureHeader(slow, secret, timeoutMs, host))).toMatchObject({
      row: 'unsigned',
      ran: 'no',
      message: 'The body could not be signed within 1.0 s.',
    });
  });

  test('fails if a file cannot be read', async () => {
    const file = { field: 'data', path: '/no/such/file', name: 'file', size: 1, type: 'text/plain' };
    expect(
      expectFailure(await signatureHeader(multipartBody([], [file]), secret, timeoutMs, testHost())),
    ).toMatchObject({
      row: 'unsigned',
      message: 'A file could not be read while its bytes were signed.',
    });
  });

  test('is not made for a step that was cancelled', async () => {
    const host = { ...testHost(), cancelled: AbortSignal.abort() };
    expect(expectFailure(await signatureHeader(body, secret, timeoutMs, host))).toMatchObject({
      row: 'cancelled',
      ran: 'no',
    });
  });
});

test('each attempt gets a new token, which is a secret', async () => {
  const host = testHost();
  const { authorization } = await bearerToken(
    { algorithm: 'HS256', key: createSecretKey(Buffer.from('a-passphrase')), claims: {} },
    host,
  );
  expect(authorization).toMatch(/^Bearer \S+\.\S+\.\S+$/);
  expect(host.show(authorization ?? '')).toBe('Bearer ***');
});
