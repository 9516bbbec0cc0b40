import { describe, expect, test } from '@jest/globals';
import { locate } from '../../src/follow/locate.ts';
import { deadlineAfter } from '../../src/host/deadline.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { testClock } from '../../support/clock.ts';
import { type GivenCall, ours, playCall } from '../../support/following.ts';
import { type Play, playing, receivedBy, row, traced } from '../../support/n8n-api.ts';
import { madeReply } from '../../support/recorded.ts';
import { answer } from '../../support/server.ts';
import { OUR_KEY, OUR_TRACE } from '../../support/triggered.ts';

const naming = (id: string): GivenCall => ({ outcome: { exchange: madeReply(200, `{"executionId":"${id}"}`) } });

async function run(play: Play, given: GivenCall = {}, waitMs = 60_000, clock = testClock(), graceMs = 0) {
  const { outcome, following, asked, events } = await playCall(play, given, clock);
  const deadline = deadlineAfter(waitMs, clock, following.host.cancelled, graceMs);
  const located = await locate(outcome, following, deadline);
  const id = located.end === 'found' ? located.execution.id : undefined;
  const listed = asked().filter((path) => path.startsWith('executions?'));
  return { located, id, asked: asked(), listed, events, clock, ruledOut: following.ruledOut };
}

describe('an execution that needs no search', () => {
  test('is given by the route, and n8n is not called', async () => {
    const execution = { id: '8', workflowId: undefined, status: 'unknown' } as const;
    const { located, asked } = await run(ours(), { outcome: { execution }, call: { workflowId: 'wf1' } });
    expect(located).toMatchObject({ end: 'found', execution: { id: '8', workflowId: 'wf1', status: 'new' } });
    expect(asked).toEqual([]);
  });

  test('is given by a resume URL, whatever the reply names', async () => {
    const url = new URL('https://n8n.test/webhook-waiting/5?signature=a');
    const { id, asked } = await run(ours(), { ...naming('8'), call: { url, resumes: '5' } });
    expect(id).toBe('5');
    expect(asked).toEqual([]);
  });
});

describe('a URL of another endpoint that ends in a number and is signed', () => {
  const call = { url: new URL('https://n8n.test/webhook/orders/5?signature=a'), resumes: '5' };

  test('may be a webhook: an execution with our trace is taken', async () => {
    expect((await run(ours(), { call })).id).toBe('7');
  });

  test('otherwise resumes that execution', async () => {
    const { id, clock } = await run(playing([row(9, traced(OUR_TRACE.replace('b7', 'aa'))), row(5)]), { call });
    expect(id).toBe('5');
    expect(clock.monotonic()).toBeLessThan(6000);
  });
});

