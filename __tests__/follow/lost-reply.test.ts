// Whether a call ran whose reply was lost.
import { describe, expect, test } from '@jest/globals';
import { lostReplyResolver } from '../../src/follow/lost-reply.ts';
import { type Body, textBody } from '../../src/http/body.ts';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import type { Mark } from '../../src/n8n-api/triggered-call.ts';
import { say } from '../../src/text/safe.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { TestClock } from '../../support/clock.ts';
import { type TestHost, testHost } from '../../support/host.ts';
import { type FakeN8n, fakeN8n, type Row, workflow } from '../../support/n8n-api.ts';
import { valueIn } from '../../support/problems.ts';
import { answer, reset } from '../../support/server.ts';
import { OUR_KEY, OUR_TRACE, triggered } from '../../support/triggered.ts';

const TRACE = OUR_TRACE;
const OTHER = '00-ffffffffffffffffffffffffffffffff-b7ad6b7169203331-01';
const mine = { 'idempotency-key': OUR_KEY };
const foreign = { 'idempotency-key': 'another' };

const lost: Verdict = {
  row: 'no-reply',
  success: false,
  ran: 'maybe',
  retry: { minDelayMs: 0 },
  message: say`The connection broke.`,
  hint: say`Look.`,
};

interface Given {
  workflowId?: string;
  afterId?: number;
  path?: string;
  route?: 'webhook' | 'start';
  resumes?: string;
  wasWaiting?: boolean;
  body?: Body;
  key?: Mark;
}

async function inputsFor(route: 'webhook' | 'start', url: URL, workflowId: string): Promise<Inputs> {
  const start = { mode: 'api', url: url.href.replace(/\/api\/v1\/.*$/, ''), 'workflow-id': workflowId };
  const given: Record<string, string> = { ...(route === 'start' ? start : { url: url.href }), 'secret-key': 'a-key' };
  const { inputs } = await readInputs(
    (name) => given[name] ?? '',
    '.',
    async () => ({}),
  );
  return valueIn(inputs);
}

async function lookInto(n8n: Partial<FakeN8n>, given: Given = {}, prepare: (host: TestHost) => void = () => {}) {
  const fake = await fakeN8n(n8n);
  const host = testHost();
  prepare(host);
  const { path = '/webhook/deploy', route = 'webhook', workflowId = 'w1', wasWaiting = false, ...rest } = given;
  const base = route === 'start' && !path.includes('/webhook') ? fake.api.base : 'https://n8n.test';
  const url = new URL(path, base);
  const call = triggered({
    url,
    route,
    sentAt: host.clock.now(),
    workflowId: route === 'start' ? undefined : workflowId || undefined,
    ...rest,
  });
  const inputs = await inputsFor(route, url, workflowId);
  const attempt = {
    number: 1,
    exchange: { kind: 'breakdown', stage: 'wait', code: 'ECONNRESET', status: undefined },
    verdict: lost,
    tookMs: 1,
  } as const;
  const { verdict, execution } = await lostReplyResolver(inputs, fake.api, host, wasWaiting)(attempt, call);
  return { verdict, execution, host, ...fake };
}

const before: Row = { id: 1, headers: foreign, startedAt: '2025-12-30T00:00:00Z' };
/** Its successes are saved by n8n's environment, as one that was saved shows. */
const failures = { saveDataErrorExecution: 'all' };
const hook = workflow('w1', 'deploy', { settings: failures });

describe('a call ran', () => {
  test.each(['running', 'success', 'error', 'new', 'waiting'])('if an execution, %s, has its trace', async (status) => {
    const { verdict, execution } = await lookInto({ rows: [before, { id: 2, status, traceparent: TRACE }] });
    expect(verdict).toMatchObject({ row: 'reply-lost', success: true, ran: 'yes' });
    expect(verdict.message).toBe('The connection broke. It did run, as execution 2.');
    expect(execution?.id).toBe('2');
  });

  test('if its execution appears some seconds later', async () => {
    const rows = [before];
    const { verdict } = await lookInto({
      rows,
      workflows: [hook],
      instead: (_, nth) => {
        if (nth === 12) rows.push({ id: 2, traceparent: TRACE });
        return undefined;
      },
    });
    expect(verdict.row).toBe('reply-lost');
  });

  test('if n8n was down meanwhile, and has it when it is back', async () => {
    const { verdict, host } = await lookInto({
      rows: [{ id: 2, status: 'crashed', traceparent: TRACE }],
      instead: (_, nth) => (nth < 30 ? reset : undefined),
    });
    expect(verdict.row).toBe('reply-lost');
    expect(host.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5_000);
  });

  test.each([undefined, OTHER])('if a proxy has put %s in place of its trace', async (traceparent) => {
    const { verdict, execution } = await lookInto({
      rows: [before, { id: 2, traceparent, headers: mine }],
      workflows: [hook],
    });
    expect(verdict.row).toBe('reply-lost');
    expect(execution?.id).toBe('2');
  });
});

