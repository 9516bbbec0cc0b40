import { describe, expect, test } from '@jest/globals';
import { isLive } from '../../../src/deploy/apply/write.ts';
import { atRequest, deploy, file } from '../../../support/apply.ts';
import { newest, node, publishedWorkflow, storedWorkflow } from '../../../support/deployment.ts';

describe('a lost reply', () => {
  test.each(['update', 'publish'])(
    'leads to another %s if n8n shows that nothing arrived, but not forever',
    async (kind) => {
      const pairs = [[file('A'), publishedWorkflow('A')]] as const;
      const { writes, interruption } = await deploy(pairs, atRequest(new RegExp(`^${kind} stored A`), 'lost', 2));
      expect([writes, interruption]).toEqual([['update stored A', 'publish stored A v2'], undefined]);
      const failing = await deploy(pairs, atRequest(new RegExp(`^${kind} stored A`), 'lost', 3));
      expect(failing.interruption?.failure.code).toBe('api-unreachable');
    },
  );

  test.each(['update', 'publish'])('leads to no second %s if n8n shows that the first arrived', async (kind) => {
    const { writes, interruption } = await deploy(
      [[file('A'), publishedWorkflow('A')]],
      atRequest(new RegExp(`^${kind}`), 'reply lost'),
    );
    expect([writes, interruption]).toEqual([['update stored A', 'publish stored A v2'], undefined]);
  });
});

test.each([/^never$/, /^update/])(
  'ids that n8n fills in when a node is added are no difference from what was written, even if the reply is lost: %s',
  async (lost) => {
    const { id: _, ...bare } = node('Added');
    const pairs = [[file('A', { nodes: [node('First'), bare] }), publishedWorkflow('A')]] as const;
    const { interruption, writes } = await deploy(pairs, atRequest(lost, 'reply lost'));
    expect([interruption, writes]).toEqual([undefined, ['update stored A', 'publish stored A v2']]);
  },
);

test.each([
  ['a draft', storedWorkflow('A'), 'v1', newest, false],
  ['its published version', publishedWorkflow('A'), 'v1', newest, true],
  ['another published version', publishedWorkflow('A'), 'v2', newest, false],
  ['any published version, if none was published in this run', publishedWorkflow('A'), undefined, newest, true],
  [
    'what n8n without versions runs, whatever its id',
    publishedWorkflow('A'),
    'v2',
    { ...newest, versions: false },
    true,
  ],
])('whether %s is live', (_, workflow, versionId, ability, live) => {
  expect(isLive(workflow, versionId, ability)).toBe(live);
});
