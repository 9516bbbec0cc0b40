import { describe, expect, test } from '@jest/globals';
import { checkAccess, listExecutions, readExecution, stopExecution } from '../../src/n8n-api/executions.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { ok } from '../../src/text/result.ts';
import { type Play, playApi, playing, row } from '../../support/n8n-api.ts';
import { answer } from '../../support/server.ts';

const forbidden = answer(403, '{"message":"Forbidden"}');

describe('the list of executions', () => {
  test('has the running ones too, each once, newest first', async () => {
    const { api } = await playApi(
      playing([
        row(1, { stoppedAt: '2026-01-01T00:00:01.500Z' }),
        row(2, { status: 'running', startedAt: null }),
        row(3),
      ]),
    );
    const startedAt = Date.UTC(2026, 0, 1);
    const listed = { workflowId: 'wf1', status: 'success', mode: undefined, tookMs: undefined };
    expect(await listExecutions(api, undefined, 10)).toEqual(
      ok([
        { ...listed, id: 3, startedAt },
        { ...listed, id: 2, status: 'running', startedAt: undefined },
        { ...listed, id: 1, startedAt, tookMs: 1500 },
      ]),
    );
  });
});

describe('the rows of a list', () => {
  test.each([{}, { data: null }, { data: { results: [] } }])('are unreadable in %j', async (reply) => {
    const { api } = await playApi(() => reply);
    expect(await listExecutions(api, undefined, 10)).toMatchObject({ error: { code: 'api-unreadable' } });
  });

  test('are those of one workflow, and as many as requested', async () => {
    const { api, asked } = await playApi(playing([]));
    await listExecutions(api, 'a b', 10);
    await listExecutions(api, undefined, 20);
    expect(asked().sort()).toEqual([
      'executions?limit=10&workflowId=a%20b',
      'executions?limit=10&workflowId=a%20b&status=running',
      'executions?limit=20',
      'executions?limit=20&status=running',
    ]);
  });

  test('are as in the later list, if one has ended meanwhile', async () => {
    const { api } = await playApi((path) => ({
      data: [row(1, { status: path.includes('running') ? 'running' : 'success' })],
    }));
    expect(await listExecutions(api, undefined, 10)).toEqual(
      ok([expect.objectContaining({ id: 1, status: 'success' })]),
    );
  });
});

const idsOf = (listed: Awaited<ReturnType<typeof listExecutions>>) =>
  listed.ok ? listed.value.map(({ id }) => id) : listed;

describe('queued and waiting executions', () => {
  const queued = row(9, { status: 'new', startedAt: null });
  const play: Play = (path) => ({ data: path.includes('status=new') ? [queued] : [] });
  /** n8n that does not know how to list these. */
  const older: Play = (path, method) =>
    /status=(?:new|waiting)/.test(path) ? answer(400, '{"message":"status"}') : playing([row(5)])(path, method);

  test('are requested if the wanted one may be among them', async () => {
    const { api, asked } = await playApi(play);
    expect(idsOf(await listExecutions(api, undefined, 10))).toEqual([]);
    expect(asked()).toHaveLength(2);
    for (const thoroughness of ['try', 'thorough'] as const) {
      expect(idsOf(await listExecutions(api, undefined, 10, {}, thoroughness))).toEqual([9]);
    }
    expect(asked().slice(2, 6).sort()).toEqual([
      'executions?limit=10',
      'executions?limit=10&status=new',
      'executions?limit=10&status=running',
      'executions?limit=10&status=waiting',
    ]);
  });

  test('are not needed from older n8n, unless all must be known', async () => {
    const { api } = await playApi(older);
    expect(idsOf(await listExecutions(api, undefined, 10, {}, 'try'))).toEqual([5]);
    expect(await listExecutions(api, undefined, 10, {}, 'thorough')).toMatchObject({ error: { code: 'api-refused' } });
  });

  test.each(['running', 'other'])('do not replace the list of %s ones', async (which) => {
    const { api } = await playApi((path, method) => {
      const isRefused = which === 'running' ? path.includes('=running') : !path.includes('status=');
      return isRefused ? forbidden : playing([row(5)])(path, method);
    });
    expect(await listExecutions(api, undefined, 10, {}, 'try')).toMatchObject({ error: { code: 'api-forbidden' } });
  });

  test.each(['9007199254740992', '-1', '0', '1.5', 'x', '', null])(
    'with an invalid id, %j, are left out',
    async (id) => {
      const { api } = await playApi(() => ({ data: [{ ...row(1), id }, row(2)] }));
      expect(idsOf(await listExecutions(api, undefined, 10))).toEqual([2]);
      // An unreadable row may be the execution that would be reported as missing.
      expect(await listExecutions(api, undefined, 10, {}, 'thorough')).toMatchObject({
        error: { code: 'api-unreadable' },
      });
    },
  );

  test('that are no executions at all are left out', async () => {
    const { api } = await playApi(() => ({ data: [null, 7, row(2)] }));
    expect(idsOf(await listExecutions(api, undefined, 10))).toEqual([2]);
  });
});

