import { describe, expect, test } from '@jest/globals';
import { parseJwt } from '../../src/inputs/jwt.ts';
import type { Credentials } from '../../src/request/auth.ts';
import { findMissingCredentials } from '../../src/request/missing-credentials.ts';
import { valueIn } from '../../support/problems.ts';

const NONE: Credentials = { headers: [], basicAuth: undefined, jwt: undefined, signingSecret: undefined };

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
