import { describe, expect, test } from '@jest/globals';
import { referencesOf, withCallers, withReferences } from '../../../src/deploy/read/references.ts';
import { fileWorkflow, node } from '../../../support/deployment.ts';

const call = (workflowId: string | Record<string, string | boolean>, more = {}) =>
  node('Call', { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId }, ...more });
const locator = (value: string, more = {}) => ({ __rl: true, mode: 'list', value, cachedResultName: 'Sub', ...more });

describe('references', () => {
  test("are found in nodes that call workflows, agents' tools and the setting for errors", () => {
    const nodes = [
      call('a'),
      call(locator('b', { mode: 'url' }), { disabled: true }),
      node('Tool', { type: '@n8n/n8n-nodes-langchain.toolWorkflow', parameters: { workflowId: locator('c') } }),
    ];
    expect(referencesOf({ nodes, settings: { errorWorkflow: 'd' } })).toEqual([
      { kind: 'call', node: 0, enabled: true, id: 'a', name: undefined, byUrl: false },
      { kind: 'call', node: 1, enabled: false, id: 'b', name: 'Sub', byUrl: true },
      { kind: 'tool', node: 2, enabled: true, id: 'c', name: 'Sub', byUrl: false },
      { kind: 'error', node: undefined, enabled: true, id: 'd', name: undefined, byUrl: false },
    ]);
  });

  test('are none if they are computed, come from elsewhere or are not given', () => {
    const nodes = [
      call('={{ $json.id }}'),
      call(''),
      call('x', { parameters: { source: 'parameter', workflowId: 'x' } }),
      node('Set'),
    ];
    expect(referencesOf({ nodes, settings: { errorWorkflow: 'DEFAULT' } })).toEqual([]);
    expect(referencesOf({ nodes, settings: { errorWorkflow: '={{ $vars.onError }}' } })).toEqual([]);
  });

  test('get the ids that n8n has, in addresses, too', () => {
    const before = fileWorkflow('Main', {
      nodes: [call('a'), call(locator('b', { cachedResultUrl: '/workflow/b' })), call('kept'), node('Set')],
      settings: { errorWorkflow: 'd', timezone: 'UTC' },
    });
    const after = withReferences(before, ({ id }) => (id === 'kept' ? undefined : `new-${id}`));
    expect(after.nodes.map(({ parameters }) => parameters)).toEqual([
      { workflowId: 'new-a' },
      { workflowId: locator('new-b', { cachedResultUrl: '/workflow/new-b' }) },
      { workflowId: 'kept' },
      {},
    ]);
    expect(after.settings).toEqual({ errorWorkflow: 'new-d', timezone: 'UTC' });
  });

  test('to the workflows that may call one get the ids that n8n has', () => {
    const idsAfter = (callerIds: string) =>
      withCallers(fileWorkflow('Sub', { settings: { callerIds } }), (id) => (id === 'a' ? 'new-a' : undefined))
        .settings;
    expect(idsAfter('a, b,a')).toEqual({ callerIds: 'new-a, b,new-a' });
    expect(withCallers(fileWorkflow('Sub'), () => 'x').settings).toEqual({});
  });
});
