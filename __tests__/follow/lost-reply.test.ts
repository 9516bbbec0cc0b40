// Whether a call ran whose reply was lost.
import { describe, expect, test } from '@jest/globals';
import { lostReplyResolver } from '../../src/follow/lost-reply.ts';
import { say } from '../../src/text/safe.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { testHost } from '../../support/host.ts';
import { type FakeN8n, fakeN8n, type Row, workflow } from '../../support/n8n-api.ts';
import { answer, reset } from '../../support/server.ts';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const OTHER = '00-ffffffffffffffffffffffffffffffff-b7ad6b7169203331-01';
const KEY = 'the-key-of-this-step';
const mine = { 'idempotency-key': KEY };
const foreign = { 'user-agent': 'curl' };

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
}

async function lookInto(n8n: Partial<FakeN8n>, given: Given = {}) {
  const fake = await fakeN8n(n8n);
  const host = testHost();
  const { workflowId = 'w1', afterId = 0, path = '/webhook/deploy', route = 'webhook' } = given;
  const wanted = { traceparent: TRACE, workflowId, afterId, sentAt: host.clock.now(), others: new Set<number>() };
  const url = new URL(path, route === 'start' ? fake.api.base : 'https://n8n.test');
  const request = { method: 'POST', url, headers: { traceparent: TRACE, 'idempotency-key': KEY } };
  const attempt = {
    number: 1,
    exchange: { kind: 'breakdown', stage: 'wait', code: 'ECONNRESET', status: undefined },
    verdict: lost,
    tookMs: 1,
  } as const;
  const { verdict, execution } = await lostReplyResolver(wanted, fake.api, host)(attempt, { route, request });
  return { verdict, execution, host, ...fake };
}

const before: Row = { id: 1, headers: foreign, startedAt: '2025-12-31T00:00:00Z' };
const hook = workflow('w1', 'deploy');

