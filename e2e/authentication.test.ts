import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { api, call, deployAll, endings, failureOf, newPath, succeeded } from './suite.ts';
import * as workflows from './support/workflows.ts';

const password = 'right: "p@ss" wörd';
const token = `token-${newPath()}`;
const secret = `secret-${newPath()}`;

const credential = async (type: string, data: Record<string, unknown>) => ({
  id: await api.createCredential(type, type, data),
  name: type,
});
const [basic, lost, header, jwt] = await Promise.all([
  credential('httpBasicAuth', { user: 'ci', password }),
  credential('httpBasicAuth', { user: 'ci', password }),
  credential('httpHeaderAuth', { name: 'X-Token', value: token }),
  credential('jwtAuth', { keyType: 'passphrase', secret, algorithm: 'HS256' }),
]);

const hooks = await deployAll({
  basic: (path) => workflows.guarded(path, { type: 'basicAuth', credential: basic }),
  basicRefuses: (path) => workflows.guarded(path, { type: 'basicAuth', credential: basic }),
  header: (path) => workflows.guarded(path, { type: 'headerAuth', credential: header }),
  headerRefuses: (path) => workflows.guarded(path, { type: 'headerAuth', credential: header }),
  jwt: (path) => workflows.guarded(path, { type: 'jwtAuth', credential: jwt }),
  jwtRefuses: (path) => workflows.guarded(path, { type: 'jwtAuth', credential: jwt }),
  lost: (path) => workflows.guarded(path, { type: 'basicAuth', credential: lost }),
  ignoresBots: (path) => workflows.immediate(path, { options: { ignoreBots: true } }),
  ignoresUs: (path) => workflows.immediate(path, { options: { ignoreBots: true } }),
  listed: (path) => workflows.immediate(path, { options: { ipWhitelist: '10.0.0.1' } }),
  open: workflows.echo,
});

