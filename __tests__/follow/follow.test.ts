import { describe, expect, test } from '@jest/globals';
import { follow } from '../../src/follow/follow.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { claimOf } from '../../src/verdict/verdict.ts';
import { testClock } from '../../support/clock.ts';
import { aborted, failed, type GivenCall, ours, playCall } from '../../support/following.ts';
import { type Play, playing, receivedBy, row, traced } from '../../support/n8n-api.ts';
import { madeReply } from '../../support/recorded.ts';
import { accepted } from '../../support/results.ts';
import { answer } from '../../support/server.ts';
import { madeExecution, OUR_TRACE } from '../../support/triggered.ts';

async function run(play: Play, given: GivenCall = {}, clock = testClock()) {
  const { outcome, following, ...played } = await playCall(play, given, clock);
  const { executions, inputs, host } = following;
  return { ...played, outcome: await follow(outcome, executions, inputs, host) };
}

describe('following', () => {
  test('names no execution that n8n does not know', async () => {
    const exchange = madeReply(200, '{"executionId":"9"}');
    const { outcome } = await run(playing([]), { outcome: { exchange } });
    expect(outcome.verdict.row).toBe('execution-absent');
    expect(outcome.execution).toBeUndefined();
  });

  test("names no execution that is proven to be another call's, if its own is not found", async () => {
    const exchange = madeReply(200, '{"executionId":"7"}');
    const others = row(7, { data: receivedBy({ 'idempotency-key': 'another' }) });
    const { outcome } = await run(playing([others]), { outcome: { exchange } });
    expect(outcome.verdict.row).toBe('execution-absent');
    expect(outcome.execution).toBeUndefined();
  });

  test('uses the execution already found, and asks only for its data', async () => {
    const { id, workflowId, status } = madeExecution({ status: 'success' });
    const execution = { id, workflowId, status };
    const { outcome, asked } = await run(playing([row(7)]), { outcome: { execution } });
    expect(outcome.execution).toMatchObject({ id: '7', status: 'success' });
    expect(asked()).toEqual(['executions/7?includeData=true']);
  });

  test('uses the id that the route knows for certain', async () => {
    const execution = { id: '7', workflowId: undefined, status: 'unknown' } as const;
    const { outcome, asked, server } = await run(playing([row(7)]), {
      outcome: { execution },
      call: { workflowId: 'wf1' },
    });
    expect(outcome.execution).toMatchObject({ status: 'success', url: `${server.origin}/workflow/wf1/executions/7` });
    expect(asked()).toEqual(['executions/7', 'executions/7?includeData=true']);
  });

  test('names the workflow as its route does, or else as the execution does', async () => {
    const named = ours({ workflowData: { name: 'Of the execution' }, data: { resultData: { runData: {} } } });
    expect((await run(named)).outcome.workflowName).toBe('Deploy');
    expect((await run(named, { outcome: { workflowName: undefined } })).outcome.workflowName).toBe('Of the execution');
    expect((await run(ours(), { outcome: { workflowName: undefined } })).outcome.workflowName).toBe('');
  });

  test('ends when the time is over, with the current state of the execution', async () => {
    const { outcome, clock } = await run(ours({ status: 'running' }), { inputs: { 'wait-timeout': '20s' } });
    expect(outcome.verdict).toMatchObject({ row: 'execution-timeout', success: false, ran: 'yes' });
    expect(outcome.verdict.message).toContain('after 20.0 s');
    expect(outcome.execution).toMatchObject({ id: '7', status: 'running', result: undefined });
    expect(clock.monotonic()).toBe(20_000);
  });

  test('takes no longer than wait-timeout in all, including the search and unanswered requests', async () => {
    const clock = testClock();
    const late: Play = (path, method) =>
      clock.monotonic() < 1500 ? playing([])(path, method) : ours({ status: 'running' })(path, method);
    const { outcome } = await run(late, { inputs: { 'wait-timeout': '3s' } }, clock);
    expect(outcome.verdict).toMatchObject({ row: 'execution-timeout', ran: 'yes' });
    expect(clock.monotonic()).toBe(3000);
  });

  test('without wait takes no longer than a glance', async () => {
    const clock = testClock();
    const late: Play = (path, method) =>
      clock.monotonic() < 3000 ? playing([])(path, method) : ours({ status: 'running' })(path, method);
    const { outcome } = await run(late, { inputs: { wait: 'false' }, outcome: { verdict: failed } }, clock);
    expect(outcome.execution).toMatchObject({ id: '7', status: 'running' });
    expect(clock.monotonic()).toBe(5000);
  });

  test('counts from the reply on', async () => {
    const clock = testClock();
    clock.pass(60_000);
    await run(ours({ status: 'running' }), { inputs: { 'wait-timeout': '20s' } }, clock);
    expect(clock.monotonic()).toBe(80_000);
  });

  test('leaves out data that n8n redacts, and says why', async () => {
    const data = { redactionInfo: { isRedacted: true }, resultData: { runData: {} } };
    const { outcome, events } = await run(ours({ data }));
    expect(outcome.execution).toMatchObject({ status: 'success', result: { items: undefined } });
    expect(events).toContainEqual(expect.stringMatching(/The data of execution 7 is left out: n8n redacts it/));
  });

  test.each([
    // It may have been canceled as well.
    ['unknown', { saveDataErrorExecution: 'none', saveDataSuccessExecution: 'all' }, false],
    ['success', { saveDataErrorExecution: 'all', saveDataSuccessExecution: 'none' }, true],
    ['unknown', { saveDataErrorExecution: 'none' }, true],
    ['unknown', { saveDataErrorExecution: 'none', saveDataSuccessExecution: 'none' }, true],
  ])('ends if the execution is gone, with the status %s, by the settings %j', async (status, settings, success) => {
    let reads = 0;
    const { outcome } = await run((path, method) => {
      if (path.startsWith('workflows/')) return { id: 'wf1', settings };
      if (path.startsWith('executions/7')) reads += 1;
      return reads > 2 ? playing([])(path, method) : ours({ status: 'running' })(path, method);
    });
    expect(outcome.execution).toMatchObject({ id: '7', status });
    expect(outcome.verdict).toMatchObject({ success, ran: 'yes' });
  });

  test('takes no longer than wait-timeout and a last reply if n8n is slow', async () => {
    const clock = testClock();
    const slow: Play = (path, method) => {
      clock.pass(1900);
      return ours({ status: 'running' })(path, method);
    };
    const { outcome } = await run(slow, { inputs: { 'wait-timeout': '1s' } }, clock);
    expect(outcome.verdict.claim).toMatch(/stopped waiting|result unknown/);
    expect(clock.monotonic()).toBeLessThanOrEqual(6000);
  });

  test('does without the data of an execution if n8n asks for a long pause', async () => {
    const clock = testClock();
    const { outcome } = await run(
      (path, method) =>
        path.includes('includeData') ? answer(429, '', { 'retry-after': '60' }) : ours()(path, method),
      { inputs: { 'wait-timeout': '3s' } },
      clock,
    );
    expect(outcome.execution).toMatchObject({ status: 'success', result: undefined });
    expect(clock.monotonic()).toBeLessThanOrEqual(5000);
  });

  test.each([
    ['again, where n8n fails for a moment', answer(503, ''), 3],
    ['after the pause that n8n asks for, if there is time', answer(429, '', { 'retry-after': '60' }), 1],
  ])('reads the data of an execution %s', async (_, failure, failures) => {
    let reads = 0;
    const { outcome } = await run((path, method) => {
      if (path.includes('includeData') && ++reads <= failures) return failure;
      return ours()(path, method);
    });
    expect(outcome.execution).toMatchObject({ status: 'success', result: { items: [] } });
  });

  test('ends if the execution is gone, with a status that is not known', async () => {
    let reads = 0;
    const { outcome } = await run((path, method) => {
      if (path.startsWith('executions/7')) reads += 1;
      return reads > 2 ? playing([])(path, method) : ours({ status: 'running' })(path, method);
    });
    expect(outcome.verdict.row).toBe('execution-not-saved');
    expect(outcome.execution).toMatchObject({ id: '7', status: 'unknown', result: undefined });
  });

  test('without wait leaves the verdict of the reply if the execution still runs after a glance', async () => {
    const given = { inputs: { wait: 'false' }, outcome: { verdict: failed } };
    const { outcome, clock } = await run(ours({ status: 'running' }), given);
    expect(outcome.verdict).toBe(failed);
    expect(outcome.execution).toMatchObject({ id: '7', status: 'running' });
    expect(clock.monotonic()).toBe(5000);
  });

  test('without wait names what still runs, if its reply was lost', async () => {
    const lost = { ...accepted, row: 'reply-lost', inconclusive: true } as const;
    const given = { inputs: { wait: 'false' }, outcome: { verdict: lost } };
    const { outcome, server } = await run(ours({ status: 'running' }), given);
    expect(outcome.verdict).toBe(lost);
    const url = `${server.origin}/workflow/wf1/executions/7`;
    expect(outcome.execution).toMatchObject({ id: '7', status: 'running', url });
    expect(outcome.execution?.result).toBeUndefined();
  });

  test('does nothing if nothing ran, or without wait if the reply is conclusive', async () => {
    const nothing = { ...accepted, row: 'only-run-if', ran: 'no' } as const;
    expect((await run(ours(), { outcome: { verdict: nothing } })).asked()).toEqual([]);
    expect((await run(ours(), { inputs: { wait: 'false' } })).asked()).toEqual([]);
  });

  test('looks at a failure without wait too, and not for long', async () => {
    const { outcome } = await run(ours({ status: 'error' }), {
      inputs: { wait: 'false' },
      outcome: { verdict: failed },
    });
    expect(outcome.verdict.message).toBe('Execution 7 failed.');
    const { outcome: none, clock } = await run(playing([]), {
      inputs: { wait: 'false' },
      outcome: { verdict: failed },
    });
    expect(none.verdict).toBe(failed);
    expect(clock.monotonic()).toBeLessThanOrEqual(5000);
  });

  test('logs the address, each change and the failures', async () => {
    let reads = 0;
    const { events, server } = await run((path, method) => {
      if (path === 'executions/7') reads += 1;
      if (reads === 3) return answer(500, '{"message":"broken"}');
      return ours({ status: reads > 4 ? 'success' : 'running' })(path, method);
    });
    const texts = events.map((line) => line.replace(/\d+ m?s/, 'some time'));
    expect(texts).toEqual([
      `info: Execution 7: ${server.origin}/workflow/wf1/executions/7`,
      'info: Execution 7: running (some time)',
      expect.stringMatching(/^info: n8n's API is not available now .* Still trying\.$/),
      'info: Execution 7: success (some time)',
    ]);
  });

  test('says why the data of an execution is missing', async () => {
    const { events, outcome } = await run(ours({ dataTooLargeToDisplay: true }));
    expect(outcome.verdict).toBe(accepted);
    expect(events.at(-1)).toMatch(/The data of execution 7 could not be read: .*too large/);
  });
});

describe('an execution that is not followed', () => {
  const named = madeReply(200, '{"executionId":"7"}');
  const without = { wait: 'false' };

  test('is named as in the reply, with its page if its workflow is known', async () => {
    const { outcome, asked, server } = await run(ours(), {
      inputs: without,
      outcome: { exchange: named },
      call: { workflowId: 'wf1' },
    });
    const url = `${server.origin}/workflow/wf1/executions/7`;
    expect(outcome.execution).toEqual({ id: '7', workflowId: 'wf1', status: 'unknown', url });
    expect(asked()).toEqual([]);
  });
});

describe('an execution that is not there', () => {
  const without =
    (settings: JsonMap): Play =>
    (path, method) =>
      path.startsWith('workflows/') ? { id: 'wf1', settings } : playing([])(path, method);

  test('and is not saved is a success with a warning, soon', async () => {
    const { outcome, clock } = await run(without({ saveDataSuccessExecution: 'none' }), {
      call: { workflowId: 'wf1' },
    });
    expect(outcome.verdict).toMatchObject({ row: 'execution-not-saved', success: true });
    expect(clock.monotonic()).toBe(2000);
  });

  test('and should be saved is a failure', async () => {
    const { outcome, clock } = await run(without({ saveDataSuccessExecution: 'all' }), { call: { workflowId: 'wf1' } });
    expect(outcome.verdict).toMatchObject({ row: 'execution-absent', success: false, ran: 'yes' });
    expect(outcome.verdict.hint).not.toContain('With workflow-id');
    expect(clock.monotonic()).toBe(15_000);
  });

  const url = new URL('https://n8n/webhook/deploy');
  const hook: JsonMap = {
    id: 'wf1',
    active: true,
    nodes: [
      {
        name: 'Hook',
        type: 'n8n-nodes-base.webhook',
        webhookId: 'h',
        parameters: { path: 'deploy', httpMethod: 'POST' },
      },
    ],
  };
  const behind =
    (settings: JsonMap, rows: JsonMap[] = []): Play =>
    (path, method) => {
      if (path.startsWith('workflows?')) return { data: [{ ...hook, settings }] };
      return path.startsWith('workflows/') ? { id: 'wf1', settings } : playing(rows)(path, method);
    };

  test('and is not saved is the same without workflow-id: the URL identifies the workflow', async () => {
    const play = behind({ saveDataSuccessExecution: 'none' });
    const { outcome, clock } = await run(play, { call: { url } });
    expect(outcome.verdict).toMatchObject({ row: 'execution-not-saved', success: true, ran: 'yes' });
    expect(outcome.verdict.message).toContain('the settings of its workflow do not save it: its result is unknown.');
    expect(clock.monotonic()).toBe(2000);
    const other = await run(play, { call: { url, method: 'GET' } });
    expect(other.outcome.verdict.row).toBe('execution-absent');
  });

  test.each([{ call: { workflowId: 'wf1' } }, { call: { url } }])(
    'and that no workflow of this n8n saves is a success with a warning, after a search to the end: %#',
    async (given) => {
      const { outcome, clock } = await run(behind({}), given);
      expect(outcome.verdict).toMatchObject({ row: 'execution-not-saved', success: true, ran: 'yes' });
      expect(outcome.verdict.message).toContain('EXECUTIONS_DATA_SAVE_ON_SUCCESS');
      expect(clock.monotonic()).toBe(15_000);
    },
  );

  test('of a workflow that is not known is a failure that asks for workflow-id', async () => {
    const { outcome, asked } = await run(without({ saveDataSuccessExecution: 'none' }));
    expect(outcome.verdict).toMatchObject({ row: 'execution-absent', success: false });
    expect(outcome.verdict.hint).toContain('With workflow-id');
    expect(asked().some((path) => path.startsWith('workflows/'))).toBe(false);
  });

  test('because the API cannot be read is a failure that says so', async () => {
    const { outcome, clock } = await run(() => answer(502, 'bad gateway'), { inputs: { 'wait-timeout': '1m' } });
    expect(outcome.verdict).toMatchObject({ row: 'execution-unreachable', success: false, ran: 'yes' });
    expect(outcome.verdict.message).toContain('could not be read');
    expect(outcome.verdict.hint).toMatch(
      /^n8n's API is not available now \(HTTP 502.*\)\. Look at the executions in n8n\.$/,
    );
    expect(clock.monotonic()).toBe(60_000);
  });

  test.each([
    ['1s', 1000, '1.0 s'],
    ['4s', 4000, '4.0 s'],
    ['1m', 15_000, '15.0 s'],
  ])('is given up within a wait-timeout of %s', async (timeout, givenUpAt, limit) => {
    const { outcome, clock } = await run(without({ saveDataSuccessExecution: 'all' }), {
      inputs: { 'wait-timeout': timeout },
      call: { workflowId: 'wf1' },
    });
    expect(outcome.verdict.row).toBe('execution-absent');
    expect(outcome.verdict.message).toContain(`within ${limit}`);
    expect(clock.monotonic()).toBe(givenUpAt);
  });

  test('within a short wait-timeout is still reported as not saved', async () => {
    const given = { inputs: { 'wait-timeout': '1s' }, call: { workflowId: 'wf1' } };
    const { outcome, clock } = await run(without({ saveDataSuccessExecution: 'none' }), given);
    expect(outcome.verdict.row).toBe('execution-not-saved');
    expect(clock.monotonic()).toBe(1000);
  });

  test("has its workflow's settings read once more, if n8n did not give them at first", async () => {
    let asked = 0;
    const unsaved = without({ saveDataSuccessExecution: 'none' });
    const play: Play = (path, method) =>
      path.startsWith('workflows/') && ++asked === 1 ? answer(502, 'bad gateway') : unsaved(path, method);
    const { outcome, clock } = await run(play, { call: { workflowId: 'wf1' } });
    expect(outcome.verdict.row).toBe('execution-not-saved');
    expect(clock.monotonic()).toBe(15_000);
  });

  test.each([
    ['yes', 'result unknown'],
    ['maybe', 'may have run'],
  ] as const)('leaves open what a reply does not show, if the call ran: %s', async (ran, claim) => {
    const ofReply = { ...failed, ran, overruledByExecution: true } as const;
    const { outcome } = await run(without({}), { outcome: { verdict: ofReply } });
    expect(outcome.verdict).toMatchObject({ row: failed.row, message: failed.message, ran });
    expect(claimOf(outcome.verdict)).toBe(claim);
  });

  test('without wait leaves a success a success', async () => {
    const lost = { ...accepted, row: 'reply-lost', inconclusive: true } as const;
    const given = { inputs: { wait: 'false' }, outcome: { verdict: lost } };
    expect((await run(without({}), given)).outcome.verdict).toBe(lost);
  });

  test('leaves a failed reply a failure', async () => {
    expect((await run(without({}), { outcome: { verdict: failed } })).outcome.verdict).toBe(failed);
  });
});

describe('a cancellation', () => {
  const cancelled = AbortSignal.abort();
  const stops: Play = (path, method) =>
    method === 'POST' && path === 'executions/7/stop'
      ? row(7, { status: 'canceled' })
      : ours({ status: 'running' })(path, method);

  test('while triggering finds the execution and stops it', async () => {
    const { outcome } = await run(stops, { outcome: { verdict: aborted, exchange: undefined }, cancelled });
    expect(outcome.verdict.message).toBe('The step was cancelled; execution 7 was stopped in n8n.');
    expect(outcome.execution).toMatchObject({ id: '7', status: 'canceled' });
  });

  test('while searching does the same, whatever the reply was', async () => {
    const { outcome } = await run(stops, { cancelled });
    expect(outcome.verdict).toMatchObject({ success: false, row: 'cancelled' });
    expect(outcome.execution?.status).toBe('canceled');
  });

  test('before the execution is there fails the step', async () => {
    const { outcome, clock } = await run(playing([]), { cancelled });
    expect(outcome.verdict).toMatchObject({ success: false, row: 'cancelled', ran: 'yes' });
    expect(clock.monotonic()).toBeLessThan(5000);
  });

  test('while following stops the execution', async () => {
    const controller = new AbortController();
    let reads = 0;
    const play: Play = (path, method) => {
      if (path === 'executions/7' && ++reads === 3) controller.abort();
      return stops(path, method);
    };
    const { outcome, server } = await run(play, { cancelled: controller.signal });
    expect(outcome.verdict.message).toBe('The step was cancelled; execution 7 was stopped in n8n.');
    expect(server.requests.at(-1)?.method).toBe('POST');
  });

  test('before anything was sent has nothing to stop', async () => {
    const unsent = { ...aborted, ran: 'no' } as const;
    const { asked, outcome } = await run(stops, { cancelled, outcome: { verdict: unsent } });
    expect(asked()).toEqual([]);
    expect(outcome.verdict).toBe(unsent);
  });

  test.each([aborted, failed])('without wait has nothing to stop, whatever the reply was: $row', async (verdict) => {
    const { asked, outcome } = await run(stops, { cancelled, inputs: { wait: 'false' }, outcome: { verdict } });
    expect(asked().filter((path) => path.endsWith('/stop'))).toEqual([]);
    expect(outcome.verdict).toBe(verdict);
  });
});

describe('an execution that a resume URL continues', () => {
  const call = { url: new URL('https://n8n.test/webhook-waiting/7?signature=a'), resumes: '7' };
  const resumed = (status: string, more: JsonMap = {}) => row(7, { status, ...more });

  test('is followed by the id in the URL, whatever its trace', async () => {
    const clock = testClock();
    const play: Play = () =>
      resumed(clock.monotonic() < 3000 ? 'waiting' : 'success', traced(OUR_TRACE.replace('b7', 'aa')));
    const { outcome, asked } = await run(play, { call }, clock);
    expect(outcome.execution).toMatchObject({ id: '7', status: 'success' });
    expect(asked().filter((path) => path.startsWith('executions?'))).toEqual([]);
  });

  test('is named without wait', async () => {
    const { outcome, asked } = await run(playing([]), { call, inputs: { wait: 'false' } });
    expect(outcome.execution).toMatchObject({ id: '7', status: 'unknown' });
    expect(asked()).toEqual([]);
  });

  test('is neither followed nor stopped if the call may not have resumed it', async () => {
    const verdict = { ...accepted, success: false, ran: 'maybe' } as const;
    const { outcome, asked } = await run(() => resumed('waiting'), { call, outcome: { verdict } });
    expect(outcome.verdict).toBe(verdict);
    expect(asked()).toEqual([]);
  });

  test('is not stopped if the call was cancelled before a reply came', async () => {
    const { asked, outcome } = await run(() => resumed('waiting'), {
      call,
      cancelled: AbortSignal.abort(),
      outcome: { verdict: aborted },
    });
    expect(outcome.verdict.row).toBe('cancelled');
    expect(asked()).toEqual([]);
  });
});
