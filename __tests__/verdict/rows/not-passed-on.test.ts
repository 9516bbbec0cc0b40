import { describe, expect, test } from '@jest/globals';
import { say } from '../../../src/text/safe.ts';
import { judge } from '../../../src/verdict/judge.ts';
import { A_LITTLE, AT_ONCE } from '../../../src/verdict/row.ts';
import { notPassedOnBy, notPassedOnRows } from '../../../src/verdict/rows/not-passed-on.ts';
import { madeCall } from '../../../support/call.ts';
import { type Case, html, json, madeReply, sandbox, testCases } from '../../../support/verdict-cases.ts';

/** What Envoy, and so Istio and others, say after they have lost the server. */
function envoy(reason: string): string {
  return `upstream connect error or disconnect/reset before headers. reset reason: ${reason}`;
}

const cases: readonly Case[] = [
  { on: madeReply(429, 'slow down'), row: 'overloaded', end: 'retry, ran: no', says: /HTTP 429, "slow down"/ },
  { on: madeReply(503, 'no healthy upstream'), row: 'not-passed-on', end: 'retry, ran: no' },
  { on: madeReply(503, envoy('connection failure')), row: 'not-passed-on', end: 'retry, ran: no' },
  { on: madeReply(503, envoy('overflow')), row: 'not-passed-on', end: 'retry, ran: no' },
  { on: madeReply(503, envoy('connection termination')), row: 'gateway-failure', end: 'retry, ran: maybe' },
  { on: madeReply(503, envoy('remote reset')), row: 'gateway-failure', end: 'retry, ran: maybe' },
  { on: madeReply(503, 'busy', { 'retry-after': '5' }), row: 'overloaded', end: 'retry, ran: no' },
  {
    on: madeReply(503, '{"error":"later"}', { ...json, 'retry-after': '5' }),
    row: 'overloaded',
    end: 'retry, ran: no',
  },
  {
    on: madeReply(404, '404 page not found\n', { 'content-type': 'text/plain' }),
    row: 'no-such-page',
    end: 'retry, ran: no',
  },
  {
    on: madeReply(404, '<h1>Not here</h1>', html),
    row: 'no-such-page',
    end: 'retry, ran: no',
    says: /in front of n8n/,
  },
  // What Node itself, and so n8n, says to headers of more than 16 KiB.
  {
    on: madeReply(431, '', { connection: 'close' }),
    row: 'not-passed-on',
    end: 'failure, ran: no',
    says: /fewer or shorter/,
  },
  { on: madeReply(407), row: 'not-passed-on', end: 'failure, ran: no' },
  { on: madeReply(421, 'Misdirected Request'), row: 'not-passed-on', end: 'failure, ran: no', says: /host name/ },
  { on: madeReply(425, 'Too Early'), row: 'not-passed-on', end: 'failure, ran: no' },
  { on: madeReply(511, 'Log in'), row: 'not-passed-on', end: 'failure, ran: no', says: /login/ },
  { on: madeReply(421, '{"error":"elsewhere"}', json), row: 'not-accepted', end: 'failure, ran: maybe' },
  {
    on: madeReply(405, 'Method Not Allowed', { allow: 'GET, HEAD' }),
    row: 'not-passed-on',
    end: 'failure, ran: no',
    says: /does not accept POST at this address, only GET, HEAD \(405\)/,
  },
  { on: madeReply(405, 'no', { allow: 'get,post' }), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(405, '{"error":"closed"}', json), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(404, 'default backend - 404', html), row: 'no-such-page', end: 'retry, ran: no' },
];

/** Where proxies send a caller to log in. */
const logins: readonly string[] = [
  '/oauth2/start?rd=%2Fwebhook%2Fx',
  '/.auth/login/aad?post_login_redirect_url=%2fwebhook%2fx',
  '/signin?redirect=%252Fwebhook%252Fx',
  'https://n8n.example.com/outpost.goauthentik.io/start?rd=https%3A%2F%2Fn8n.example.com%2Fwebhook%2Fx',
  'https://auth.example.com/?rd=https%3A%2F%2Fn8n.example.com%2Fwebhook%2Fx&rm=POST',
  'https://gateway.example.net/auD?origurl=https%3A%2F%2Fn8n.example.com%2Fwebhook%2Fx',
  'https://sso.example.com/realms/main/protocol/openid-connect/auth?client_id=n8n&response_type=code&state=x',
  'https://accounts.google.com/o/oauth2/v2/auth?client_id=1&redirect_uri=https%3A%2F%2Fiap.googleapis.com',
  'https://idp.example.com/sso?SAMLRequest=fZJ&RelayState=x',
  'https://adfs.example.com/adfs/ls/?wtrealm=urn%3An8n&wa=wsignin1.0',
];

test('a login that is asked for is no answer of the workflow’s, whatever accept-status has', async () => {
  const reply = madeReply(401, '{"error":"unauthorized"}', { ...json, 'www-authenticate': 'Bearer realm="x"' });
  const given = { acceptStatus: [[200, 499]] } as const;
  expect(await judge(reply, madeCall(given))).toMatchObject({ row: 'unauthorized', ran: 'no', success: false });
});

