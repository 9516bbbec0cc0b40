import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { chain, respond, set, webhook } from '../support/n8n/nodes.ts';
import { Owner } from '../support/n8n/owner.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at, textAt } from '../support/shapes.ts';
import {
  api,
  call,
  deploy,
  deployAll,
  endings,
  failureOf,
  isSince,
  newPath,
  replyOf,
  run,
  succeeded,
  url,
} from './suite.ts';

const password = 'right: "p@ss" wörd';
const token = `token-${newPath()}`;
const secret = `secret-${newPath()}`;

const owner = await Owner.signIn(url);
/** The public API of n8n 1.x wants members of a JWT's credential that exclude each other. */
const credential = async (type: string, data: Record<string, unknown>) => ({
  id: isSince('2.0.0')
    ? await api.createCredential(type, type, data)
    : textAt(await owner.rest('POST', '/credentials', { name: type, type, data }), 'id'),
  name: type,
});
const [basic, lost, header, jwt] = await Promise.all([
  credential('httpBasicAuth', { user: 'ci', password }),
  credential('httpBasicAuth', { user: 'ci', password }),
  credential('httpHeaderAuth', { name: 'X-Token', value: token }),
  credential('jwtAuth', {
    keyType: 'passphrase',
    secret,
    algorithm: 'HS256',
  }),
]);

const hooks = await deployAll({
  basic: (path) => workflows.guarded(path, { type: 'basicAuth', credential: basic }),
  basicRefuses: (path) => workflows.guarded(path, { type: 'basicAuth', credential: basic }),
  header: (path) => workflows.guarded(path, { type: 'headerAuth', credential: header }),
  headerRefuses: (path) => workflows.guarded(path, { type: 'headerAuth', credential: header }),
  jwt: (path) => workflows.guarded(path, { type: 'jwtAuth', credential: jwt }),
  jwtRefuses: (path) => workflows.guarded(path, { type: 'jwtAuth', credential: jwt }),
  lost: (path) => workflows.guarded(path, { type: 'basicAuth', credential: lost }),
  minted: (path) => workflows.guarded(path, { type: 'jwtAuth', credential: jwt }),
  claims: (path) => workflows.guarded(path, { type: 'jwtAuth', credential: jwt }),
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
  const withPassword = (hook: string, user: string): string => {
    const place = new URL(hook);
    place.username = user;
    place.password = password;
    return place.href;
  };

  test('accepts basic-auth, credentials in url, and a header', async () => {
    const encoded = Buffer.from(`ci:${password}`).toString('base64');
    const steps = await Promise.all([
      call(hooks.basic, { 'basic-auth': `ci:${password}` }),
      call({ url: withPassword(hooks.basic.url, 'ci') }),
      call(hooks.basic, { headers: `Authorization: Basic ${encoded}` }),
    ]);
    for (const step of steps) succeeded(step);
    expect(await endings(hooks.basic)).toEqual(['success', 'success', 'success']);
  });

  test('explains a missing or wrong password, and the call is not retried', async () => {
    const [missing, wrong, wrongInUrl] = await Promise.all([
      call(hooks.basicRefuses, { retries: '3' }),
      call(hooks.basicRefuses, { retries: '3', 'basic-auth': 'ci:wrong' }),
      call({ url: withPassword(hooks.basicRefuses.url, 'someone') }, { retries: '3' }),
    ]);
    expect(failureOf(missing)).toMatch(/requires Basic Auth, and no credentials were sent\. .*basic-auth/);
    // n8n 2.16 and before replies as it does to a wrong header.
    const isTold = isSince('2.17.0');
    for (const step of [wrong, wrongInUrl]) {
      expect(failureOf(step)).toMatch(
        isTold
          ? /requires Basic Auth, and refused this user or password\. .*basic-auth/
          : /basic-auth was sent\..* did not run\. If it uses Basic Auth, user or password is/,
      );
    }
    const statuses = [missing, wrong, wrongInUrl].map(({ outputs }) => outputs['status']);
    expect(statuses).toEqual(isTold ? ['401', '401', '401'] : ['401', '403', '403']);
    for (const { outputs } of [missing, wrong, wrongInUrl]) expect(outputs['attempts']).toBe('1');
    expect(await endings(hooks.basicRefuses)).toEqual([]);
  });

  test('whose credential was deleted is reported as a workflow to fix', async () => {
    await api.deleteCredential(lost.id);
    const step = await call(hooks.lost, { 'basic-auth': `ci:${password}` });
    expect(failureOf(step)).toMatch(/could not start the workflow: "No authentication data defined on node!"\. .*Fix/);
    expect(await endings(hooks.lost)).toEqual([]);
  });
});