describe('a call ran', () => {
  test.each(['running', 'success', 'error', 'new', 'waiting'])(
    'where an execution, %s, has its trace',
    async (status) => {
      const { verdict, execution } = await lookInto({ rows: [before, { id: 2, status, traceparent: TRACE }] });
      expect(verdict).toMatchObject({ row: 'reply-lost', success: true, ran: 'yes' });
      expect(verdict.message).toBe('The connection broke. It did run, as execution 2.');
      expect(execution?.id).toBe('2');
    },
  );

  test('where its execution appears some seconds later', async () => {
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

  test('where n8n was down meanwhile, and has it when it is back', async () => {
    const { verdict, host } = await lookInto({
      rows: [{ id: 2, status: 'crashed', traceparent: TRACE }],
      instead: (_, nth) => (nth < 30 ? reset : undefined),
    });
    expect(verdict.row).toBe('reply-lost');
    expect(host.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5_000);
  });

  test.each([undefined, OTHER])('where a proxy has put %s in place of its trace', async (traceparent) => {
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

  test('is asked for among few ids, and not among those before the call', async () => {
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

  test('leaves it open where n8n does not answer any more', async () => {
    const instead = (target: string) =>
      /executions\/2\d\?/.test(target) ? answer(403, '{"message":"no"}') : undefined;
    const { verdict } = await lookInto({ rows: [before], workflows: [hook], instead });
    expect(verdict).toMatchObject({ ran: 'maybe' });
  });
});

describe('a call did not run', () => {
  const didNot = { row: 'no-reply', success: false, ran: 'no', retry: { minDelayMs: 0 } };

  test('where n8n saves executions and has none of it, ten seconds later', async () => {
    const { verdict, host } = await lookInto({ rows: [before], workflows: [hook] });
    expect(verdict).toMatchObject(didNot);
    expect(verdict.message).toBe('The connection broke. n8n has no execution of this call.');
    expect(host.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(10_000);
  });

  test('where the workflow is found by its path', async () => {
    const workflows = [workflow('w0', 'other'), hook, workflow('w2', 'deploy/more'), workflow('w3', 'x/deploy')];
    expect((await lookInto({ rows: [before], workflows }, { workflowId: '' })).verdict).toMatchObject(didNot);
  });

  test('where the workflow has never run, and says itself that successes are saved', async () => {
    const settings = { saveDataSuccessExecution: 'all' };
    expect((await lookInto({ workflows: [{ ...hook, settings }] })).verdict).toMatchObject(didNot);
  });

  test('where it has never run, and a success of another workflow shows that n8n saves them by itself', async () => {
    const other = workflow('w2', 'other', { settings: { saveDataSuccessExecution: 'DEFAULT' } });
    const rows = [{ ...before, workflowId: 'w2' }];
    expect((await lookInto({ rows, workflows: [hook, other] })).verdict).toMatchObject(didNot);
  });

  test('where all that started since was called by others', async () => {
    const rows = [before, { id: 2, headers: foreign }, { id: 3, traceparent: OTHER, headers: foreign }];
    expect((await lookInto({ rows, workflows: [hook] })).verdict).toMatchObject(didNot);
  });

  test('where what nobody can tell apart is older than the call', async () => {
    const rows = [before, { id: 5, status: 'running' }];
    expect((await lookInto({ rows, workflows: [hook] }, { afterId: 5 })).verdict).toMatchObject(didNot);
  });

  test('where a gateway is known by the end of its URL', async () => {
    const gateway = workflow('g', 'api/v1/workflow/:id/start');
    const rows = [{ ...before, workflowId: 'g' }];
    const given = { route: 'start', path: '/webhook/hook-id/api/v1/workflow/w1/start' } as const;
    expect((await lookInto({ rows, workflows: [hook, gateway] }, given)).verdict).toMatchObject(didNot);
  });

  test('where this n8n has no start endpoint at all', async () => {
    const { verdict, host } = await lookInto({}, { route: 'start', path: '/api/v1/workflow/w1/start' });
    expect(verdict).toMatchObject(didNot);
    expect(host.clock.slept).toEqual([]);
  });
});

describe('a call may have run', () => {
  const cases: [string, Partial<FakeN8n>, RegExp, Given?][] = [
    [
      'where the key is refused',
      { instead: () => answer(401, '{"message":"unauthorized"}') },
      /API could not be asked/,
    ],
    ['where the API stays down', { instead: () => reset }, /API could not be asked/],
    ['where the key does not see the workflow', { rows: [before], workflows: [] }, /does not see the workflow/],
    ['where workflow-id is that of another', { rows: [before], workflows: [workflow('w1', 'other')] }, /does not see/],
    [
      'where two workflows could be meant',
      { rows: [before], workflows: [hook, workflow('w2', 'deploy')] },
      /does not see/,
      { workflowId: '' },
    ],
    [
      'where the workflow is not published',
      { workflows: [workflow('w1', 'deploy', { active: false, activeVersion: null })] },
      /does not see/,
    ],
    [
      'where the workflow does not save successes',
      { rows: [before], workflows: [{ ...hook, settings: { saveDataSuccessExecution: 'none' } }] },
      /not certain that n8n saves/,
    ],
    [
      'where the workflow does not save failures',
      { rows: [before], workflows: [{ ...hook, settings: { saveDataErrorExecution: 'none' } }] },
      /not certain that n8n saves/,
    ],
    [
      'where nobody has ever seen a success saved',
      { rows: [{ ...before, status: 'error' }], workflows: [hook] },
      /not certain that n8n saves/,
    ],
    [
      'where only a workflow that asks for it has its successes saved',
      {
        rows: [{ ...before, workflowId: 'w2' }],
        workflows: [hook, workflow('w2', 'other', { settings: { saveDataSuccessExecution: 'all' } })],
      },
      /not certain that n8n saves/,
    ],
    [
      'where an execution does not tell who started it',
      { rows: [before, { id: 2, status: 'running' }], workflows: [hook] },
      /execution 2 may be of this call/,
    ],
    [
      'where an execution is gone before it is read',
      { rows: [before, { id: 2, headers: foreign, gone: true }], workflows: [hook] },
      /execution 2 may be of this call/,
    ],
    [
      'where too many have started since',
      { rows: [before, ...Array.from({ length: 61 }, (_, n) => ({ id: n + 2, headers: foreign }))], workflows: [hook] },
      /too many executions/,
    ],
    ['where it was a test URL', { rows: [before], workflows: [hook] }, /test URL/, { path: '/webhook-test/deploy' }],
    [
      'where an endpoint of this n8n starts workflows',
      {
        rows: [before],
        workflows: [hook],
        instead: (target) => (target.endsWith('/start') ? answer(405, '{"message":"no"}') : undefined),
      },
      /does not see the workflow/,
      { route: 'start', path: '/api/v1/workflow/w1/start' },
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

test('a step that is cancelled stops looking', async () => {
  const { api } = await fakeN8n({});
  const controller = new AbortController();
  const host = { ...testHost(), cancelled: controller.signal };
  controller.abort();
  const wanted = { traceparent: TRACE, workflowId: '', afterId: 0, sentAt: 0, others: new Set<number>() };
  const request = { method: 'POST', url: new URL('https://n8n.test/webhook/x'), headers: {} };
  const exchange = { kind: 'breakdown', stage: 'wait', code: 'E', status: undefined } as const;
  const attempt = { number: 1, exchange, verdict: lost, tookMs: 1 };
  const { verdict } = await lostReplyResolver(wanted, api, host)(attempt, { route: 'webhook', request });
  expect(verdict).toMatchObject({ row: 'aborted', ran: 'maybe' });
});
