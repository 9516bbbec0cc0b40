import { describe, expect, test } from '@jest/globals';
import { textBody } from '../../src/http/body.ts';
import { logAttempt, logCall, logHeaders, logProgress } from '../../src/routes/log.ts';
import type { Trigger } from '../../src/routes/step.ts';
import { say } from '../../src/text/safe.ts';
import { testHost } from '../../support/host.ts';
import { madeReply } from '../../support/recorded.ts';
import { accepted } from '../../support/results.ts';

const trigger: Trigger = {
  route: 'webhook',
  request: { method: 'POST', url: new URL('https://n8n.test/webhook/h1dden'), headers: {}, body: undefined },
  credentials: [],
  addressInput: 'url',
};

describe('a call', () => {
  const logged = (given: Partial<Trigger>): readonly string[] => {
    const host = testHost();
    logCall({ ...trigger, ...given }, host);
    return host.events;
  };

  test('is logged with its origin and method, and without the path', () => {
    expect(logged({})).toEqual(['info: Calling the webhook at https://n8n.test: POST']);
  });

  test('is logged with what it carries, and what comes instead of an endpoint that is missing', () => {
    const body = textBody('hello', 'multipart/form-data; boundary=random');
    const [line] = logged({ route: 'start', request: { ...trigger.request, body }, isMissing: () => false });
    expect(line).toBe(
      "info: Calling the start endpoint at https://n8n.test, or the workflow's own trigger if this n8n has none: POST with 5 B of multipart/form-data",
    );
  });
});

test('headers are logged only by name', () => {
  const host = testHost();
  logHeaders({ 'X-Token': 't0ken' }, host);
  expect(host.events).toEqual(['debug: headers: X-Token (values are not shown)']);
});

test('an upload is logged by its share', () => {
  const host = testHost();
  logProgress(1_500_000, 4_000_000, host);
  expect(host.events).toEqual([expect.stringMatching(/^info: Sent 1\.\d MB of \d\.\d MB \(37%\)$/)]);
});

test('an attempt is logged with its reply or its failure, its verdict, and the pause that follows', () => {
  const host = testHost();
  const verdict = { ...accepted, message: say`It is busy.` };
  const attempt = { number: 2, exchange: madeReply(429, 'slow'), verdict, tookMs: 30 };
  logAttempt(attempt, undefined, host);
  const broken = { kind: 'breakdown', stage: 'wait', code: 'ECONNRESET', status: undefined } as const;
  logAttempt({ ...attempt, exchange: broken }, 1500, host);
  expect(host.events).toEqual([
    'info: Attempt 2: HTTP 429, 4 B in 30 ms',
    'debug: verdict: accepted, ran: yes',
    'info: Attempt 2: ECONNRESET in 30 ms',
    'debug: verdict: accepted, ran: yes',
    'info: It is busy. Next attempt in 1.5 s.',
  ]);
});