describe('a webhook with Header Auth', () => {
  test('accepts the header, as a line or in a map', async () => {
    const steps = await Promise.all([
      call(hooks.header, { headers: `X-Other: a\nx-token: ${token}` }),
      call(hooks.header, { headers: JSON.stringify({ 'X-Token': token }) }),
    ]);
    for (const step of steps) succeeded(step);
    expect(await endings(hooks.header)).toEqual(['success', 'success']);
  });

  test('explains a missing or wrong one, and the call is not retried', async () => {
    const [missing, wrong] = await Promise.all([
      call(hooks.headerRefuses, { retries: '3' }),
      call(hooks.headerRefuses, { retries: '3', headers: 'X-Token: a-wrong-one' }),
    ]);
    expect(failureOf(missing)).toMatch(/refused the call; no credentials were sent\. .*Header Auth/);
    expect(failureOf(wrong)).toMatch(/refused the call; headers was sent\. .*Header Auth/);
    for (const { outputs } of [missing, wrong]) expect(outputs).toMatchObject({ status: '403', attempts: '1' });
    expect(await endings(hooks.headerRefuses)).toEqual([]);
  });
});

describe('a webhook with JWT Auth', () => {
  const inAnHour = { exp: Math.floor(Date.now() / 1000) + 3600 };

  test('accepts a token in a header', async () => {
    succeeded(await call(hooks.jwt, { headers: bearer(secret, inAnHour) }));
    expect(await endings(hooks.jwt)).toEqual(['success']);
  });

  test('explains a missing, wrong or expired one, and the call is not retried', async () => {
    const [missing, wrong, expired] = await Promise.all([
      call(hooks.jwtRefuses, { retries: '3' }),
      call(hooks.jwtRefuses, { retries: '3', headers: bearer('wrong', inAnHour) }),
      call(hooks.jwtRefuses, { retries: '3', headers: bearer(secret, { exp: 1_000_000_000 }) }),
    ]);
    expect(failureOf(missing)).toMatch(
      /requires JWT Auth and replied "No token provided"; no credentials were sent.* jwt-secret/,
    );
    expect(failureOf(wrong)).toContain('requires JWT Auth and replied "invalid signature"; headers was sent.');
    expect(failureOf(expired)).toContain('requires JWT Auth and replied "jwt expired"; headers was sent.');
    for (const { outputs } of [missing, wrong, expired]) expect(outputs['attempts']).toBe('1');
  });

  test('explains a wrong jwt-secret or jwt-algorithm, and the call is not retried', async () => {
    const [secretDiffers, algorithmDiffers, expired, needless] = await Promise.all([
      call(hooks.jwtRefuses, { retries: '3', 'jwt-secret': 'another' }),
      call(hooks.jwtRefuses, { retries: '3', 'jwt-secret': secret, 'jwt-algorithm': 'HS512' }),
      call(hooks.jwtRefuses, { retries: '3', 'jwt-secret': secret, 'jwt-claims': '{"exp": 1000000000}' }),
      call(hooks.jwtRefuses, { retries: '3', 'basic-auth': 'ci:password' }),
    ]);
    expect(failureOf(secretDiffers)).toMatch(/"invalid signature"; jwt-secret was sent\. .*Compare jwt-secret/);
    expect(failureOf(algorithmDiffers)).toMatch(/"invalid algorithm"; jwt-secret was sent\. .*jwt-algorithm/);
    expect(failureOf(expired)).toMatch(/"jwt expired"; jwt-secret was sent\. .*clocks/);
    expect(failureOf(needless)).toMatch(
      /requires JWT Auth and replied "jwt malformed"; basic-auth was sent\. .*jwt-secret/,
    );
    for (const { outputs } of [secretDiffers, algorithmDiffers, expired]) expect(outputs['attempts']).toBe('1');
    expect(await endings(hooks.jwtRefuses)).toEqual([]);
  });
});

describe('jwt-secret', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
  const families = [
    ...['HS256', 'HS384', 'HS512'].map((algorithm) => ({ algorithm, keys: undefined })),
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((algorithm) => ({ algorithm, keys: rsa })),
    { algorithm: 'ES256', keys: ec('P-256') },
    { algorithm: 'ES384', keys: ec('P-384') },
    { algorithm: 'ES512', keys: ec('P-521') },
  ];

  test.each(families)('is accepted by a webhook whose credential has $algorithm', async ({ algorithm, keys }) => {
    const pem = keys?.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const publicKey = keys?.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const data = publicKey ? { keyType: 'pemKey', publicKey, privateKey: pem } : { keyType: 'passphrase', secret };
    const own = await credential('jwtAuth', { ...data, algorithm });
    const hook = await deploy((path) => workflows.guarded(path, { type: 'jwtAuth', credential: own }));
    const step = await call(hook, { 'jwt-secret': pem ?? secret, 'jwt-algorithm': algorithm });
    expect(at(replyOf(succeeded(step)), 'jwtPayload', 'repository')).toBe('octo/demo');
    expect(await endings(hook)).toEqual(['success']);
  });

  test('gives the workflow claims about the run, valid for five minutes, and those that jwt-claims adds or overrides', async () => {
    const claims = '{"aud": "n8n", "roles": ["deploy"], "repository": "another/name"}';
    const step = await call(hooks.claims, { 'jwt-secret': secret, 'jwt-claims': claims });
    const payload = at(replyOf(succeeded(step)), 'jwtPayload');
    expect(payload).toMatchObject({
      aud: 'n8n',
      roles: ['deploy'],
      repository: 'another/name',
      sub: 'repo:octo/demo:ref:refs/heads/main',
      run_id: '7000000001',
    });
    expect(Number(at(payload, 'exp')) - Number(at(payload, 'iat'))).toBe(300);
  });

  test('and its token are never shown, even if a workflow sends back its headers', async () => {
    const step = await call(hooks.minted, { 'jwt-secret': secret }, { env: { RUNNER_DEBUG: '1' } });
    const minted = String(at(replyOf(succeeded(step)), 'headers', 'authorization')).replace('Bearer ', '');
    expect(minted).toMatch(/^eyJ/);
    expect(step.masks).toEqual(expect.arrayContaining([minted, secret]));
    expect(step.visibleLog).not.toContain(minted);
    expect(step.log.indexOf(`::add-mask::${minted}`)).toBeLessThan(step.log.indexOf('Attempt 1'));
  });
});

