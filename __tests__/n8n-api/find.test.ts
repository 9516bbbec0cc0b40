import { describe, expect, test } from '@jest/globals';
import { deadlineAfter } from '../../src/host/deadline.ts';
import type { Api } from '../../src/n8n-api/client.ts';
import { findExecution, type Search, type SearchLimits } from '../../src/n8n-api/find.ts';
import type { TriggeredCall } from '../../src/n8n-api/triggered-call.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { ok } from '../../src/text/result.ts';
import { type TestClock, testClock } from '../../support/clock.ts';
import { oldRow, type Play, type PlayedApi, playApi, playing, receivedBy, row, traced } from '../../support/n8n-api.ts';
import { answer, reset } from '../../support/server.ts';
import { OUR_KEY, OUR_TRACE, triggered } from '../../support/triggered.ts';

const OURS = OUR_TRACE;
const OTHER = '00-0af7651916cd43dd8448eb211c80319c-00000000000000aa-01';
const SENT = Date.UTC(2026, 0, 1);

const at = (ms: number): JsonMap => ({ startedAt: new Date(SENT + ms).toISOString() });

async function find(
  play: Play,
  given: Partial<TriggeredCall> = {},
  signal?: AbortSignal,
): Promise<PlayedApi & { search: Search }> {
  const played = await playApi(play);
  const search = await findExecution(played.api, triggered(given), limits(played.clock, 15_000, 60_000, signal));
  return { ...played, search };
}

function limits(clock: TestClock, searchMs: number, ms: number, signal = new AbortController().signal): SearchLimits {
  return { clock, searchMs, deadline: deadlineAfter(ms, clock, signal), ruledOut: new Set() };
}

const idOf = (search: Search): string => (search.end === 'found' ? search.execution.id : search.end);

describe('an execution', () => {
  test('is the one with our traceparent; another span of the same trace is not', async () => {
    const { search } = await find(
      playing([row(1, traced(OTHER)), row(2, traced(OURS)), row(3, traced(OTHER)), row(4)]),
    );
    expect(idOf(search)).toBe('2');
  });

  test('is found while it runs', async () => {
    const running = { ...traced(OURS), status: 'running' };
    expect(idOf((await find(playing([row(1, traced(OTHER)), row(2, running)]))).search)).toBe('2');
  });

  test('is looked for among those that came after the newest one from before', async () => {
    const rows = [...Array(20).keys()].map((n) => row(n + 1, traced(n === 19 ? OURS : OTHER)));
    const { search, asked } = await find(playing(rows), { afterId: 18 });
    expect(idOf(search)).toBe('20');
    expect(
      asked()
        .filter((path) => /^executions\/\d/.test(path))
        .sort(),
    ).toEqual(['executions/19', 'executions/20']);
  });

  test('is looked for at first among those that started when it was sent', async () => {
    const rows = [...Array(30).keys()].map((n) =>
      row(n + 1, { ...traced(n === 9 ? OURS : OTHER), ...at((n - 9) * 1000) }),
    );
    const { search, asked } = await find(playing(rows));
    expect(idOf(search)).toBe('10');
    expect(asked().filter((path) => /^executions\/\d/.test(path))).toHaveLength(6);
  });

  test('is looked for among those of its workflow, if that is known', async () => {
    const { asked } = await find(playing([row(1, traced(OURS))]), { workflowId: 'wf1' });
    expect(asked()[0]).toContain('workflowId=wf1');
  });

  test('that is late is waited for, and no other is read twice', async () => {
    const rows = [row(1, traced(OTHER)), row(2, traced(OTHER))];
    let lists = 0;
    const { search, asked } = await find((path, method) => {
      if (path.startsWith('executions?') && !path.includes('running')) lists += 1;
      if (lists === 3 && rows.length === 2) rows.push(row(3, traced(OURS)));
      return playing(rows)(path, method);
    });
    expect(idOf(search)).toBe('3');
    expect(
      asked()
        .filter((path) => /^executions\/\d/.test(path))
        .sort(),
    ).toEqual(['executions/1', 'executions/2', 'executions/3']);
  });

  test('that does not appear is absent when its time is over', async () => {
    const { search, clock } = await find(playing([row(1, traced(OTHER))]));
    expect(search.end).toBe('absent');
    expect(clock.monotonic()).toBe(15_000);
  });

  test('that was deleted while it was looked at is not ours', async () => {
    const { search } = await find((path, method) =>
      path === 'executions/1' ? undefined : playing([row(1, traced(OURS))])(path, method),
    );
    expect(search.end).toBe('absent');
  });
});