testCases(
  [
    ...cases,
    {
      on: madeReply(401, 'no', { 'www-authenticate': 'Digest realm="x"' }),
      row: 'unauthorized',
      end: 'failure, ran: no',
      says: /Send the login/,
    },
    ...logins.map(
      (location, index): Case => ({
        on: madeReply(index % 2 === 0 ? 302 : 401, '', { location }),
        row: 'login-page',
        end: 'failure, ran: no',
        call: { url: new URL('https://n8n.example.com/webhook/x') },
        says: /requires a login: it redirects .* to (?:https|another path)/,
      }),
    ),
  ],
  notPassedOnRows,
);

test.each(['/done?order=7', 'https://example.com/authorize?client_id=1', '/?next=/', '/login?error=/webhook/y'])(
  'a redirect to %s is not a login',
  async (location) => {
    const url = new URL('https://n8n.example.com/webhook/x');
    expect((await judge(madeReply(302, '', { location }), madeCall({ url }))).row).toBe('redirect');
  },
);

test.each(['client_id=1&redirect_uri=2', 'next=/webhook/x'])(
  'a redirect is not a login because of the call’s own query: %s',
  async (query) => {
    const url = new URL(`http://n8n.example.com/webhook/x?${query}`);
    const reply = madeReply(301, '', { location: `https://n8n.example.com/webhook/x?${query}` });
    expect(await judge(reply, madeCall({ url }))).toMatchObject({ row: 'redirect', ran: 'no' });
  },
);

test("a redirect is not a login just because its query contains the webhook's path", async () => {
  const url = new URL('https://n8n.example.com/');
  expect((await judge(madeReply(302, '', { location: '/a?b=/c' }), madeCall({ url }))).row).toBe('redirect');
});

describe('a reply to GET that a cache had stored', () => {
  const get = madeCall({ method: 'GET' });

  test.each([
    [{ ...json, ...sandbox, 'x-varnish': '5 32771' }, 'replied (HTTP 200)'],
    [{ ...json, 'cf-cache-status': 'HIT' }, 'replied (HTTP 200)'],
    [{ ...json, ...sandbox, age: '37' }, 'replied (HTTP 200, 37.0 s old)'],
  ])('is no success, even if it is the reply of one: %j', async (headers, words) => {
    const verdict = await judge(madeReply(200, '{"ok":true}', headers), get);
    // A cache may reply, and ask n8n in the background.
    expect(verdict).toMatchObject({ row: 'not-passed-on', success: false, ran: 'maybe', overruledByExecution: true });
    expect(verdict.message).toContain(words);
  });

  test('is not the same as a fresh one', async () => {
    expect(await judge(madeReply(200, '{"ok":true}', { ...json, ...sandbox, age: '0' }), get)).toMatchObject({
      row: 'accepted',
      success: true,
    });
  });
});

describe('a requested pause', () => {
  test.each([
    { via: '1.1 varnish' },
    { via: '1.1 varnish (Varnish/7.1), 1.1 Caddy' },
    { server: 'Varnish' },
    { 'x-varnish': '32770' },
    { 'x-served-by': 'cache-fra-eddf8230066-FRA' },
    { via: '1.1 fastly' },
  ])('by a cache that asks for one whenever a fetch fails proves nothing: %j', async (headers) => {
    expect(
      await judge(madeReply(503, 'Backend fetch failed', { ...headers, 'retry-after': '5' }), madeCall()),
    ).toMatchObject({
      row: 'gateway-failure',
      ran: 'maybe',
    });
  });

  test('with another status than 503 and 429 proves nothing', async () => {
    expect((await judge(madeReply(502, 'bad', { 'retry-after': '5' }), madeCall())).ran).toBe('maybe');
  });
});

test.each([
  [404, '{"message":"Not here"}', {}],
  [404, '"Not here"', {}],
  [404, 'Not JSON, though it says so', json],
  [404, '', {}],
  [404, '  \n', html],
])('%s that may be the workflow’s is not taken for a proxy’s: %j', async (status, body, headers) => {
  expect(await judge(madeReply(status, body, headers), madeCall())).toMatchObject({
    row: 'not-accepted',
    ran: 'maybe',
  });
});

test.each([
  [503, AT_ONCE],
  [500, AT_ONCE],
  [429, AT_ONCE],
  [404, A_LITTLE],
  [403, undefined],
  [401, undefined],
])('a proxy that did not pass a call on with HTTP %d is tried again, unless it refused the call', (status, retry) => {
  expect(notPassedOnBy({ proxy: say`Kong`, status: [status] }, status).retry).toEqual(retry);
});

test('a proxy that has a hint of its own is not tried again', () => {
  const row = notPassedOnBy({ proxy: say`Kong`, status: [503], hint: say`Renew the certificate.` }, 503);
  expect(row).toMatchObject({ ran: 'no', hint: 'Renew the certificate.' });
  expect(row.retry).toBeUndefined();
});
