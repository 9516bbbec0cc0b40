import { describe, expect, test } from '@jest/globals';
import { judge } from '../../../src/verdict/judge.ts';
import { refusedRows } from '../../../src/verdict/rows/refused.ts';
import { explain } from '../../../src/verdict/verdict.ts';
import { madeCall } from '../../../support/call.ts';
import {
  type Case,
  fromNode,
  gateway,
  html,
  madeReply,
  rowOf,
  sandbox,
  testCases,
} from '../../../support/verdict-cases.ts';

const MIB = 1024 * 1024;
const minted = { credentials: ['jwt-secret'] };
const failedToRun = JSON.stringify({ code: 0, message: 'There was a problem executing the workflow' });

const cases: readonly Case[] = [
  { on: 'basic auth, missing', row: 'basic-auth', end: 'failure, ran: no', says: /no credentials were sent/ },
  { on: 'basic auth, wrong', row: 'basic-auth', end: 'failure, ran: no', says: /refused this user or password/ },
  { on: 'header auth, missing', row: 'header-auth', end: 'failure, ran: no', says: /Header Auth/ },
  {
    on: 'header auth, wrong',
    row: 'header-auth',
    end: 'failure, ran: no',
    call: { credentials: ['headers'] },
    says: /headers was sent/,
  },
  { on: 'ignore bots', row: 'header-auth', end: 'failure, ran: no', says: /Ignore Bots/ },
  {
    on: madeReply(403, 'Authorization data is wrong!'),
    row: 'header-auth',
    end: 'failure, ran: no',
    call: { credentials: ['basic-auth'] },
    says: /If it uses Basic Auth, user or password is wrong/,
  },
  {
    on: 'gateway, wrong key',
    row: 'header-auth',
    end: 'failure, ran: no',
    call: gateway,
    says: /refused this secret-key/,
  },
  { on: 'JWT auth, missing', row: 'jwt-auth', end: 'failure, ran: no', says: /"No token provided"/ },
  {
    on: 'JWT auth, missing',
    row: 'jwt-auth',
    end: 'failure, ran: no',
    says: /no credentials were sent.* Set jwt-secret/,
  },
  { on: 'JWT auth, wrong', row: 'jwt-auth', end: 'failure, ran: no', call: minted, says: /Compare jwt-secret/ },
  { on: 'JWT auth, expired', row: 'jwt-auth', end: 'failure, ran: no', says: /"jwt expired"/ },
  { on: 'JWT auth, expired', row: 'jwt-auth', end: 'failure, ran: no', call: minted, says: /clocks .* differ/ },
  {
    on: madeReply(403, 'invalid algorithm', fromNode),
    row: 'jwt-auth',
    end: 'failure, ran: no',
    call: minted,
    says: /jwt-algorithm/,
  },
  { on: 'IP list', row: 'ip-list', end: 'failure, ran: no' },
  { on: madeReply(403, 'IP is not whitelisted to access the webhook!'), row: 'ip-list', end: 'failure, ran: no' },
  { on: madeReply(401, 'Who are you?'), row: 'unauthorized', end: 'failure, ran: maybe', says: /"Who are you\?"/ },
  {
    on: madeReply(403, 'something new', { 'www-authenticate': 'Basic realm="Webhook"' }),
    row: 'unauthorized',
    end: 'failure, ran: no',
  },
  { on: madeReply(413, '<html>'), row: 'too-large', end: 'failure, ran: no', says: /100 B/ },
  { on: 'form data too large', row: 'too-large', end: 'failure, ran: no' },
  { on: 'body too large', row: 'over-payload-limit', end: 'failure, ran: no', call: { bodySize: 16 * MIB + 1 } },
  { on: 'body too large', row: 'start-failure', end: 'retry, ran: maybe', call: { bodySize: 16 * MIB } },
  { on: madeReply(500, failedToRun), row: 'start-failure', end: 'retry, ran: maybe', says: /n8n's log/ },
  { on: 'broken JSON', row: 'unparseable', end: 'failure, ran: no', says: /application\/json/ },
  { on: 'broken form data', row: 'unparseable', end: 'failure, ran: no' },
  { on: madeReply(413, ''), row: 'too-large', end: 'failure, ran: no' },
  {
    on: madeReply(422, '{"code":422,"message":"Failed to parse request body"}'),
    row: 'unparseable',
    end: 'failure, ran: no',
    call: { contentType: 'application/xml' },
    says: /for plain text, set content-type: text\/plain/,
  },
];

testCases(cases, refusedRows);

describe('what looks like a refusal', () => {
  test.each([
    [401, 'Authorization is required!'],
    [403, 'Authorization data is wrong!'],
    [403, 'IP is not allowed to access the webhook!'],
    [413, 'Too many items'],
    [422, '{"code":422,"message":"Failed to parse request body"}'],
    [500, failedToRun],
  ])('is the workflow’s own answer if the webhook was reached: %s %s', async (status, body) => {
    const verdict = await judge(madeReply(status, body, sandbox), madeCall());
    expect(verdict).toMatchObject({ row: 'answered', ran: 'yes', success: false });
    expect(verdict).not.toHaveProperty('retry');
  });

  test.each([
    [401, 'It said: Authorization is required!', 'unauthorized'],
    [401, 'It said: Authentication data is wrong!', 'unauthorized'],
    [403, 'It said: Authorization data is wrong!', 'unauthorized'],
    [403, 'It said: IP is not allowed to access', 'unauthorized'],
    [403, 'It said: IP is not allowed to access this form!', 'unauthorized'],
    [403, 'Authorization data is wrong! Try again', 'header-auth'],
    [403, 'IP is not allowed to access this form! Try again', 'ip-list'],
  ])('is known by its first words: %s %s', async (status, text, row) => {
    expect(await rowOf(madeReply(status, text))).toBe(row);
  });

  test('413 in JSON from an unknown sender may be the workflow’s', async () => {
    expect((await judge(madeReply(413, '{"message":"Too many items"}'), madeCall())).ran).toBe('maybe');
  });

  test('is no success, even if its status counts as one', async () => {
    const given = { acceptStatus: [[200, 599]] } as const;
    expect(await rowOf(madeReply(401, 'Authorization is required!', fromNode), given)).toBe('basic-auth');
    expect(await rowOf(madeReply(422, '{"code":422,"message":"Failed to parse request body"}'), given)).toBe(
      'unparseable',
    );
    expect(await rowOf(madeReply(413, '<html>', html), given)).toBe('too-large');
  });
});

test.each([
  ['jwt not active', /clocks/],
  ['invalid token', /Set jwt-algorithm/],
])('the hint fits what is wrong with the token: %s', async (text, hint) => {
  expect(explain(await judge(madeReply(403, text, fromNode), madeCall(minted)))).toMatch(hint);
});

test("the node's words in the middle of a text are reported unchanged", async () => {
  const verdict = await judge(madeReply(403, 'It said: jwt expired', fromNode), madeCall());
  expect(verdict).toMatchObject({ row: 'unauthorized', ran: 'no' });
});