describe('on n8n before 2.20, which stores no traceparent, an execution', () => {
  test.each(['success', 'error'])('is found by the header that its Webhook node received (%s)', async (status) => {
    const { search, clock } = await find(
      playing([
        oldRow(1, { traceparent: OTHER }, status),
        oldRow(2, { traceparent: OURS }, status),
        oldRow(3, {}, status),
      ]),
    );
    expect(search).toMatchObject({ end: 'found', execution: { id: '2', status } });
    expect(clock.monotonic()).toBe(0);
  });

  test('is found while its first node runs, by its input', async () => {
    const running = (id: number, traceparent: string): JsonMap => {
      const main = [[{ json: { headers: { traceparent }, query: {} } }]];
      const executionData = { nodeExecutionStack: [{ data: { main } }] };
      return { ...oldRow(id, undefined, 'running'), data: { resultData: { runData: {} }, executionData } };
    };
    const { search, clock } = await find(playing([running(1, OURS), running(2, OTHER)]));
    expect(search).toMatchObject({ end: 'found', execution: { id: '1', status: 'running' } });
    expect(clock.monotonic()).toBe(0);
  });

  test('that has stored nothing yet is waited for as long as the step waits', async () => {
    const { search, clock } = await find(playing([oldRow(1, undefined, 'running')]));
    expect(search.end).toBe('undecided');
    expect(clock.monotonic()).toBe(60_000);
  });

  test('is absent if others have ended, one without a trace of who called it', async () => {
    const { search, clock } = await find(playing([oldRow(1, { traceparent: OTHER }), oldRow(2, undefined, 'error')]));
    expect(search).toEqual({ end: 'absent' });
    expect(clock.monotonic()).toBe(15_000);
  });

  test('is found once its first node has been stored', async () => {
    let reads = 0;
    const { search } = await find((path, method) => {
      if (path.includes('includeData')) reads += 1;
      return playing([oldRow(1, reads > 3 ? { traceparent: OURS } : undefined, 'running')])(path, method);
    });
    expect(idOf(search)).toBe('1');
  });
});

describe('an API that fails', () => {
  test.each([
    ['errors', answer(500, '{"message":"broken"}')],
    ['limits', answer(429, 'slow down')],
    ['resets', reset],
    ['a start', answer(200, 'n8n is starting up. Please wait')],
  ])('with %s is asked again for as long as the step waits', async (_, failure) => {
    const { search, clock } = await find(() => failure);
    expect(search.end).toBe('unreachable');
    expect(clock.monotonic()).toBe(60_000);
  });

  test('finds the execution when it is back, even after the time for an absent one', async () => {
    const { clock, ...played } = await playApi((path, method) =>
      clock.monotonic() < 40_000 ? answer(503, '{}') : playing([row(1, traced(OURS))])(path, method),
    );
    const search = await findExecution(played.api, triggered(), limits(clock, 15_000, 60_000));
    expect(idOf(search)).toBe('1');
  });

  test('that refuses the key is not called again', async () => {
    const { search, clock } = await find(() => answer(401, '{"message":"unauthorized"}'));
    expect(search.end).toBe('unreachable');
    expect(clock.monotonic()).toBe(0);
  });
});

