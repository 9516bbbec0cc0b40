import { describe, expect, test } from '@jest/globals';
import { jsonBody } from '../../src/http/body.ts';
import { triggeredCall } from '../../src/routes/call.ts';
import type { Step, Trigger } from '../../src/routes/step.ts';
import { testHost } from '../../support/host.ts';
import { API, sound, WEBHOOK } from '../../support/inputs.ts';
import { OUR_KEY, OUR_TRACE } from '../../support/triggered.ts';

const identity = { traceparent: OUR_TRACE, 'idempotency-key': OUR_KEY };
const step = async (given: Record<string, string> = WEBHOOK): Promise<Step> => ({
  inputs: await sound(given),
  host: testHost(),
  identity,
});
const trigger = (given: Partial<Trigger>): Trigger => ({
  route: 'webhook',
  request: { method: 'POST', url: new URL('https://n8n.test/webhook/a'), headers: {}, body: jsonBody({ a: 1 }) },
  credentials: ['headers'],
  addressInput: 'url',
  ...given,
});

/** The call that goes out with these headers, the step's own unless a test says otherwise. */
const called = (of: Step, given: Partial<Trigger> = {}, headers: Record<string, string> = identity) =>
  triggeredCall(trigger(given), of, headers);

describe('a call says to those who judge its reply', () => {
  test('what was sent, and which inputs authenticated it', async () => {
    expect(called(await step())).toMatchObject({
      mode: 'webhook',
      route: 'webhook',
      bodySize: 7,
      contentType: 'application/json',
      userAgent: undefined,
      credentials: ['headers'],
    });
    const signed = await step({ ...WEBHOOK, 'signing-secret': 'a-secret' });
    expect(called(signed).credentials).toEqual(['headers', 'signing-secret']);
  });

  test('which User-Agent the inputs gave: the last one counts, however it is written', async () => {
    const headers = { 'user-agent': 'first', 'User-Agent': 'a bot' };
    expect(called(await step(), {}, headers).userAgent).toBe('a bot');
  });

  test("the payload's action, which a chat looks at", async () => {
    const chat = await step({ ...WEBHOOK, payload: '{"action":"loadPreviousSession"}' });
    expect(called(chat).chatAction).toBe('loadPreviousSession');
    expect(called(await step({ ...WEBHOOK, payload: '[1]' })).chatAction).toBeUndefined();
  });
});

describe('a call says to those who search for its execution', () => {
  test("its trace and key, and whether they are the step's own", async () => {
    expect(called(await step())).toMatchObject({
      trace: { value: OUR_TRACE, isUnique: true },
      key: { value: OUR_KEY, isUnique: true },
    });
    const replaced = { ...identity, Traceparent: 'theirs', 'Idempotency-Key': OUR_KEY };
    expect(called(await step(), {}, replaced)).toMatchObject({
      trace: { value: 'theirs', isUnique: false },
      key: { isUnique: true },
    });
    expect(called(await step(), {}, {}).trace).toEqual({ value: '', isUnique: false });
  });

  test("its workflow, except on the route start: a gateway's execution is another workflow's", async () => {
    const api = await step(API);
    expect(called(api).workflowId).toBe('aBc123');
    expect(called(api, { route: 'start' }).workflowId).toBeUndefined();
  });

  test('which execution it continues, if its URL is a resume URL', async () => {
    const url = 'https://n8n.test/webhook-waiting/7?signature=a';
    expect(called(await step({ url })).resumes).toBe('7');
    expect(called(await step(API)).resumes).toBeUndefined();
  });
});