describe('an execution', () => {
  test('is read with its data on request', async () => {
    const { api, asked } = await playApi(playing([row(7, { data: { a: 1 } })]));
    expect(await readExecution(api, '7', true)).toMatchObject({
      ok: true,
      value: { execution: { id: '7' }, data: { data: { a: 1 } } },
    });
    expect(await readExecution(api, '7', false)).toMatchObject({ ok: true, value: { data: { id: '7' } } });
    expect(asked()).toEqual(['executions/7?includeData=true', 'executions/7']);
  });

  test('that is not the one requested counts as unreadable', async () => {
    const { api } = await playApi(() => row(8));
    expect(await readExecution(api, '7', false)).toMatchObject({ error: { code: 'api-unreadable' } });
  });

  test('that is not found is gone, and one that cannot be read is not', async () => {
    const { api } = await playApi(playing([]));
    expect(await readExecution(api, '7', false)).toMatchObject({ error: { code: 'api-not-found' } });
    const { api: closed } = await playApi(() => forbidden);
    expect(await readExecution(closed, '7', false)).toMatchObject({ error: { code: 'api-forbidden' } });
  });

  describe('that n8n fails to give by its id', () => {
    const broken =
      (seventh: JsonMap): Play =>
      (path) => {
        if (!path.startsWith('executions?')) return answer(500, '{"message":"Cannot read properties of undefined"}');
        return { data: path.includes('status=running') ? [row(8), seventh] : [] };
      };
    const seven = row(7, { status: 'running', data: { a: 1 } });

    test('is read from the list', async () => {
      const { api } = await playApi(broken(seven));
      expect(await readExecution(api, '7', true)).toMatchObject({ ok: true, value: { data: { data: { a: 1 } } } });
      expect(await readExecution(api, '6', true)).toMatchObject({ error: { status: 500 } });
    });

    test('is not read if the list does not have it', async () => {
      const { api } = await playApi(broken(row(7, { status: 'running' })));
      expect(await readExecution(api, '7', true)).toMatchObject({ error: { status: 500 } });
      expect(await readExecution(api, '7', false)).toMatchObject({ ok: true });
    });

    test('does not keep the step from triggering', async () => {
      const { api } = await playApi(broken(seven));
      expect(await checkAccess(api, undefined)).toEqual(ok(8));
    });
  });

  test('is stopped', async () => {
    const { api, server } = await playApi(() => row(7, { status: 'canceled' }));
    expect(await stopExecution(api, '7', {})).toMatchObject({ ok: true });
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'POST /api/v1/executions/7/stop',
    ]);
  });
});

describe('access to executions', () => {
  test('gives the newest id, if nothing is missing', async () => {
    const { api } = await playApi(playing([row(41), row(42, { status: 'running' })]));
    expect(await checkAccess(api, 'wf1')).toEqual(ok(42));
  });

  test('needs no executions', async () => {
    const { api } = await playApi(playing([]));
    expect(await checkAccess(api, undefined)).toEqual(ok(0));
  });

  test.each([
    ['execution:list', (path: string) => path.startsWith('executions?')],
    ['execution:read', (path: string) => path === 'executions/1'],
  ])('lacks %s, and the failure says so', async (scope, refuses) => {
    const { api } = await playApi((path, method) => (refuses(path) ? forbidden : playing([row(5)])(path, method)));
    expect(await checkAccess(api, undefined)).toMatchObject({
      error: { code: 'api-forbidden', hint: `Give the key the scope ${scope} (n8n, Settings, n8n API).` },
    });
  });

  test('is refused if the public API is switched off', async () => {
    const { api } = await playApi(() => answer(401, '{"message":"\'X-N8N-API-KEY\' header required"}'));
    expect(await checkAccess(api, undefined)).toMatchObject({ error: { code: 'api-unauthorized' } });
  });
});

test('a key without execution:stop is reported', async () => {
  const { api } = await playApi(() => forbidden);
  expect(await stopExecution(api, '7', {})).toMatchObject({ error: { code: 'api-forbidden' } });
});