describe('the execution that the reply names', () => {
  test('is taken if it has our trace, and no other is searched for', async () => {
    const { id, listed } = await run(ours(), { ...naming('7'), call: { workflowId: 'wf1' } });
    expect(id).toBe('7');
    expect(listed).toEqual([]);
  });

  test.each<[string, JsonMap]>([
    ['has another trace', traced(OUR_TRACE.replace('b7ad', 'ffff'))],
    ['shows another key', { data: receivedBy({ 'idempotency-key': 'another' }) }],
    ['shows nothing', {}],
  ])('is not taken if it %s', async (_, named) => {
    const { id, events, ruledOut } = await run(playing([row(9, traced(OUR_TRACE)), row(7, named)]), naming('7'));
    expect(id).toBe('9');
    expect(events).toContainEqual(expect.stringMatching(/names execution 7, which may not be this call's/));
    expect(ruledOut).toContain(7);
  });

  test.each<[string, JsonMap]>([
    ['our key', { data: receivedBy({ 'idempotency-key': OUR_KEY }) }],
    ['our trace', traced(OUR_TRACE)],
  ])("is not taken if it is another workflow's, even if %s was passed on to it", async (_, more) => {
    const rows = playing([row(6, traced(OUR_TRACE)), row(7, { workflowId: 'wf2', ...more })]);
    expect((await run(rows, { ...naming('7'), call: { workflowId: 'wf1' } })).id).toBe('6');
  });

  test.each<[string, JsonMap]>([
    ['our key', { data: receivedBy({ 'idempotency-key': OUR_KEY }) }],
    ['our trace', traced(OUR_TRACE)],
  ])('is not taken if an earlier one is ours, the workflow is unknown and %s was passed on', async (_, more) => {
    const passedOn = row(7, { workflowId: 'wf2', ...more });
    expect((await run(playing([passedOn, row(6, traced(OUR_TRACE))]), naming('7'))).id).toBe('6');
    expect((await run(playing([row(8, traced(OUR_TRACE)), passedOn]), naming('7'))).id).toBe('7');
  });

  test('is taken if n8n gives no list', async () => {
    const play: Play = (path, method) =>
      path.startsWith('executions?') ? answer(500, 'broken') : ours()(path, method);
    expect((await run(play, naming('7'))).id).toBe('7');
  });

  test('is taken by what its Webhook node received, if a proxy changed the trace', async () => {
    const rows = playing([row(7, { data: receivedBy({ 'idempotency-key': OUR_KEY }) })]);
    expect((await run(rows, naming('7'))).id).toBe('7');
  });

  /** As of n8n before it stored traces. */
  const untraced = (more: JsonMap): JsonMap => {
    const { tracingContext: _, ...old } = row(7, more);
    return old;
  };

  test.each<[string, JsonMap]>([
    ['stores another trace', row(7, { status: 'running', ...traced(OUR_TRACE.replace('b7ad', 'ffff')) })],
    ['has ended', untraced({ status: 'success' })],
    ['is redacted', untraced({ status: 'running', data: { redactionInfo: { isRedacted: true } } })],
  ])('is not read again if it shows nothing and %s', async (_, named) => {
    const { id, clock } = await run(playing([row(9, traced(OUR_TRACE)), named]), naming('7'));
    expect([id, clock.slept]).toEqual(['9', []]);
  });

  test('is dropped if it never shows what it was started with', async () => {
    const { id, clock } = await run(playing([row(9, traced(OUR_TRACE)), untraced({ status: 'running' })]), naming('7'));
    expect([id, clock.slept]).toEqual(['9', [1000, 1000, 1000]]);
  });

  test('is read again while it does not show what it was started with', async () => {
    let reads = 0;
    const play: Play = (path, method) => {
      const data = reads > 2 ? receivedBy({ 'idempotency-key': OUR_KEY }) : {};
      const { tracingContext: _, ...old } = row(7, { status: 'running', data });
      if (path === 'executions/7?includeData=true') reads += 1;
      return playing([old])(path, method);
    };
    const { id, clock } = await run(play, naming('7'));
    expect(id).toBe('7');
    expect(clock.slept).toEqual([1000, 1000, 1000]);
  });

  test('is taken if it is that of the workflow that a gateway ran, and came after the call', async () => {
    const gateway: GivenCall = {
      inputs: { mode: 'api', url: 'https://n8n/webhook/gateway', 'workflow-id': 'wf1' },
      outcome: { ...naming('7').outcome, route: 'start' },
    };
    const calledAfter = (afterId?: number): GivenCall => ({ ...gateway, call: { route: 'start', afterId } });
    const own = row(8, { ...traced(OUR_TRACE), workflowId: 'g' });
    const rows = playing([own, row(7, { mode: 'integrated' })]);
    expect((await run(rows, calledAfter(6))).id).toBe('7');
    expect((await run(rows, calledAfter(7))).id).toBe('8');
    const old = playing([own, row(7, { startedAt: '2025-12-01T00:00:00Z' })]);
    expect((await run(old, calledAfter())).id).toBe('8');
  });

  test.each([
    ['that is not there', '9'],
    ['that is no id', '7/stop'],
    ['that only ends like one', 'x7'],
    ['that is too long', '7'.repeat(20)],
  ])('is searched for by the trace if it is one %s', async (_, named) => {
    const { id, listed } = await run(ours(), naming(named));
    expect(id).toBe('7');
    expect(listed).not.toEqual([]);
  });

  test('is requested again while n8n does not reply', async () => {
    let reads = 0;
    const play: Play = (path, method) => (++reads < 4 ? answer(502, 'bad gateway') : ours()(path, method));
    const { id, listed, clock } = await run(play, { ...naming('7'), call: { workflowId: 'wf1' } });
    expect(id).toBe('7');
    expect(listed).toEqual([]);
    expect(clock.slept).toEqual([1000, 1000, 1000]);
  });

  test('is requested until the time is over', async () => {
    const { located, clock } = await run(() => answer(502, 'bad gateway'), naming('7'), 2500);
    expect(located.end).toBe('unreachable');
    expect(clock.monotonic()).toBe(2500);
  });

  test.each(['executions/7', 'executions/7?includeData=true'])(
    'is given up when the time is over, if n8n does not answer %s',
    async (unanswered) => {
      const clock = testClock();
      const { tracingContext: _, ...old } = row(7, { status: 'running' });
      const play: Play = (path, method) =>
        path === unanswered ? () => clock.pass(2000) : playing([old])(path, method);
      const { id } = await run(play, naming('7'), 2000, clock);
      expect(id).toBeUndefined();
      expect(clock.monotonic()).toBe(2000);
    },
  );

  test('is requested once if the key may not read it', async () => {
    const { asked, ruledOut } = await run(() => answer(403, '{"message":"Forbidden"}'), naming('7'));
    expect(asked.filter((path) => path === 'executions/7')).toHaveLength(1);
    expect(ruledOut.size).toBe(0);
  });
});

describe('a search by the trace', () => {
  test("looks at the workflow's executions, or at all of them if a gateway ran the workflow", async () => {
    expect((await run(ours(), { call: { workflowId: 'wf1' } })).asked[0]).toContain('workflowId=wf1');
    const gateway = await run(ours(), { call: { route: 'start' } });
    expect(gateway.asked.some((path) => path.includes('workflowId='))).toBe(false);
  });

  const without =
    (settings: JsonMap): Play =>
    (path, method) =>
      path.startsWith('workflows/') ? { id: 'wf1', settings } : playing([])(path, method);

  test.each([
    ['none', 'no', 2000],
    ['all', 'yes', 15_000],
  ])('of a workflow that saves %s of its successes finds none, and knows why: %s', async (setting, saves, ms) => {
    const play = without({ saveDataSuccessExecution: setting });
    const { located, clock } = await run(play, { call: { workflowId: 'wf1' } });
    expect(located).toEqual({ end: 'absent', saves });
    expect(clock.monotonic()).toBe(ms);
  });

  test('does not begin again when the time is over', async () => {
    const play = without({ saveDataSuccessExecution: 'all' });
    const { located, asked } = await run(play, { call: { workflowId: 'wf1' } }, 1000, testClock(), 2000);
    expect(located).toEqual({ end: 'absent', saves: 'yes' });
    expect(asked.slice(asked.findIndex((path) => path.startsWith('workflows/')) + 1)).toEqual([]);
  });

  test('reads no settings after a failure, if they make no difference', async () => {
    const { located, asked } = await run(without({ saveDataSuccessExecution: 'none' }), {
      outcome: { verdict: { ...(await playCall(ours())).outcome.verdict, success: false } },
      call: { workflowId: 'wf1' },
    });
    expect(located).toEqual({ end: 'absent', saves: 'unknown' });
    expect(asked.some((path) => path.startsWith('workflows/'))).toBe(false);
  });

  test('ends when the step is cancelled', async () => {
    expect((await run(playing([]), { cancelled: AbortSignal.abort() })).located).toEqual({ end: 'cancelled' });
  });
});
