import { expect, test } from '@jest/globals';
import { atRequest, deploy, file } from '../../../support/apply.ts';
import { newest, publishedWorkflow } from '../../../support/deployment.ts';

const pairs = [[file('A'), publishedWorkflow('A')]] as const;

test('a path that n8n is still giving up is waited for', async () => {
  const { interruption, changes } = await deploy(pairs, atRequest(/^publish/, 'taken', 3));
  expect([interruption, changes]).toEqual([undefined, ['updated']]);
});

test('a path that another workflow keeps is not waited for forever', async () => {
  const { interruption, log } = await deploy(pairs, atRequest(/^publish .* v2$/, 'taken', 99));
  expect(interruption?.failure.status).toBe(409);
  expect(log).toContain('info: A: saved in 0 ms');
});

test('an n8n that frees paths at once is not called again', async () => {
  const older = { ...newest, drafts: false };
  const { writes, interruption } = await deploy([[file('A')]], atRequest(/^publish/, 'taken'), older);
  expect([writes, interruption?.failure.status]).toEqual([['create A'], 409]);
});