describe('a workflow called by its id', () => {
  test.each([
    { wants: 'Basic Auth', hook: 'basicRefuses', input: 'basic-auth', right: `ci:${password}` },
    { wants: 'Header Auth', hook: 'headerRefuses', input: 'headers', right: `X-Token: ${token}` },
    { wants: 'JWT Auth', hook: 'jwtRefuses', input: 'jwt-secret', right: secret },
  ] as const)('reports that it requires $wants before anything is sent, and accepts $input', async (row) => {
    const { wants, input, right } = row;
    const missing = await run(hooks[row.hook]);
    expect(failureOf(missing)).toContain(
      `The Webhook node "Webhook" requires ${wants}, and no credentials were given for it.`,
    );
    expect(failureOf(missing)).toContain(input);
    // The start endpoint was asked for, which this n8n lacks; the webhook was not called.
    expect(missing.outputs).toMatchObject({ status: '', route: 'webhook', attempts: '0' });
    expect(succeeded(await run(hooks[row.hook], { [input]: right })).outputs['status']).toBe('200');
  });
});

describe('a webhook that restricts its callers', () => {
  test('accepts the action with Ignore Bots on, whatever the name of the job', async () => {
    succeeded(await call(hooks.ignoresBots, {}, { env: { ACTIONS_ORCHESTRATION_ID: 'a1.dependabot.__default' } }));
    expect(await endings(hooks.ignoresBots)).toEqual(['success']);
  });

  test('refuses another User-Agent, which is explained by Ignore Bots', async () => {
    const step = await call(hooks.ignoresUs, { headers: 'User-Agent: curl/8.5.0' });
    expect(failureOf(step)).toMatch(/refused the call; .*Ignore Bots/);
    expect(await endings(hooks.ignoresUs)).toEqual([]);
  });

  test('reports that its IP allow-list lacks this runner', async () => {
    const step = await call(hooks.listed, { retries: '3' });
    expect(failureOf(step)).toMatch(/IP allow-list does not contain this runner's address\. The workflow did not run/);
    expect(step.outputs).toMatchObject({ status: '403', attempts: '1' });
    expect(await endings(hooks.listed)).toEqual([]);
  });
});

describe('a token in the query', () => {
  /** Refuses, in its nodes, whoever has not the token in the query. */
  const wantsToken = (path: string) => {
    const workflow = chain(
      `Wants a token ${path}`,
      webhook(path, { responseMode: 'responseNode' }),
      set('Check', `{{ { "right": $json.query.token === ${JSON.stringify(token)} } }}`),
      respond('Answer', { with: 'json', body: '={{ $json }}', code: '={{ $json.right ? 200 : 403 }}' }),
    );
    return workflow;
  };

  test('is sent as it is in url, and is in no log', async () => {
    const hook = await deploy(wantsToken);
    const [right, wrong, missing] = await Promise.all(
      [`?token=${token}`, '?token=another', ''].map((query) =>
        call({ url: hook.url + query }, { retries: '3' }, { env: { RUNNER_DEBUG: '1' } }),
      ),
    );
    if (!right || !wrong || !missing) throw new Error('There are three steps');
    expect(replyOf(succeeded(right))).toEqual({ right: true });
    expect(right.visibleLog + right.summary).not.toContain(token);
    for (const step of [wrong, missing]) {
      expect(failureOf(step)).toMatch(/The workflow ran, and replied with HTTP 403/);
      expect(step.outputs).toMatchObject({ status: '403', attempts: '1' });
    }
    expect(wrong.visibleLog).not.toContain('another');
  });
});

test('credentials that nobody asks for change nothing: n8n ignores them', async () => {
  const step = await call(hooks.open, {
    'basic-auth': 'ci:needless',
    headers: 'X-Token: needless too',
    'signing-secret': 'needless as well',
  });
  expect(at(replyOf(succeeded(step)), 'headers')).toMatchObject({ 'x-token': 'needless too' });
});

test('secret-key is never sent to a webhook', async () => {
  const step = await call(hooks.open, { 'secret-key': 'an-api-key-of-n8n' });
  expect(succeeded(step).outputs['response-body']).not.toMatch(/an-api-key-of-n8n|x-n8n-api-key/i);
});
