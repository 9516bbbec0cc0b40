// Everything over n8n's API, against a server that plays it: what is asked before and after the trigger.
import { describe, expect, test } from '@jest/globals';
import { triggerAndFollowByApi } from '../../src/follow/trigger-and-follow.ts';
import { testHost } from '../../support/host.ts';
import { sound, TOKEN } from '../../support/inputs.ts';
import { type Play, playing, row, traced } from '../../support/n8n-api.ts';
import { answer, type Handler, reset, serve } from '../../support/server.ts';
import { OUR_KEY, OUR_TRACE } from '../../support/triggered.ts';

const replied = answer(200, '{"ok":true}');
const webhook = { 'secret-key': 'a-key', wait: 'true' };

interface Given {
  inputs?: Record<string, string>;
  cancelled?: AbortSignal;
  hook?: Handler;
}

/** Triggers the webhook of an n8n whose API is played. */
async function run(play: Play, { inputs = webhook, cancelled, hook = replied }: Given = {}) {
  const server = await serve(({ target, method }) => {
    const path = target.replace(/^\/api\/v1\//, '');
    const reply = path === target ? hook : play(path, method);
    if (typeof reply === 'function') return reply;
    return reply === undefined ? answer(404, '{"message":"Not Found"}') : answer(200, JSON.stringify(reply));
  });
  const host = testHost();
  const outcome = await triggerAndFollowByApi({
    inputs: await sound({
      url: inputs['mode'] === 'api' ? server.origin : `${server.origin}/webhook/deploy`,
      retries: '0',
      ...inputs,
    }),
    host: { ...host, cancelled: cancelled ?? host.cancelled },
    identity: { traceparent: OUR_TRACE, 'idempotency-key': OUR_KEY },
  });
  return { outcome, log: host.events, asked: server.requests.map(({ target }) => target) };
}

describe('before the trigger', () => {
  test("the newest execution is noted: it is not the call's own", async () => {
    expect((await run(playing([row(41, traced(OUR_TRACE))]))).outcome.call?.afterId).toBe(41);
    expect((await run(playing([]))).outcome.call?.afterId).toBe(0);
  });

  test('nothing is requested without wait', async () => {
    const { outcome, asked } = await run(playing([row(41)]), { inputs: { 'secret-key': 'a-key' } });
    expect(outcome.call?.afterId).toBeUndefined();
    expect(asked).toEqual(['/webhook/deploy']);
  });

  test('a key that is refused ends the step, and nothing is sent', async () => {
    const { outcome, asked } = await run(() => answer(403, '{"message":"Forbidden"}'));
    expect(outcome).toMatchObject({ route: 'webhook', attempts: 0, verdict: { row: 'api-forbidden', ran: 'no' } });
    expect(asked).not.toContain('/webhook/deploy');
  });

  test('a cancellation is reported as such, with the route as far as it is certain', async () => {
    const cancelled = AbortSignal.abort();
    const { outcome } = await run(playing([]), { cancelled });
    expect(outcome).toMatchObject({ route: 'webhook', verdict: { row: 'cancelled', ran: 'no', success: false } });
    const api = { mode: 'api', url: 'http://127.0.0.1:9', 'workflow-id': 'wf1', ...webhook };
    expect((await run(playing([]), { cancelled, inputs: api })).outcome.route).toBeUndefined();
    const start = { ...api, route: 'start' };
    expect((await run(playing([]), { cancelled, inputs: start })).outcome.route).toBe('start');
  });
});

test('an execution is followed to its end', async () => {
  let isCalled = false;
  const play: Play = (path, method) => playing(isCalled ? [row(7, traced(OUR_TRACE))] : [])(path, method);
  const hook: Handler = (response, request) => {
    isCalled = true;
    replied(response, request);
  };
  const { outcome } = await run(play, { hook });
  expect(outcome).toMatchObject({ execution: { id: '7', status: 'success' }, verdict: { success: true } });
});

describe('a lost reply', () => {
  test('is looked into', async () => {
    const { outcome, log } = await run(playing([row(7, traced(OUR_TRACE))]), {
      inputs: { 'secret-key': 'a-key' },
      hook: reset,
    });
    expect(log).toContainEqual(expect.stringContaining('Checking in n8n whether it ran.'));
    expect(outcome).toMatchObject({ execution: { id: '7' }, verdict: { row: 'reply-lost', success: true } });
  });

  test('is not over MCP, if there is no list of executions to search', async () => {
    const nightly = { name: 'Nightly', type: 'n8n-nodes-base.scheduleTrigger' };
    const tools = [{ name: 'execute_workflow' }];
    const workflow = { nodes: [nightly], activeVersion: { sameAsDraft: true } };
    const answered = answer(
      200,
      JSON.stringify({ jsonrpc: '2.0', id: 1, result: { structuredContent: { tools, workflow } } }),
    );
    const hook: Handler = (response, request) =>
      (request.body.includes('execute_workflow') ? reset : answered)(response, request);
    const inputs = { mode: 'api', 'workflow-id': 'wf1', 'secret-key': TOKEN };
    const { outcome, log } = await run(playing([]), { inputs, hook });
    expect(outcome).toMatchObject({ route: 'mcp', attempts: 1, verdict: { ran: 'maybe' } });
    expect(log).not.toContainEqual(expect.stringContaining('Checking in n8n'));
  });
});

test.each([
  ['waiting', 'reply-lost'],
  ['running', 'no-reply'],
])("a resume URL's lost reply is judged by how its execution stood before: %s", async (before, expected) => {
  let hasCalled = false;
  const hook: Handler = (response, request) => {
    hasCalled = true;
    reset(response, request);
  };
  const play: Play = (path, method) => playing([row(7, { status: hasCalled ? 'running' : before })])(path, method);
  const server = await serve(({ target, method }) => {
    const path = target.replace(/^\/api\/v1\//, '');
    const reply = path === target ? hook : play(path, method);
    return typeof reply === 'function' ? reply : answer(200, JSON.stringify(reply ?? {}));
  });
  const url = `${server.origin}/webhook-waiting/7?signature=abc`;
  const { verdict } = await triggerAndFollowByApi({
    inputs: await sound({ url, 'api-url': server.origin, 'secret-key': 'a-key', retries: '0' }),
    host: testHost(),
    identity: { traceparent: OUR_TRACE, 'idempotency-key': OUR_KEY },
  });
  expect(verdict.row).toBe(expected);
});
