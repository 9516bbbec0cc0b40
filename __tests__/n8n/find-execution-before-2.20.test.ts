import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { apiClient } from '../../src/n8n/client.ts';
import { findExecution, type Search } from '../../src/n8n/find-execution.ts';
import { testClock } from '../support/host.ts';
import { answer, serve } from '../support/server.ts';

const OURS = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** An execution of n8n before 2.20: no `tracingContext`; in its data the headers that its Webhook node received. */
interface Old {
  id: number;
  status: string;
  /** Nothing at all in the data if absent. */
  traceparent?: string;
}

interface Found {
  search: Search;
  /** How long the search took, in milliseconds. */
  tookMs: number;
}

function dataOf({ status, traceparent }: Old): object {
  if (traceparent === undefined) return { resultData: { runData: {} } };
  const main = [[{ json: { headers: { traceparent }, query: {} } }]];
  return status === 'running'
    ? { resultData: { runData: {} }, executionData: { nodeExecutionStack: [{ data: { main } }] } }
    : { resultData: { runData: { Webhook: [{ data: { main } }] } } };
}

async function findAmong(...executions: Old[]): Promise<Found> {
  const server = await serve(({ target }) => {
    const id = Number(/executions\/(\d+)/.exec(target)?.[1]);
    const one = executions.find((execution) => execution.id === id);
    if (one) return answer(200, JSON.stringify({ ...one, data: dataOf(one) }));
    const isRunning = target.includes('status=running');
    return answer(
      200,
      JSON.stringify({ data: executions.filter(({ status }) => (status === 'running') === isRunning) }),
    );
  });
  const clock = testClock();
  const settings = { clock, random: () => 0, retries: 0, timeoutMs: 10_000, spillDirectory: tmpdir() };
  const instance = { base: server.origin, secretKey: 'key', credentials: undefined, addressFrom: 'url' as const };
  const api = apiClient(instance, { ...settings, debug: () => undefined });
  const wanted = { traceparent: OURS, workflowId: 'abc', sentAt: clock.now(), afterId: 0, others: new Set<number>() };
  const search = await findExecution(api, wanted, { clock, searchMs: 5000, waitMs: 20_000 });
  return { search, tookMs: clock.monotonic() };
}

describe('on n8n before 2.20, which stores no trace, an execution', () => {
  const theirs = OURS.replace('4bf9', '0000');

  test.each(['success', 'error', 'running'])('is found by what its Webhook node received (%s)', async (status) => {
    const { search, tookMs } = await findAmong(
      { id: 2, status, traceparent: theirs },
      { id: 1, status, traceparent: OURS },
    );
    expect(search).toMatchObject({ end: 'found', execution: { id: '1', status } });
    expect(tookMs).toBe(0);
  });

  test('that runs and does not show its data may be the one for as long as there is time', async () => {
    const { search, tookMs } = await findAmong({ id: 1, status: 'running' });
    expect(search).toEqual({ end: 'unreachable' });
    expect(tookMs).toBeGreaterThanOrEqual(20_000);
  });

  test('is absent where others have ended', async () => {
    const { search, tookMs } = await findAmong(
      { id: 2, status: 'error' },
      { id: 1, status: 'success', traceparent: theirs },
    );
    expect(search).toEqual({ end: 'absent' });
    expect(tookMs).toBeLessThan(10_000);
  });
});
