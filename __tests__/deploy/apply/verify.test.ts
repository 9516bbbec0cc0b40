import { expect, test } from '@jest/globals';
import { deploy, file } from '../../../support/apply.ts';
import { fileWorkflow, newest, node, publishedWorkflow, webhookNode } from '../../../support/deployment.ts';

const somebodys = publishedWorkflow('A', { versionId: 'v9', nodes: [node('Theirs')] }, { versionId: 'v9' });

test('if cancelled after publishing, it reports that nothing was verified, and puts nothing back', async () => {
  const job = new AbortController();
  const { changes, interruption, unverified, writes } = await deploy(
    [[fileWorkflow('A', { active: true, nodes: [webhookNode('a')] })]],
    (request) => void (/^publish/.test(request) && job.abort()),
    newest,
    job.signal,
  );
  expect([changes, interruption, writes.length]).toEqual([['created'], undefined, 2]);
  expect(unverified).toEqual([
    expect.stringMatching(/^The step was cancelled before it could check the webhooks of "A"\./),
  ]);
});

test('somebody who saves or publishes at the same time is noticed, and their change is left alone', async () => {
  const { interruption, changes, states, writes } = await deploy(
    [[file('A'), publishedWorkflow('A')]],
    (request, nth, n8n) => {
      if (request === 'read stored A' && nth === 3) n8n.store.set('stored A', somebodys);
      return undefined;
    },
  );
  expect([interruption?.failure.message, changes]).toEqual([expect.stringContaining('at the same time'), ['failed']]);
  expect(states[0]?.remark).toContain('somebody else changed it');
  expect(writes).toEqual(['update stored A', 'publish stored A v2']);
});
