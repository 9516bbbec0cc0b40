import { expect, test } from '@jest/globals';
import { stateOf } from '../../../src/deploy/apply/state.ts';
import { type DeployResult, outputsOf } from '../../../src/deploy/report/outputs.ts';
import { fileWorkflow, planOf, publishedWorkflow, webhookNode } from '../../../support/deployment.ts';

const nodes = [webhookNode('hook')];
const ending = (more: Partial<DeployResult>): DeployResult => ({
  success: true,
  states: [],
  tense: 'planned',
  plan: 'The plan',
  base: 'https://n8n',
  webhookBase: 'https://hooks/webhook',
  ...more,
});
const [created] = planOf([[fileWorkflow('New', { active: true, nodes })]]).workflows.map(stateOf);
const [updated] = planOf([[fileWorkflow('Old', { nodes }), publishedWorkflow('Old')]]).workflows.map(stateOf);
const webhooks = [{ node: 'Webhook', method: 'POST', url: 'https://hooks/webhook/hook' }];

test('a plan shows what there would be', () => {
  const { changed, workflows } = outputsOf(ending({ states: created ? [created] : [] }));
  expect([changed, JSON.parse(workflows ?? '')]).toEqual([
    'true',
    [
      {
        file: 'workflows/New.json',
        name: 'New',
        id: '',
        change: 'created',
        published: true,
        'version-id': '',
        'previous-version-id': '',
        url: '',
        webhooks,
      },
    ],
  ]);
});

test('a deployment shows what there is', () => {
  const now = publishedWorkflow('Old', { nodes }, { versionId: 'v2' });
  const states = updated ? [{ ...updated, now, publishedVersion: 'v2' }] : [];
  const { workflows } = outputsOf(ending({ states, tense: 'done' }));
  expect(JSON.parse(workflows ?? '')).toMatchObject([
    {
      change: 'updated',
      'version-id': 'v2',
      'previous-version-id': 'v1',
      url: 'https://n8n/workflow/stored%20Old',
      webhooks,
    },
  ]);
});

test('nothing was changed if the failed write was not even tried', () => {
  const failed = created ? [{ ...created, failed: true }] : [];
  expect(outputsOf(ending({ success: false, states: failed, tense: 'done' }))['changed']).toBe('false');
});

test('what stays unpublished has no webhooks', () => {
  const [draft] = planOf([[fileWorkflow('New', { nodes })]]).workflows.map(stateOf);
  const { workflows } = outputsOf(ending({ states: draft ? [draft] : [] }));
  expect(JSON.parse(workflows ?? '')).toMatchObject([{ published: false, webhooks: [] }]);
});

test('if nothing was planned, every output is still set', () => {
  expect(outputsOf(ending({ success: false }))).toEqual({
    success: 'false',
    changed: 'false',
    workflows: '[]',
    plan: 'The plan',
  });
});