describe('an execution counts as absent', () => {
  test.each([
    [0, 15_000],
    [11_000, 15_000],
    [14_000, 16_100],
  ])('if the API failed for %s ms, after %s ms', async (failingMs, absentMs) => {
    const { api, clock } = await playApi((path, method) =>
      clock.monotonic() < failingMs ? answer(503, '{}') : playing([])(path, method),
    );
    const patience = limits(clock, 15_000, 60_000);
    const search = await findExecution(api, triggered(), patience);
    expect(search.end).toBe('absent');
    expect(clock.monotonic()).toBeGreaterThanOrEqual(absentMs);
    expect(clock.monotonic()).toBeLessThan(absentMs + 2000);
  });

  test('not while it is queued: from the second look on, queued ones are requested, too', async () => {
    const { api, clock, asked } = await playApi((path, method) =>
      path.includes('status=new')
        ? { data: [row(3, { status: 'new' })] }
        : playing([row(3, traced(OURS))])(path, method),
    );
    const hidden: Api = {
      ...api,
      request: async (method, path, subject, options) =>
        /^executions\?(?!.*status=new)/.test(path) ? ok({ data: [] }) : api.request(method, path, subject, options),
    };
    const patience = limits(clock, 15_000, 60_000);
    expect(idOf(await findExecution(hidden, triggered(), patience))).toBe('3');
    expect(clock.slept).toEqual([100]);
    expect(asked().filter((path) => path.includes('status=new'))).toHaveLength(1);
  });

  test('not if the time was over before all could be read', async () => {
    const rows = [...Array(60).keys()].map((n) => row(n + 1, traced(OTHER)));
    const { api, clock, asked } = await playApi((path, method) => {
      if (/^executions\/\d/.test(path)) clock.pass(1000);
      return playing(rows)(path, method);
    });
    const patience = limits(clock, 10_000, 20_000);
    const search = await findExecution(api, triggered(), patience);
    expect(search.end).toBe('unreachable');
    expect(asked().filter((path) => /^executions\/\d/.test(path)).length).toBeLessThan(30);
  });
});

describe('if a proxy has changed the trace, an execution', () => {
  const mine = { data: receivedBy({ 'idempotency-key': OUR_KEY }) };
  const OTHER_RUN = '00-ffffffffffffffffffffffffffffffff-00000000000000aa-01';

  test.each<[string, JsonMap]>([
    ['another span', traced(OTHER)],
    ['a doubled header, of which n8n stores none', {}],
    ['another trace', traced(OTHER_RUN)],
  ])('is found by our key among the headers that its Webhook node received: %s', async (_, trace) => {
    const others = [
      row(1, { ...traced(OTHER), data: receivedBy({ 'idempotency-key': 'another' }) }),
      row(3, traced(OTHER_RUN)),
    ];
    const { search, clock } = await find(playing([...others, row(2, { ...trace, ...mine })]));
    expect(idOf(search)).toBe('2');
    expect(clock.monotonic()).toBe(100);
  });

  test('is found if the proxy doubled the key as well', async () => {
    const data = receivedBy({ 'idempotency-key': `${OUR_KEY}, ${OUR_KEY}` });
    expect(idOf((await find(playing([row(2, { data })]))).search)).toBe('2');
  });

  test('is the first of two, as a workflow may pass our headers on to another one', async () => {
    const data = receivedBy({ 'idempotency-key': OUR_KEY });
    expect(idOf((await find(playing([row(3, { data, ...at(0) }), row(2, { data, ...at(-500) })]))).search)).toBe('2');
  });

  test('is not found by a key that the inputs gave, because an earlier call may have carried it, too', async () => {
    const key = { value: OUR_KEY, isUnique: false };
    expect((await find(playing([row(2, mine)]), { key })).search.end).toBe('absent');
  });

  test('is not looked for among too many', async () => {
    const rows = [...Array(200).keys()].map((n) => row(n + 1, traced(OTHER_RUN)));
    const { asked } = await find(playing(rows));
    const read = asked().flatMap((path) => /^executions\/(\d+)\?/.exec(path)?.[1] ?? []);
    expect(read.filter((id) => Number(id) <= 200).length).toBeLessThanOrEqual(30);
  });

  test('that a schedule or another workflow started is not read at all', async () => {
    const { asked } = await find(playing([row(1, { mode: 'trigger' }), row(2, { mode: 'integrated' })]));
    expect(asked().filter((path) => /^executions\/[12]\b/.test(path))).toEqual([]);
  });
});