describe('an execution that no list has', () => {
  const waiting: Row = { id: 2, status: 'waiting', headers: mine, unlisted: true };

  test.each([
    ['alone', [before, waiting]],
    ['behind others', [before, { ...waiting, id: 3, headers: foreign }, { ...waiting, id: 22 }]],
    ['before others', [before, waiting, { id: 9, headers: foreign }]],
  ] satisfies [string, Row[]][])('is found by its id, %s', async (_, rows) => {
    const { verdict } = await lookInto({ rows, workflows: [hook] });
    expect(verdict.row).toBe('reply-lost');
  });

  test('is looked up among few ids, and not among those before the call', async () => {
    const { server } = await lookInto({ rows: [before, { ...before, id: 500 }], workflows: [hook] }, { afterId: 7 });
    const asked = server.requests.flatMap(({ target }) => /executions\/(\d+)/.exec(target)?.[1] ?? []).map(Number);
    expect(new Set(asked.filter((id) => id > 500))).toEqual(new Set(Array.from({ length: 20 }, (_, n) => 501 + n)));
    expect(asked.filter((id) => id > 1 && id < 500)).toEqual([]);
  });

  test.each([
    ['does not tell who started it', [{ ...waiting, headers: undefined }], 'maybe'],
    ['is of another workflow', [{ ...waiting, headers: undefined, workflowId: 'w2' }], 'no'],
    ['is of another caller', [{ ...waiting, headers: foreign }], 'no'],
    ['may be among too many ids', [{ id: 500, headers: foreign }], 'maybe'],
  ] satisfies [string, Row[], string][])('and %s leaves it: %s', async (_, rows, ran) => {
    const { verdict } = await lookInto({ rows: [before, ...rows], workflows: [hook] });
    expect(verdict).toMatchObject({ row: 'no-reply', ran });
  });

  test('leaves it open if n8n no longer replies', async () => {
    const instead = (target: string) =>
      /executions\/2\d\?/.test(target) ? answer(403, '{"message":"no"}') : undefined;
    const { verdict } = await lookInto({ rows: [before], workflows: [hook], instead });
    expect(verdict).toMatchObject({ ran: 'maybe' });
  });
});

