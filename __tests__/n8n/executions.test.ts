import { describe, expect, test } from '@jest/globals';
import { checkAccess, isNeverSaved, listExecutions, stopExecution } from '../../src/n8n/executions.ts';
import { playApi, playing, row } from '../support/public-api.ts';
import { answer } from '../support/server.ts';

const forbidden = answer(403, '{"message":"Forbidden"}');

describe('the list of executions', () => {
  test('has the running ones too, each once, newest first', async () => {
    const { api } = await playApi(playing([row(1), row(2, { status: 'running', startedAt: null }), row(3)]));
    const startedAt = Date.UTC(2026, 0, 1);
    expect(await listExecutions(api, '', 10)).toEqual([
      { id: 3, workflowId: 'wf1', startedAt, succeeded: true },
      { id: 2, workflowId: 'wf1', startedAt: undefined, succeeded: false },
      { id: 1, workflowId: 'wf1', startedAt, succeeded: true },
    ]);
  });
});

describe('access to executions', () => {
  test('gives the newest id, where nothing is missing', async () => {
    const { api } = await playApi(playing([row(41), row(42, { status: 'running' })]));
    expect(await checkAccess(api, 'wf1')).toBe(42);
  });

  test('is there where there are no executions yet', async () => {
    const { api } = await playApi(playing([]));
    expect(await checkAccess(api, '')).toBe(0);
  });

  test.each([
    ['execution:list', (path: string) => path.startsWith('executions?')],
    ['execution:read', (path: string) => path === 'executions/1'],
  ])('is told to lack %s', async (scope, refuses) => {
    const { api } = await playApi((path, method) => (refuses(path) ? forbidden : playing([row(5)])(path, method)));
    expect(await checkAccess(api, '')).toMatchObject({
      row: 'api-forbidden',
      success: false,
      ran: 'no',
      advice: `Give the key the scope ${scope} (n8n, Settings, n8n API).`,
    });
  });

  test('is refused where the public API is switched off', async () => {
    const { api } = await playApi(() => answer(401, '{"message":"\'X-N8N-API-KEY\' header required"}'));
    expect(await checkAccess(api, '')).toMatchObject({ row: 'api-unauthorized', ran: 'no' });
  });
});

describe('a workflow', () => {
  test.each([
    [{ saveDataSuccessExecution: 'none' }, true],
    [{ saveDataSuccessExecution: 'all' }, false],
    [{ saveDataErrorExecution: 'none' }, false],
    [{}, false],
  ])('with the settings %j is never saved: %s', async (settings, expected) => {
    const { api } = await playApi(() => ({ id: 'wf1', settings }));
    expect(await isNeverSaved(api, 'wf1')).toBe(expected);
  });

  test('that cannot be read proves nothing', async () => {
    const { api, asked } = await playApi(() => forbidden);
    expect(await isNeverSaved(api, 'wf1')).toBe(false);
    expect(await isNeverSaved(api, '')).toBe(false);
    expect(asked()).toHaveLength(1);
  });
});

describe('what cannot be had', () => {
  test('is told: a key that may not stop', async () => {
    const { api } = await playApi(() => forbidden);
    expect(await stopExecution(api, '7', {})).toMatchObject({ row: 'api-forbidden' });
  });
});
