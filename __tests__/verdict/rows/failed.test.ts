import { expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { failedRows, failedWebhookRows } from '../../../src/verdict/rows/failed.ts';
import { claimOf, explain } from '../../../src/verdict/verdict.ts';
import { madeCall } from '../../../support/call.ts';
import { type Case, html, json, madeReply, rowOf, sandbox, testCases } from '../../../support/verdict-cases.ts';

const unsigned = madeReply(401, '{"message":"The signature in X-Hub-Signature-256 is missing or wrong."}');

const cases: readonly Case[] = [
  { on: unsigned, row: 'signature', end: 'failure, ran: maybe', says: /no credentials were sent.* Set signing-secret/ },
  {
    on: madeReply(403, 'invalid signature'),
    row: 'signature',
    end: 'failure, ran: maybe',
    call: { credentials: ['headers', 'signing-secret'] },
    says: /headers and signing-secret were sent/,
  },
  {
    on: unsigned,
    row: 'signature',
    end: 'failure, ran: maybe',
    call: { contentType: 'multipart/form-data; boundary=x', credentials: ['signing-secret'] },
    says: /not keep the raw body of multipart/,
  },
  { on: 'last node, fails', row: 'workflow-failed', end: 'failure, ran: yes, failed' },
  { on: 'respond node, fails before', row: 'workflow-failed', end: 'failure, ran: yes, failed' },
  {
    on: madeReply(500, '{"message":"Workflow execution failed"}'),
    row: 'workflow-failed',
    end: 'failure, ran: yes, failed',
  },
  { on: 'last node, empty', row: 'last-node-empty', end: 'failure, ran: yes, result unknown' },
  { on: 'last node, no file', row: 'last-node-empty', end: 'failure, ran: yes, result unknown' },
  { on: 'last node, no item with a file', row: 'last-node-empty', end: 'failure, ran: yes, result unknown' },
  { on: 'last node, another file', row: 'last-node-empty', end: 'failure, ran: yes, result unknown' },
  { on: 'only run if, another status', row: 'only-run-if', end: 'failure, ran: no', says: /ran nothing/ },
  {
    on: 'respond node, redirect',
    row: 'redirect',
    end: 'failure, ran: yes, not accepted',
    says: /to https:\/\/example\.com\/elsewhere;/,
  },
  {
    on: madeReply(302, '', { location: '/login?next=s3cret' }),
    row: 'redirect',
    end: 'failure, ran: maybe',
    says: /another path on the same server/,
  },
  {
    on: madeReply(302, '', { location: 'javascript:alert(1)' }),
    row: 'redirect',
    end: 'failure, ran: maybe',
    says: /to an invalid URL;/,
  },
  ...['https://n8n.example.com/webhook/x', 'https://www.example.com/webhook/x/', '/webhook/x/'].map(
    (location): Case => ({
      on: madeReply(308, '', { location }),
      row: 'redirect',
      end: 'failure, ran: no',
      call: { url: new URL('http://n8n.example.com/webhook/x') },
    }),
  ),
  {
    on: madeReply(308, '', { location: 'https://n8n.example.com/webhook/x?done' }),
    row: 'redirect',
    end: 'failure, ran: maybe',
    call: { url: new URL('http://n8n.example.com/webhook/x') },
  },
  {
    on: madeReply(301, '', { location: 'http://[' }),
    row: 'redirect',
    end: 'failure, ran: maybe',
    says: /an invalid URL/,
  },
  ...[502, 504, 520, 522, 524].map(
    (status): Case => ({ on: madeReply(status, '<html>', html), row: 'gateway-failure', end: 'retry, ran: maybe' }),
  ),
  { on: madeReply(500, 'oops'), row: 'not-accepted', end: 'failure, ran: maybe', says: /HTTP 500 with "oops"/ },
  { on: madeReply(404, '{"message":"Not here"}'), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(304), row: 'not-accepted', end: 'failure, ran: maybe', says: /an empty body/ },
  { on: madeReply(503, '<html>', html), row: 'gateway-failure', end: 'retry, ran: maybe' },
  { on: madeReply(503, '{"error":"stock locked"}', json), row: 'gateway-failure', end: 'retry, ran: maybe' },
  {
    on: madeReply(409, '{"error":"stock locked"}', { ...json, ...sandbox }),
    row: 'answered',
    end: 'failure, ran: yes, not accepted',
  },
  {
    on: madeReply(503, 'n8n is starting up. Please wait', { ...html, ...sandbox }),
    row: 'answered',
    end: 'failure, ran: yes, not accepted',
  },
  {
    on: madeReply(429, '{"error":"later"}', { ...json, ...sandbox, 'retry-after': '5' }),
    row: 'answered',
    end: 'failure, ran: yes, not accepted',
  },
  {
    on: madeReply(401, 'The signature is wrong', sandbox),
    row: 'signature',
    end: 'failure, ran: yes, not accepted',
    says: /rejected the signature/,
  },
  {
    on: madeReply(403, '{"error":"no"}', json),
    row: 'unauthorized',
    end: 'failure, ran: maybe',
    says: /in front of n8n/,
  },
];

testCases(cases, [...failedRows, ...failedWebhookRows]);

test.each([
  [404, 'It said: This webhook is not registered for GET requests'],
  [404, 'It said: The requested webhook "x" is not registered'],
  [404, 'It said: Active version not found for workflow'],
  [404, 'It said: Cannot find workflow'],
  [404, 'Device 42 is not registered'],
  [404, 'Device 42 is not registered for GET requests'],
  [500, 'It said: Workflow could not be started'],
  [500, 'It said: Error in workflow'],
  [500, 'Error in workflow 7 of 9'],
  [500, 'It said: No item to return was found'],
  [500, 'It said: There was a problem executing the workflow'],
  [500, 'There was a problem executing the workflow of 7'],
  [422, 'It said: Failed to parse request body'],
  [422, 'Failed to parse request body 7'],
])("n8n's words in the middle of another message (%s) decide nothing: %s", async (status, message) => {
  const verdict = await judge(madeReply(status, JSON.stringify({ message })), madeCall());
  expect(verdict).toMatchObject({ row: 'not-accepted', ran: 'maybe' });
});

test.each([
  [300, 'redirect'],
  [399, 'redirect'],
  [400, 'not-accepted'],
  [299, 'not-accepted'],
])('a Location header makes %s a %s', async (status, row) => {
  const given = { acceptStatus: [[200, 200]] } as const;
  expect(await rowOf(madeReply(status, '', { location: 'https://n8n.example.com/' }), given)).toBe(row);
});

test.each([
  [302, { location: 'https://example.com/' }],
  [404, {}],
])('advice does not ask for what is in accept-status already: %s', async (status, headers) => {
  const reply = madeReply(status, '', headers);
  const given = { acceptStatus: [[200, 404]] } as const;
  expect((await judge(reply, madeCall())).hint).toContain('to accept-status');
  expect((await judge(reply, madeCall(given))).hint).toContain('only JSON');
});

test('a message that is not text is ignored', async () => {
  for (const message of [404, null, ['x'], { toString: 1 }]) {
    expect(await rowOf(madeReply(404, JSON.stringify({ message })))).toBe('not-accepted');
  }
});

test.each([
  [504, /longer than the proxy waits/],
  [524, /longer than the proxy waits/],
  [502, /before you run this again/],
])('%s has the hint that fits it', async (status, hint) => {
  expect(explain(await judge(madeReply(status), madeCall()))).toMatch(hint);
});

test('an empty last node is no failure of the workflow: how it ended is not known', async () => {
  const reply = madeReply(500, '{"code":0,"message":"No item to return was found"}', json);
  expect(claimOf(await judge(reply, madeCall()))).toBe('result unknown');
  expect(claimOf(await judge(madeReply(500, '{"message":"Error in workflow"}'), madeCall()))).toBe('failed');
});