describe('a call did not run', () => {
  const didNot = { row: 'no-reply', success: false, ran: 'no', retry: { minDelayMs: 0 } };

  test('if n8n saves executions and has none of it, ten seconds later', async () => {
    const { verdict, host } = await lookInto({ rows: [before], workflows: [hook] });
    expect(verdict).toMatchObject(didNot);
    expect(verdict.message).toBe('The connection broke. n8n has no execution of this call.');
    expect(host.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(10_000);
  });

  test('if the workflow is found by its path', async () => {
    const workflows = [workflow('w0', 'other'), hook, workflow('w2', 'deploy/more'), workflow('w3', 'x/deploy')];
    expect((await lookInto({ rows: [before], workflows }, { workflowId: '' })).verdict).toMatchObject(didNot);
  });

  test('if the workflow has never run, and says itself that successes are saved', async () => {
    const settings = { ...failures, saveDataSuccessExecution: 'all' };
    expect((await lookInto({ workflows: [{ ...hook, settings }] })).verdict).toMatchObject(didNot);
  });

  test('if it has never run, and a success of another workflow shows that n8n saves them by default', async () => {
    const other = workflow('w2', 'other', { settings: { saveDataSuccessExecution: 'DEFAULT' } });
    const rows = [{ ...before, workflowId: 'w2' }];
    expect((await lookInto({ rows, workflows: [hook, other] })).verdict).toMatchObject(didNot);
  });

  test('if all that started since was called by others', async () => {
    const rows = [before, { id: 2, headers: foreign }, { id: 3, traceparent: OTHER, headers: foreign }];
    expect((await lookInto({ rows, workflows: [hook] })).verdict).toMatchObject(didNot);
  });

  test('if executions that look alike are older than the call', async () => {
    const rows = [before, { id: 5, status: 'running' }];
    expect((await lookInto({ rows, workflows: [hook] }, { afterId: 5 })).verdict).toMatchObject(didNot);
  });

  test('if a gateway is known by the end of its URL', async () => {
    const gateway = workflow('g', 'api/v1/workflow/:id/start', { settings: failures });
    const rows = [{ ...before, workflowId: 'g' }];
    const given = { route: 'start', path: '/webhook/hook-id/api/v1/workflow/w1/start' } as const;
    expect((await lookInto({ rows, workflows: [hook, gateway] }, given)).verdict).toMatchObject(didNot);
  });

  test('if the instance would have started the workflow itself, and it has not run', async () => {
    const given = { route: 'start', path: '/api/v1/workflow/w1/start' } as const;
    expect((await lookInto({ rows: [before], workflows: [hook] }, given)).verdict).toMatchObject(didNot);
  });

  test.each<[string, Partial<Row>]>([
    ['has another key', { headers: foreign }],
    ['was started by a schedule', { mode: 'trigger' }],
    ['was called by another workflow', { mode: 'integrated' }],
    ['received another body', { headers: { 'user-agent': 'curl' }, body: { a: 2 } }],
  ])('if what started since %s', async (_, row) => {
    const rows = [before, { id: 2, ...row }];
    const body = textBody('{"a":1}', 'application/json');
    expect((await lookInto({ rows, workflows: [hook] }, { body })).verdict).toMatchObject(didNot);
  });

  test('if failures are saved, as one that was saved shows', async () => {
    const rows = [before, { ...before, id: 2, status: 'error' }];
    expect((await lookInto({ rows, workflows: [workflow('w1', 'deploy')] })).verdict).toMatchObject(didNot);
  });
});

describe('a call may have run', () => {
  test.each(['{}', '{"data":{"results":[]}}', '{"data":[{"id":"0b5c","status":"success"}]}'])(
    'if n8n lists executions in another form: %s',
    async (list) => {
      const instead = (target: string) => (/executions\?/.test(target) ? answer(200, list) : undefined);
      const saving = workflow('w1', 'deploy', { settings: { ...failures, saveDataSuccessExecution: 'all' } });
      const { verdict } = await lookInto({ rows: [before], workflows: [saving], instead });
      expect(verdict).toMatchObject({ ran: 'maybe' });
    },
  );

  const cases: [string, Partial<FakeN8n>, RegExp, Given?][] = [
    [
      'where the key is refused',
      { instead: () => answer(401, '{"message":"unauthorized"}') },
      /because n8n's API does not accept this secret-key \(401\)\. Check that the key is .*reply\. Look\.$/,
    ],
    ['where the API stays down', { instead: () => reset }, /because n8n did not reply in time\. Look\.$/],
    ['where the key does not see the workflow', { rows: [before], workflows: [] }, /has no access to the workflow/],
    [
      'where workflow-id is that of another',
      { rows: [before], workflows: [workflow('w1', 'other')] },
      /has no access to/,
    ],
    [
      'where two workflows could be meant',
      { rows: [before], workflows: [hook, workflow('w2', 'deploy')] },
      /has no access to/,
      { workflowId: '' },
    ],
    [
      'where the workflow is not published',
      { workflows: [workflow('w1', 'deploy', { active: false, activeVersion: null })] },
      /has no access to/,
    ],
    [
      'where the workflow does not save successes',
      { rows: [before], workflows: [{ ...hook, settings: { ...failures, saveDataSuccessExecution: 'none' } }] },
      /n8n may not save/,
    ],
    [
      'where the workflow does not save failures',
      { rows: [before], workflows: [{ ...hook, settings: { saveDataErrorExecution: 'none' } }] },
      /n8n may not save/,
    ],
    [
      'where nobody has ever seen a success saved',
      { rows: [{ ...before, status: 'error' }], workflows: [hook] },
      /n8n may not save/,
    ],
    [
      'where only a workflow that asks for it has its successes saved',
      {
        rows: [{ ...before, workflowId: 'w2' }],
        workflows: [hook, workflow('w2', 'other', { settings: { saveDataSuccessExecution: 'all' } })],
      },
      /n8n may not save/,
    ],
    [
      'where an execution does not tell who started it',
      { rows: [before, { id: 2, status: 'running' }], workflows: [hook] },
      /execution 2 may belong to this call/,
    ],
    [
      'where an execution is gone before it is read',
      { rows: [before, { id: 2, headers: foreign, gone: true }], workflows: [hook] },
      /execution 2 may belong to this call/,
    ],
    [
      'where too many have started since',
      { rows: [before, ...Array.from({ length: 61 }, (_, n) => ({ id: n + 2, headers: foreign }))], workflows: [hook] },
      /too many executions/,
    ],
    ['where it was a test URL', { rows: [before], workflows: [hook] }, /test URL/, { path: '/webhook-test/deploy' }],
    [
      'where the instance itself may have started the execution that there is',
      { rows: [before, { id: 2 }], workflows: [hook] },
      /execution 2 may belong to this call/,
      { route: 'start', path: '/api/v1/workflow/w1/start' },
    ],
    [
      'where a proxy may have taken our headers off, and the body is ours',
      { rows: [before, { id: 2, headers: { 'user-agent': 'proxy' }, body: { a: 1 } }], workflows: [hook] },
      /execution 2 may belong to this call/,
      { body: textBody('{"a":1}', 'application/json') },
    ],
    [
      'where a proxy may have taken our headers off, and nothing was sent that could be compared',
      { rows: [before, { id: 2, headers: { 'user-agent': 'proxy' } }], workflows: [hook] },
      /execution 2 may belong to this call/,
    ],
    [
      'where the inputs gave a key that an earlier call carried, too',
      { rows: [before, { id: 2, headers: mine }], workflows: [hook] },
      /execution 2 may belong to this call/,
      { key: { value: OUR_KEY, isUnique: false } },
    ],
    [
      'where no failure has ever been saved',
      { rows: [before], workflows: [workflow('w1', 'deploy')] },
      /n8n may not save failed executions of this workflow/,
    ],
    [
      "where n8n's clock may be behind, and an execution seems older than the call",
      {
        rows: [{ id: 2, startedAt: '2025-12-31T23:58:00Z' }],
        workflows: [{ ...hook, settings: { ...failures, saveDataSuccessExecution: 'all' } }],
      },
      /execution 2 may belong to this call/,
    ],
  ];

  test.each(cases)('%s', async (_, n8n, why, given = {}) => {
    const { verdict, execution, host } = await lookInto(n8n, given);
    expect(verdict).toMatchObject({ row: 'no-reply', success: false, ran: 'maybe' });
    expect(verdict.hint).toMatch(why);
    expect(execution).toBeUndefined();
    expect(host.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(65_000);
  });
});

describe('a call to a resume URL', () => {
  const waits: Row = { id: 7, status: 'waiting' };

  test('ran if its execution no longer waits', async () => {
    const rows = [waits];
    const { verdict, execution } = await lookInto(
      {
        rows,
        instead: (_, nth) => {
          if (nth === 3) rows[0] = { id: 7, status: 'running' };
          return undefined;
        },
      },
      { resumes: '7' },
    );
    expect(verdict).toMatchObject({ row: 'reply-lost', ran: 'yes' });
    expect(execution?.id).toBe('7');
  });

  test('ran if its execution waited before the call', async () => {
    const rows = [{ id: 7, status: 'success' }];
    const { verdict } = await lookInto({ rows }, { resumes: '7', wasWaiting: true });
    expect(verdict).toMatchObject({ row: 'reply-lost', ran: 'yes' });
  });

  test.each(['running', 'success'])('may have run if its execution was never seen waiting: %s', async (status) => {
    const { verdict, execution } = await lookInto({ rows: [{ id: 7, status }] }, { resumes: '7' });
    expect(verdict).toMatchObject({
      row: 'no-reply',
      ran: 'maybe',
      hint: expect.stringMatching(/did not show that the execution was waiting/),
    });
    expect(execution).toBeUndefined();
  });

  test('may have run if its execution waits, as it may wait again', async () => {
    const { verdict, host } = await lookInto({ rows: [waits] }, { resumes: '7' });
    expect(verdict).toMatchObject({ row: 'no-reply', ran: 'maybe', hint: expect.stringMatching(/still waiting/) });
    expect(host.clock.monotonic()).toBeLessThanOrEqual(11_000);
  });

  test('may have run where the API does not say whether its execution waits', async () => {
    const { verdict } = await lookInto({ rows: [waits], instead: () => reset }, { resumes: '7', wasWaiting: true });
    expect(verdict).toMatchObject({
      row: 'no-reply',
      ran: 'maybe',
      hint: expect.stringMatching(/because n8n's API at .* was not reached/),
    });
  });
});

test('a search takes no longer than a minute and a half, however slow the API is', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => ({ id: n + 2, headers: foreign }));
  const clocks: TestClock[] = [];
  // It becomes slow when the search is over, and every execution is read.
  const instead = () => {
    if ((clocks[0]?.monotonic() ?? 0) >= 10_000) clocks[0]?.pass(9000);
    return undefined;
  };
  const { host, verdict } = await lookInto({ rows, workflows: [hook], instead }, {}, ({ clock }) => clocks.push(clock));
  expect(verdict.ran).toBe('maybe');
  expect(host.clock.monotonic()).toBeLessThanOrEqual(92_000 + 9000);
});

test('a step that is cancelled stops looking', async () => {
  const { api } = await fakeN8n({});
  const controller = new AbortController();
  const host = { ...testHost(), cancelled: controller.signal };
  controller.abort();
  const inputs = await inputsFor('webhook', new URL('https://n8n.test/webhook/x'), '');
  const exchange = { kind: 'breakdown', stage: 'wait', code: 'E', status: undefined } as const;
  const attempt = { number: 1, exchange, verdict: lost, tookMs: 1 };
  const { verdict } = await lostReplyResolver(inputs, api, host, false)(attempt, triggered());
  expect(verdict).toMatchObject({ row: 'aborted', ran: 'maybe' });
});
