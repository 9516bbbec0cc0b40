import { describe, expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { notPassedOnRows } from '../../../src/verdict/rows/not-passed-on.ts';
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
  { on: madeReply(511, '<title>Log in</title>', html), row: 'not-passed-on', end: 'failure, ran: no', says: /login/ },
  { on: madeReply(421, '{"error":"elsewhere"}', json), row: 'not-accepted', end: 'failure, ran: maybe' },
  {
    on: madeReply(405, '<h1>Method Not Allowed</h1>', { ...html, allow: 'GET, HEAD' }),
    row: 'not-passed-on',
    end: 'failure, ran: no',
    says: /does not accept POST at this address, only GET, HEAD \(405\)/,
  },
  { on: madeReply(405, 'no', { allow: 'get,post' }), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(405, '{"error":"closed"}', json), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(404, 'default backend - 404', html), row: 'no-such-page', end: 'retry, ran: no' },
];

testCases(cases, notPassedOnRows);

describe('a reply to GET that a cache had stored', () => {
  const get = madeCall({ method: 'GET' });

  test.each([
    [{ ...json, ...sandbox, 'x-varnish': '5 32771' }, 'answered (HTTP 200)'],
    [{ ...json, 'cf-cache-status': 'HIT' }, 'answered (HTTP 200)'],
    [{ ...json, ...sandbox, age: '37' }, 'answered with a reply that is 37.0 s old (HTTP 200)'],
  ])('is no success, even if it is the reply of one: %j', async (headers, words) => {
    const verdict = await judge(madeReply(200, '{"ok":true}', headers), get);
    // A cache may answer, and ask n8n in the background.
    expect(verdict).toMatchObject({ row: 'not-passed-on', success: false, ran: 'maybe', overruledByExecution: true });
    expect(verdict.message).toContain(words);
  });

  test('is another thing than a fresh one', async () => {
    expect(await judge(madeReply(200, '{"ok":true}', { ...json, ...sandbox, age: '0' }), get)).toMatchObject({
      row: 'accepted',
      success: true,
    });
  });
});

describe('a pause that is asked for', () => {
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
