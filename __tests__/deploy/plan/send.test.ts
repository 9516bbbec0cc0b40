import { describe, expect, test } from '@jest/globals';
import { contentFor, isUnset, settingsKept, settingsLeftOut, withWebhookIds } from '../../../src/deploy/plan/send.ts';
import { fileWorkflow, newest, node, storedWorkflow, webhookNode } from '../../../support/deployment.ts';

const old = {
  ...newest,
  takes: (name: string) => name !== 'nodeGroups',
  takesSetting: (name: string) => name !== 'binaryMode',
  versions: false,
};

describe('n8n is sent', () => {
  test('the members of a node that its API accepts, unless they are null', () => {
    const nodes = [{ ...node('A'), color: '#fff', selected: true, notes: null, onError: 'stopWorkflow' }];
    expect(contentFor(fileWorkflow('Shop', { nodes }), undefined, newest).nodes).toEqual([
      { ...node('A'), onError: 'stopWorkflow' },
    ]);
  });

  test('its own ids for nodes that have none in the file', () => {
    const [bare, other] = [
      { ...node('A'), id: '', webhookId: '' },
      { ...node('B', { type: 'x' }), id: '' },
    ];
    const stored = storedWorkflow('Shop', { nodes: [node('A', { id: '1', webhookId: 'w' }), node('B', { id: '2' })] });
    const { nodes } = contentFor(fileWorkflow('Shop', { nodes: [bare, other] }), stored, newest);
    expect(nodes.map(({ id, webhookId }) => [id, webhookId])).toEqual([
      ['1', 'w'],
      [undefined, undefined],
    ]);
  });

  test('the ids in the file, if there are any', () => {
    const stored = storedWorkflow('Shop', { nodes: [node('A', { id: '1' })] });
    expect(contentFor(fileWorkflow('Shop', { nodes: [node('A', { id: '9' })] }), stored, newest).nodes[0]?.['id']).toBe(
      '9',
    );
  });

  test('the settings that it accepts and keeps', () => {
    const settings = { timezone: 'UTC', binaryMode: 'separate', redactionPolicy: 'x', executionTimeout: null };
    expect(contentFor(fileWorkflow('Shop', { settings }), undefined, newest).settings).toEqual({ timezone: 'UTC' });
  });

  test('for DEFAULT, the value that resets the setting, if it has one', () => {
    const settings = { timezone: 'DEFAULT', errorWorkflow: 'DEFAULT', saveManualExecutions: 'DEFAULT' };
    const stored = storedWorkflow('Shop', { settings: { timezone: 'UTC', saveManualExecutions: true } });
    expect(contentFor(fileWorkflow('Shop', { settings }), stored, newest).settings).toEqual({ timezone: 'DEFAULT' });
    expect(contentFor(fileWorkflow('Shop', { settings }), undefined, newest).settings).toEqual({});
  });

  test('groups and a description only if it accepts them', () => {
    const file = fileWorkflow('Shop', { nodeGroups: [], description: 'Why' });
    expect(contentFor(file, undefined, newest)).toMatchObject({ nodeGroups: [], description: 'Why' });
    expect(Object.keys(contentFor(file, undefined, old))).toEqual(['name', 'nodes', 'connections', 'settings']);
  });
});

test('settings that are left out, and those that stay, are known by name', () => {
  const file = fileWorkflow('Shop', { settings: { binaryMode: 'separate', redactionPolicy: 'all', timezone: 'UTC' } });
  expect(settingsLeftOut(file, old, undefined)).toEqual(['binaryMode', 'redactionPolicy']);
  expect(settingsLeftOut(file, newest, storedWorkflow('Shop'))).toEqual(['redactionPolicy']);
  expect(settingsLeftOut(file, newest, storedWorkflow('Shop', { settings: { redactionPolicy: 'all' } }))).toEqual([]);
  const settings = { timezone: 'X', executionTimeout: 60, errorWorkflow: 'DEFAULT', callerPolicy: 'any' };
  expect(settingsKept(file, storedWorkflow('Shop', { settings }))).toEqual(['executionTimeout']);
});

test.each([
  ['executionTimeout', -1, true],
  ['timezone', 'DEFAULT', true],
  ['timezone', undefined, true],
  ['timezone', 'UTC', false],
  ['executionTimeout', 60, false],
])('%s: %j counts as absent: %j', (name, value, unset) => {
  expect(isUnset(name, value)).toBe(unset);
});

const { webhookId: _, ...bare } = webhookNode('a');
const content = fileWorkflow('Shop', {
  nodes: [bare, webhookNode('b'), node('Wait', { type: 'n8n-nodes-base.wait' }), node('Set')],
});

test('n8n before 2.0 gets random ids for webhooks that have none', () => {
  const ids = ['one', 'two'];
  const { nodes } = withWebhookIds(content, { ...newest, versions: false }, () => ids.shift() ?? '');
  expect(nodes.map(({ webhookId }) => webhookId)).toEqual(['one', 'id at b', 'two', undefined]);
});

test('newer n8n chooses the ids of webhooks itself', () => {
  expect(withWebhookIds(content, newest, () => 'never')).toBe(content);
});