const bearer = (key: string, claims: object): string => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `Authorization: Bearer ${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
};

describe('a webhook with Basic Auth', () => {
  const withPassword = (url: string, user: string): string => {
    const place = new URL(url);
    place.username = user;
    place.password = password;
    return place.href;
  };

  test('takes basic-auth, credentials inside url, and a header', async () => {
    const encoded = Buffer.from(`ci:${password}`).toString('base64');
    const steps = await Promise.all([
      call(hooks.basic, { 'basic-auth': `ci:${password}` }),
      call({ url: withPassword(hooks.basic.url, 'ci') }),
      call(hooks.basic, { headers: `Authorization: Basic ${encoded}` }),
    ]);
    for (const step of steps) succeeded(step);
    expect(await endings(hooks.basic)).toEqual(['success', 'success', 'success']);
  });

  test('that gets no password, or a wrong one, is explained and not tried again', async () => {
    const [missing, wrong, wrongInUrl] = await Promise.all([
      call(hooks.basicRefuses, { retries: '3' }),
      call(hooks.basicRefuses, { retries: '3', 'basic-auth': 'ci:wrong' }),
      call({ url: withPassword(hooks.basicRefuses.url, 'someone') }, { retries: '3' }),
    ]);
    expect(failureOf(missing)).toMatch(/wants Basic Auth, and nothing was sent to prove who calls\. .*basic-auth/);
    expect(failureOf(wrong)).toMatch(/wants Basic Auth, and refused this user or password\. .*basic-auth/);
    expect(failureOf(wrongInUrl)).toContain('refused this user or password');
    for (const { outputs } of [missing, wrong, wrongInUrl]) {
      expect(outputs).toMatchObject({ status: '401', attempts: '1' });
    }
    expect(await endings(hooks.basicRefuses)).toEqual([]);
  });

  test('whose credential was deleted is told as a workflow to mend', async () => {
    await api.deleteCredential(lost.id);
    const step = await call(hooks.lost, { 'basic-auth': `ci:${password}` });
    expect(failureOf(step)).toMatch(/could not start the workflow: "No authentication data defined on node!"\. .*Mend/);
    expect(await endings(hooks.lost)).toEqual([]);
  });
});

describe('a webhook with Header Auth', () => {
  test('takes the header, as a line or in a map', async () => {
    const steps = await Promise.all([
      call(hooks.header, { headers: `X-Other: a\nx-token: ${token}` }),
      call(hooks.header, { headers: JSON.stringify({ 'X-Token': token }) }),
    ]);
    for (const step of steps) succeeded(step);
    expect(await endings(hooks.header)).toEqual(['success', 'success']);
  });

  test('that gets none, or a wrong one, is explained and not tried again', async () => {
    const [missing, wrong] = await Promise.all([
      call(hooks.headerRefuses, { retries: '3' }),
      call(hooks.headerRefuses, { retries: '3', headers: 'X-Token: a-wrong-one' }),
    ]);
    expect(failureOf(missing)).toMatch(/refused the call; nothing was sent to prove who calls\. .*Header Auth/);
    expect(failureOf(wrong)).toMatch(/refused the call; headers was sent\. .*Header Auth/);
    for (const { outputs } of [missing, wrong]) expect(outputs).toMatchObject({ status: '403', attempts: '1' });
    expect(await endings(hooks.headerRefuses)).toEqual([]);
  });
});

describe('a webhook with JWT Auth', () => {
  const inAnHour = { exp: Math.floor(Date.now() / 1000) + 3600 };

  test('takes a token in a header', async () => {
    succeeded(await call(hooks.jwt, { headers: bearer(secret, inAnHour) }));
    expect(await endings(hooks.jwt)).toEqual(['success']);
  });

  test('that gets none, a wrong or an expired one is explained and not tried again', async () => {
    const [missing, wrong, expired] = await Promise.all([
      call(hooks.jwtRefuses, { retries: '3' }),
      call(hooks.jwtRefuses, { retries: '3', headers: bearer('wrong', inAnHour) }),
      call(hooks.jwtRefuses, { retries: '3', headers: bearer(secret, { exp: 1_000_000_000 }) }),
    ]);
    expect(failureOf(missing)).toContain('The Webhook node wants JWT Auth and said "No token provided".');
    expect(failureOf(wrong)).toContain('The Webhook node wants JWT Auth and said "invalid signature".');
    expect(failureOf(expired)).toContain('The Webhook node wants JWT Auth and said "jwt expired".');
    for (const { outputs } of [missing, wrong, expired]) expect(outputs['attempts']).toBe('1');
    expect(await endings(hooks.jwtRefuses)).toEqual([]);
  });
});

describe('a webhook that is particular about its callers', () => {
  test('lets the action pass with Ignore Bots on, whatever the job is called', async () => {
    succeeded(await call(hooks.ignoresBots, {}, { env: { ACTIONS_ORCHESTRATION_ID: 'a1.dependabot.__default' } }));
    expect(await endings(hooks.ignoresBots)).toEqual(['success']);
  });

  test('and refuses another User-Agent is explained with Ignore Bots as a reason', async () => {
    const step = await call(hooks.ignoresUs, { headers: 'User-Agent: curl/8.5.0' });
    expect(failureOf(step)).toMatch(/refused the call; .*Ignore Bots/);
    expect(await endings(hooks.ignoresUs)).toEqual([]);
  });

  test('and whose IP allow-list lacks this runner is told as such', async () => {
    const step = await call(hooks.listed, { retries: '3' });
    expect(failureOf(step)).toMatch(/IP allow-list does not hold this runner's address\. The workflow did not run/);
    expect(step.outputs).toMatchObject({ status: '403', attempts: '1' });
    expect(await endings(hooks.listed)).toEqual([]);
  });
});

test('secret-key is never sent to a webhook', async () => {
  const step = await call(hooks.open, { 'secret-key': 'an-api-key-of-n8n' });
  expect(succeeded(step).outputs['response-body']).not.toMatch(/an-api-key-of-n8n|x-n8n-api-key/i);
});