test('three past runs show how long the workflow takes at least', async () => {
  const took = (id: number, ms: number, more: JsonMap = {}) =>
    row(id, { ...at(-90_000), stoppedAt: new Date(SENT - 90_000 + ms).toISOString(), ...more });
  const past = [took(1, 9000), took(2, 7000), took(3, 8000), took(4, 10, { workflowId: 'wf2' })];
  const { search } = await find(playing([...past, row(9, { ...traced(OURS), status: 'running' })]));
  expect(search).toMatchObject({ end: 'found', usualMs: 7000 });
  const { search: few } = await find(playing([...past.slice(1), row(9, { ...traced(OURS), status: 'running' })]));
  expect(few).toMatchObject({ end: 'found', usualMs: undefined });
});

test('a cancellation ends the search', async () => {
  const { search } = await find(playing([]), {}, AbortSignal.abort());
  expect(search.end).toBe('cancelled');
});

describe('an execution that no list has, because it waits and this n8n is older than 2.39', () => {
  /** Plays executions; its lists leave out waiting ones. */
  const hiding = (rows: readonly JsonMap[]): Play => {
    const all = playing(rows);
    const listed = playing(rows.filter(({ status }) => status !== 'waiting'));
    return (path, method) => (path.startsWith('executions?') ? listed(path, method) : all(path, method));
  };
  const waiting = { status: 'waiting', ...at(0) };

  test.each([
    ['its trace', row(4, { ...traced(OURS), ...waiting })],
    ['what its Webhook node received', { ...oldRow(4, { traceparent: OURS }, 'waiting'), ...at(0) }],
  ])('is found by its id and %s, when nothing else is', async (_, ours) => {
    const others = [row(1, { ...traced(OTHER), ...at(-90_000) }), row(3, { ...traced(OTHER), ...waiting })];
    const { search, clock } = await find(hiding([...others, ours]));
    expect(idOf(search)).toBe('4');
    expect(clock.monotonic()).toBeGreaterThanOrEqual(15_000);
  });

  test('is not taken for ours if it is of another workflow', async () => {
    const other = row(2, { ...traced(OURS), ...waiting, workflowId: 'wf2' });
    const { search } = await find(hiding([row(1, traced(OTHER)), other]), { workflowId: 'wf1' });
    expect(search.end).toBe('absent');
  });
});

test('an execution is not absent if the time is over before all that may be it were read', async () => {
  const clock = testClock();
  const rows = [...Array(30).keys()].map((n) => row(n + 1, { ...traced(OTHER), ...at(0) }));
  const play: Play = (path, method) => {
    if (/^executions\/\d/.test(path)) clock.pass(20_000);
    return playing(rows)(path, method);
  };
  const { api, asked } = await playApi(play, clock);
  const search = await findExecution(api, triggered(), limits(clock, 15_000, 60_000));
  expect(search).toEqual({ end: 'unreachable', failure: undefined });
  expect(asked().filter((path) => /^executions\/\d/.test(path)).length).toBeLessThan(30);
});

test('the usual length is that of past runs alone, of those that have a length', async () => {
  const ran = (id: number, ms?: number) =>
    row(id, { ...at(0), ...(ms !== undefined && { stoppedAt: new Date(SENT + ms).toISOString() }) });
  const own = row(9, { ...traced(OURS), ...at(0), stoppedAt: new Date(SENT + 1).toISOString() });
  const usualOf = async (...past: JsonMap[]) => (await find(playing([own, ...past]))).search;
  expect(await usualOf(ran(1, 0), ran(2, 500), ran(3, 600))).toMatchObject({ end: 'found', usualMs: 0 });
  expect(await usualOf(ran(1, -400), ran(2, 500), ran(3, 600), ran(4, 700))).toMatchObject({ usualMs: 500 });
  expect(await usualOf(ran(1, -400), ran(2), ran(3, 600), ran(4, 700))).toMatchObject({ usualMs: undefined });
  expect(await usualOf(ran(2, 500), ran(3, 600))).toMatchObject({ usualMs: undefined });
});
