import { expect, test } from '@jest/globals';
import { fileWorkflow, node, planOf } from '../../../support/deployment.ts';

test('a workflow to be published without anything that starts it is refused', () => {
  const file = fileWorkflow('A', { active: true, nodes: [node('Manual', { type: 'n8n-nodes-base.manualTrigger' })] });
  expect(planOf([[file]]).wrong).toEqual([expect.stringContaining('has no enabled trigger other than a manual one')]);
});
