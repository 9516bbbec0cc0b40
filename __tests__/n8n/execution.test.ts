import { describe, expect, test } from '@jest/globals';
import { isFinal, isRedacted, receivedRequest, toExecution, toResult as toResultBy } from '../../src/n8n/execution.ts';
import type { Json, JsonMap } from '../../src/text/json.ts';
import { showing } from '../../support/call.ts';

const toResult = (data: JsonMap, ...secrets: string[]) => toResultBy(data, showing(...secrets));
const receivedHeaders = (data: JsonMap) => receivedRequest(data)?.headers;

const T = 1_780_000_000_000;

function run(startTime: number, executionIndex: number, ...outputs: Json[][]): JsonMap {
  const main = outputs.map((items) => items.map((json) => ({ json, pairedItem: { item: 0 } })));
  return { startTime, executionIndex, executionTime: 5, executionStatus: 'success', source: [], data: { main } };
}

function executed(runData: JsonMap, more: JsonMap = {}): JsonMap {
  return { id: '7', workflowData: { name: 'Deploy' }, data: { resultData: { runData, ...more } } };
}

describe('an execution', () => {
  test('is read from what n8n gives', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const data = {
      id: 7,
      workflowId: 'wf1',
      status: 'waiting',
      mode: 'webhook',
      waitTill: new Date(T).toISOString(),
      tracingContext: { traceparent },
    };
    expect(toExecution(data)).toEqual({
      id: '7',
      workflowId: 'wf1',
      status: 'waiting',
      mode: 'webhook',
      traceparent,
      storesTraces: true,
      waitTill: T,
    });
  });

  test.each<[string, JsonMap, boolean]>([
    ['no trace', { tracingContext: null }, true],
    ['an n8n that stores none', {}, false],
  ])('with %s has no traceparent', (_, more, storesTraces) => {
    expect(toExecution({ id: '7', ...more })).toMatchObject({ traceparent: undefined, storesTraces });
  });

  test.each(['success', 'error', 'canceled', 'crashed', 'waiting', 'running', 'new'] as const)(
    'that is %s is read as such',
    (status) => {
      expect(toExecution({ id: '7', status })?.status).toBe(status);
      expect(isFinal(status)).toBe(['success', 'error', 'canceled', 'crashed'].includes(status));
    },
  );

  test.each([undefined, '', '7\n::error::x', '0', '-1', '1.5', '9007199254740992', '99999999999999999999'])(
    'is not read if its id is %j',
    (id) => {
      expect(toExecution(id === undefined ? {} : { id })).toBeUndefined();
    },
  );

  test('without a valid workflow id has none', () => {
    expect(toExecution({ id: 7 })).toMatchObject({ workflowId: undefined, status: 'unknown' });
    expect(toExecution({ id: 7, workflowId: '../7' })).toMatchObject({ workflowId: undefined });
  });

  test('in a status that this action does not know counts as unknown', () => {
    expect(toExecution({ id: '7', status: 'pondering' })?.status).toBe('unknown');
  });
});

