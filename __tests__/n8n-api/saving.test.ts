import { describe, expect, test } from '@jest/globals';
import { findSaving, savingOfWorkflow } from '../../src/n8n-api/saving.ts';
import type { TriggeredCall } from '../../src/n8n-api/triggered-call.ts';
import type { Json, JsonMap } from '../../src/text/json.ts';
import { type Play, playApi, playing, row } from '../../support/n8n-api.ts';
import { answer } from '../../support/server.ts';
import { triggered } from '../../support/triggered.ts';

const forbidden = answer(403, '{"message":"Forbidden"}');
const none = { saveDataSuccessExecution: 'none' };

interface N8n {
  settings?: Json;
  /** Executions, of this and of other workflows. */
  rows?: JsonMap[];
  /** Other workflows' settings by their ids. */
  others?: Record<string, JsonMap>;
  instead?: Play;
}

const node = { name: 'Hook', type: 'n8n-nodes-base.webhook', webhookId: 'h', parameters: { path: 'deploy' } };

async function savingIn({ settings = {}, rows = [], others = {}, instead }: N8n, given: Partial<TriggeredCall> = {}) {
  const workflow: JsonMap = { id: 'wf1', active: true, nodes: [node], settings };
  const { api, asked } = await playApi((path, method) => {
    const other = instead?.(path, method);
    if (other !== undefined) return other;
    if (path.startsWith('workflows?')) return { data: [workflow] };
    const id = /^workflows\/(\w+)/.exec(path)?.[1];
    if (id !== undefined) return id === 'wf1' ? workflow : others[id] && { id, settings: others[id] };
    const wanted = /workflowId=(\w+)/.exec(path)?.[1];
    return playing(rows.filter(({ workflowId }) => wanted === undefined || wanted === workflowId))(path, method);
  });
  const call = triggered({ method: 'GET', workflowId: 'wf1', afterId: 9, ...given });
  return { saving: await findSaving(api, call, {}), of: () => savingOfWorkflow(api, 'wf1', {}), asked };
}

const of = (id: string, more: JsonMap = {}) => row(5, { workflowId: id, ...more });

describe('whether successes are saved', () => {
  test.each<[string, N8n]>([
    ['no', { settings: none }],
    ['yes', { settings: { saveDataSuccessExecution: 'all' } }],
    // The environment decides.
    ['seemingly-not', { settings: {} }],
    ['seemingly-not', { settings: null }],
    ['seemingly-not', { settings: { saveDataSuccessExecution: 'DEFAULT', saveDataErrorExecution: 'none' } }],
    ['seemingly-not', { rows: [of('wf1', { status: 'error' })] }],
    ['seemingly-not', { rows: [of('wf1', { mode: 'manual' })] }],
    ['seemingly-not', { rows: [of('wf2')], others: { wf2: { saveDataSuccessExecution: 'all' } } }],
    ['yes', { rows: [of('wf1')] }],
    ['yes', { rows: [of('wf2')], others: { wf2: {} } }],
    // What started since the call may be of it.
    ['unknown', { rows: [row(10, { status: 'running' })] }],
    ['unknown', { rows: [row(10, { status: 'error' })] }],
    // What cannot be read proves nothing.
    ['unknown', { rows: [of('wf2')] }],
    ['unknown', { instead: (path) => (path.startsWith('workflows') ? forbidden : undefined) }],
    ['unknown', { instead: (path) => (path.startsWith('executions') ? forbidden : undefined) }],
    [
      'unknown',
      { instead: (path) => (/^executions\?limit=250(?:&status=running)?$/.test(path) ? forbidden : undefined) },
    ],
  ])('is %s by %j', async (expected, n8n) => {
    expect((await savingIn(n8n)).saving).toBe(expected);
  });

  test('is unknown if more workflows would have to be read than are allowed', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const others = Object.fromEntries(ids.map((id) => [id, { saveDataSuccessExecution: 'all' }]));
    const rows = ids.map((id, at) => row(at + 1, { workflowId: id }));
    expect((await savingIn({ rows, others })).saving).toBe('unknown');
    expect((await savingIn({ rows: rows.slice(1), others })).saving).toBe('seemingly-not');
  });
});

describe('the workflow', () => {
  test('is found by the URL if its id is not known', async () => {
    const { saving, asked } = await savingIn({ settings: none }, { workflowId: undefined });
    expect(saving).toBe('no');
    expect(asked()[0]).toMatch(/^workflows\?active=true/);
  });

  test.each<[string, Partial<TriggeredCall>]>([
    ['another URL', { url: new URL('https://n8n/webhook/other') }],
    ['another method', { method: 'PUT' }],
  ])('is not known by %s', async (_, given) => {
    expect((await savingIn({ settings: none }, { workflowId: undefined, ...given })).saving).toBe('unknown');
  });

  test('says nothing about executions from a test URL', async () => {
    const given = { url: new URL('https://n8n/webhook-test/deploy') };
    const { saving, asked } = await savingIn({ settings: none }, given);
    expect(saving).toBe('unknown');
    expect(asked()).toEqual([]);
  });
});

describe('which endings are saved', () => {
  const failed = (id: string, more: JsonMap = {}) => row(6, { workflowId: id, status: 'error', ...more });

  test.each<[string, string, N8n]>([
    ['yes', 'no', { settings: { saveDataSuccessExecution: 'all', saveDataErrorExecution: 'none' } }],
    ['no', 'yes', { settings: { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'all' } }],
    // The environment decides: what was saved shows it, each way to end for itself.
    ['yes', 'seemingly-not', { rows: [of('wf1')] }],
    ['seemingly-not', 'yes', { rows: [failed('wf1')] }],
    ['yes', 'yes', { rows: [of('wf1'), failed('wf2')], others: { wf2: {} } }],
    ['yes', 'seemingly-not', { rows: [of('wf1'), failed('wf2')], others: { wf2: { saveDataErrorExecution: 'all' } } }],
    ['yes', 'seemingly-not', { rows: [of('wf1'), failed('wf1', { mode: 'manual' })] }],
    ['yes', 'unknown', { rows: [of('wf1'), failed('wf2')] }],
    ['unknown', 'unknown', { instead: () => forbidden }],
  ])('is known by the settings, and by what was saved: successes %s, failures %s', async (successes, failures, n8n) => {
    expect(await (await savingIn(n8n)).of()).toEqual({ successes, failures });
  });
});
