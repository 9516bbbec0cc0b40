import { describe, expect, test } from '@jest/globals';
import { jsonBody } from '../../src/http/body.ts';
import { callOf, triggeredCall } from '../../src/routes/call.ts';
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
const trigger = (given: Partial<Trigger> = {}, headers: Record<string, string> = {}): Trigger => ({
  route: 'webhook',
  request: { method: 'POST', url: new URL('https://n8n.test/webhook/a'), headers, body: jsonBody({ a: 1 }) },
  credentials: ['headers'],
  addressInput: 'url',
  ...given,
});

describe('the table of replies gets', () => {
  test('what was sent, and which inputs authenticated it', async () => {
    expect(callOf(trigger(), await step())).toMatchObject({
      mode: 'webhook',
      route: 'webhook',
      bodySize: 7,
      contentType: 'application/json',
      userAgent: undefined,
      credentials: ['headers'],
    });
    const signed = await step({ ...WEBHOOK, 'signing-secret': 'a-secret' });
    expect(callOf(trigger(), signed).credentials).toEqual(['headers', 'signing-secret']);
  });

  test('whether the URL resumes an execution', async () => {
    expect(callOf(trigger(), await step()).resumes).toBe(false);
    const resuming = { url: 'https://n8n.test/webhook-waiting/7?signature=a' };
    expect(callOf(trigger(), await step(resuming)).resumes).toBe(true);
  });

  test('the User-Agent of the inputs: the last one counts, however it is written', async () => {
    const headers = { 'user-agent': 'first', 'User-Agent': 'a bot' };
    expect(callOf(trigger({}, headers), await step()).userAgent).toBe('a bot');
  });

  test("the payload's action, which a chat looks at", async () => {
    const chat = await step({ ...WEBHOOK, payload: '{"action":"loadPreviousSession"}' });
    expect(callOf(trigger(), chat).chatAction).toBe('loadPreviousSession');
    expect(callOf(trigger(), await step({ ...WEBHOOK, payload: '[1]' })).chatAction).toBeUndefined();
  });
});

describe('the search for its execution gets', () => {
  test("trace and key, and whether they are the step's own", async () => {
    expect(triggeredCall(trigger(), await step(), identity)).toMatchObject({
      trace: { value: OUR_TRACE, isUnique: true },
      key: { value: OUR_KEY, isUnique: true },
    });
    const replaced = { ...identity, Traceparent: 'theirs', 'Idempotency-Key': OUR_KEY };
    expect(triggeredCall(trigger(), await step(), replaced)).toMatchObject({
      trace: { value: 'theirs', isUnique: false },
      key: { isUnique: true },
    });
    expect(triggeredCall(trigger(), await step(), {}).trace).toEqual({ value: '', isUnique: false });
  });

  test("the workflow, except on the route start: a gateway's execution is another workflow's", async () => {
    const api = await step(API);
    expect(triggeredCall(trigger(), api, {}).workflowId).toBe('aBc123');
    expect(triggeredCall(trigger({ route: 'start' }), api, {}).workflowId).toBeUndefined();
  });

  test('the execution that a resume URL continues', async () => {
    const url = 'https://n8n.test/webhook-waiting/7';
    expect(triggeredCall(trigger(), await step({ url }), {}).resumes).toBe('7');
    expect(triggeredCall(trigger(), await step(API), {}).resumes).toBeUndefined();
  });
});