describe('the result of an execution', () => {
  test('has the runs of its nodes in the order of their start', () => {
    const { runs } = toResult(
      executed({ B: [run(T + 1, 3), run(T + 9, 4)], A: [run(T, 0)], D: [run(T + 1, 2)], C: [run(T + 1, 1)] }),
    );
    expect(runs.map(({ node }) => node)).toEqual(['A', 'C', 'D', 'B', 'B']);
    expect(runs[0]).toEqual({ node: 'A', startedAt: T, tookMs: 5, failed: false });
  });

  test('has the name of its workflow, if that is given', () => {
    expect(toResult(executed({})).workflowName).toBe('Deploy');
    expect(toResult({ workflowData: { name: 7 } }).workflowName).toBe('');
  });

  test('treats a run without times as one at the very start that took no time', () => {
    const { runs } = toResult(executed({ A: [run(T, 0)], B: [{ executionStatus: 'success' }] }));
    expect(runs[0]).toEqual({ node: 'B', startedAt: 0, tookMs: 0, failed: false });
  });

  test('leaves out what is neither a run nor an item', () => {
    const { runs, items } = toResult(
      executed(
        { A: [null, 'x', { data: { main: [[null, { json: { n: 1 } }, {}]] } }], B: 'x' },
        { lastNodeExecuted: 'A' },
      ),
    );
    expect(runs).toHaveLength(1);
    expect(items).toEqual([{ n: 1 }, {}]);
  });

  test('has no error if none is reported', () => {
    expect(toResult(executed({})).error).toBeUndefined();
  });

  test('marks the runs that failed', () => {
    expect(toResult(executed({ A: [{ executionStatus: 'error' }] })).runs[0]?.failed).toBe(true);
    const failed = { ...run(T, 0), executionStatus: 'error', error: { message: 'No' } };
    expect(toResult(executed({ A: [failed] })).runs[0]?.failed).toBe(true);
    // n8n before executionStatus.
    expect(
      toResult(executed({ A: [{ startTime: T, executionTime: 1, error: { message: 'No' } }] })).runs[0]?.failed,
    ).toBe(true);
  });

  test('has the items at the first output of the last run of the last node', () => {
    const runData = {
      A: [run(T, 0, [{ n: 1 }])],
      B: [run(T, 1, [{ n: 2 }]), run(T, 2, [{ n: 3 }, { n: 4 }], [{ n: 5 }])],
    };
    expect(toResult(executed(runData, { lastNodeExecuted: 'B' })).items).toEqual([{ n: 3 }, { n: 4 }]);
  });

  test.each<[string, JsonMap]>([
    ['no data', { id: '7' }],
    ['no runs', executed({})],
    ['a last node without a run', executed({}, { lastNodeExecuted: 'A' })],
    [
      'a last node that failed',
      executed({ A: [{ startTime: T, executionStatus: 'error' }] }, { lastNodeExecuted: 'A' }),
    ],
    ['an output that was never reached', executed({ A: [{ data: { main: [null, []] } }] }, { lastNodeExecuted: 'A' })],
    ['data of another form', { data: 'redacted', workflowData: [] }],
  ])('with %s has no items', (_, data) => {
    expect(toResult(data).items).toEqual([]);
  });

  test('has the error with its node, message and description', () => {
    const error = { message: 'The resource was not found', description: 'No such host', node: { name: 'Call' } };
    expect(toResult(executed({}, { error, lastNodeExecuted: 'Other' })).error).toEqual({
      node: 'Call',
      message: 'The resource was not found',
      description: 'No such host',
    });
  });

  test('has no secret in what is shown of it, and its items as they are', () => {
    const error = { message: 'No: secret', description: 'a secret', node: { name: 'Call secret' } };
    const data = executed(
      { 'Call secret': [run(T, 0, [{ a: 'secret' }])] },
      { error, lastNodeExecuted: 'Call secret' },
    );
    const result = toResult({ ...data, workflowData: { name: 'My secret' } }, 'secret');
    expect(result).toMatchObject({
      workflowName: 'My ***',
      runs: [{ node: 'Call ***' }],
      items: [{ a: 'secret' }],
      error: { node: 'Call ***', message: 'No: ***', description: 'a ***' },
    });
  });

  test('has names and texts of a length that can be shown, however long they are', () => {
    const long = 'n'.repeat(5_000_000);
    const error = { message: long, description: long, node: { name: long } };
    const result = toResult({ ...executed({ [long]: [run(T, 0)] }, { error }), workflowData: { name: long } });
    const texts = [result.workflowName, result.runs[0]?.node, ...Object.values(result.error ?? {})];
    expect(Math.max(...texts.map((text) => text?.length ?? 0))).toBeLessThanOrEqual(301);
  });

  test('blames the last node if the error names none', () => {
    const error = { message: 'Out of memory', description: null };
    expect(toResult(executed({}, { error, lastNodeExecuted: 'Crunch' })).error).toEqual({
      node: 'Crunch',
      message: 'Out of memory',
      description: '',
    });
  });
});

describe('redacted data', () => {
  const redactionInfo = { isRedacted: true, reason: 'workflow_redaction_policy', canReveal: false };
  const item = { json: {}, redaction: { redacted: true } };
  const runData = { A: [{ ...run(T, 0), data: { main: [[item]] } }] };
  const data: JsonMap = { id: '7', data: { redactionInfo, resultData: { runData, lastNodeExecuted: 'A' } } };

  test('is recognized, and has no items', () => {
    expect(isRedacted(data)).toBe(true);
    expect(toResult(data).items).toBeUndefined();
    expect(isRedacted(executed({}))).toBe(false);
  });

  test('is recognized by its items alone', () => {
    const marked: JsonMap = { id: '7', data: { resultData: { runData, lastNodeExecuted: 'A' } } };
    expect(isRedacted(marked)).toBe(true);
    expect(toResult(marked).items).toBeUndefined();
  });
});

test('what a later node gives is not what the Webhook node received', () => {
  const forged = { headers: { 'idempotency-key': 'forged' }, query: {} };
  const real = { headers: { 'idempotency-key': 'real' }, query: {} };
  expect(receivedHeaders(executed({ Forge: [run(T + 1, 1, [forged])], Hook: [run(T, 0, [real])] }))).toEqual(
    real.headers,
  );
  expect(
    receivedHeaders(executed({ Forge: [run(T + 1, 1, [forged])], Hook: [run(T, 0, [{ a: 1 }])] })),
  ).toBeUndefined();
});

describe('the traceparent that the Webhook node received', () => {
  const headers = { host: 'n8n', traceparent: '00-a-b-01' };
  const item = { headers, params: {}, query: {}, body: {} };

  test('is in its stored item', () => {
    expect(receivedHeaders(executed({ Webhook: [run(T, 0, [item])], Set: [run(T, 1, [{ a: 1 }])] }))).toEqual(headers);
  });

  test('is not in what a later run of the node received', () => {
    expect(receivedHeaders(executed({ Webhook: [run(T, 0, []), run(T, 1, [item])] }))).toBeUndefined();
  });

  test('is at any output of a node that accepts several methods', () => {
    expect(receivedHeaders(executed({ Webhook: [run(T, 0, [], [item])] }))).toEqual(headers);
  });

  test('is unknown if nothing is stored', () => {
    expect(receivedHeaders(executed({}))).toBeUndefined();
    expect(receivedHeaders(executed({ Set: [run(T, 0, [{ headers: {} }])] }))).toBeUndefined();
    expect(receivedHeaders(executed({ Set: [run(T, 0, ['text', { query: {} }])] }))).toBeUndefined();
    expect(receivedHeaders(executed({ Set: [run(T, 0, [{ headers: 'none', query: {} }])] }))).toBeUndefined();
  });
});
