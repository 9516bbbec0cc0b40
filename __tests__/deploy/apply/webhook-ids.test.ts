import { expect, test } from '@jest/globals';
import { completed } from '../../../src/deploy/apply/webhook-ids.ts';
import { fileWorkflow, newest, node, webhookNode } from '../../../support/deployment.ts';

const { webhookId: _, ...bare } = webhookNode('a');
const content = fileWorkflow('Shop', {
  nodes: [bare, webhookNode('b'), node('Wait', { type: 'n8n-nodes-base.wait' }), node('Set')],
});

test('n8n before 2.0 gets random ids for webhooks that have none', () => {
  const ids = ['one', 'two'];
  const { nodes } = completed(content, { ...newest, versions: false }, () => ids.shift() ?? '');
  expect(nodes.map(({ webhookId }) => webhookId)).toEqual(['one', 'id at b', 'two', undefined]);
});

test('newer n8n chooses them itself', () => {
  expect(completed(content, newest, () => 'never')).toBe(content);
});
