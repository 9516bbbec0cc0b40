import { describe, expect, test } from '@jest/globals';
import { isTouched } from '../../../src/deploy/apply/state.ts';
import type { Ability } from '../../../src/deploy/match/ability.ts';
import { type StoredWorkflow, toStored } from '../../../src/deploy/match/stored.ts';
import { atRequest, deploy, file } from '../../../support/apply.ts';
import { fileWorkflow, newest, node, publishedWorkflow, storedWorkflow } from '../../../support/deployment.ts';

const live = (workflow: StoredWorkflow | undefined) => workflow?.published?.nodes;

describe('a plan is carried out', () => {
  test('with new workflows first, then all drafts, then one publication after another', async () => {
    const { writes, changes, interruption, n8n } = await deploy([[file('A'), publishedWorkflow('A')], [file('B')]]);
    expect(writes).toEqual(['create B', 'update stored A', 'publish stored A v3', 'publish new B v2'].sort(byKind));
    expect([changes, interruption]).toEqual([['updated', 'created'], undefined]);
    expect(live(n8n.store.get('stored A'))?.[0]).toMatchObject({ parameters: { a: 1 } });
  });

  test('and each write is in the log with its time', async () => {
    const { log } = await deploy([[file('A'), publishedWorkflow('A')]]);
    expect(log).toEqual(['info: A: saved in 0 ms', 'info: A: published in 0 ms']);
  });

  test('without a write if everything is as it should be', async () => {
    const { writes, changes } = await deploy([[fileWorkflow('A'), publishedWorkflow('A')]]);
    expect([writes, changes]).toEqual([[], ['unchanged']]);
  });
});

/** Creating, saving, publishing: the order of the steps. */
const KINDS = ['create', 'update', 'publish'];
function byKind(one: string, other: string): number {
  return KINDS.indexOf(one.split(' ')[0] ?? '') - KINDS.indexOf(other.split(' ')[0] ?? '');
}

test('a draft that n8n accepted but did not save is noticed before anything is published', async () => {
  const { interruption, writes } = await deploy([[file('A'), publishedWorkflow('A')]], (request, nth, n8n) => {
    if (request === 'read stored A' && nth === 2) n8n.store.set('stored A', publishedWorkflow('A'));
    return undefined;
  });
  expect([interruption?.doing, writes.filter((write) => write.startsWith('publish'))]).toEqual(['compare it', []]);
});

test.each([
  ['saved it', { nodes: [node('By hand')], versionId: 'v9' }],
  ['published an older version', { activeVersion: { versionId: 'v0', nodes: [], connections: {} } }],
  ['renamed it', { name: 'By hand' }],
  ['changed its settings', { settings: { timezone: 'UTC' } }],
  ['archived it', { isArchived: true }],
])('a workflow is not overwritten if somebody %s after the plan was made', async (_, more) => {
  const settings = { settings: { timezone: 'Asia/Tokyo' } };
  const { interruption, failedAt, writes, states, n8n } = await deploy(
    [
      [file('A'), publishedWorkflow('A')],
      [file('B'), publishedWorkflow('B', settings)],
    ],
    (request, _nth, memory) => {
      const { row } = memory.store.get('stored B') ?? publishedWorkflow('B');
      if (request === 'update stored A') memory.store.set('stored B', toStored({ ...row, ...more }));
      return undefined;
    },
  );
  expect([failedAt, interruption?.failure.message]).toEqual([1, expect.stringContaining('after the plan was made')]);
  expect(writes).toEqual(['update stored A', 'update stored A']);
  expect(states.map(isTouched)).toEqual([true, false]);
  expect(states[1]?.now).toEqual(n8n.store.get('stored B'));
});

test('without drafts, what is saved is live, and is put back by saving what was there', async () => {
  const old: Ability = { ...newest, drafts: false };
  const { writes, n8n } = await deploy(
    [
      [file('A'), publishedWorkflow('A')],
      [file('B'), publishedWorkflow('B')],
    ],
    atRequest(/^update stored B/, 'refused'),
    old,
  );
  expect(writes).toEqual(['update stored A', 'update stored B', 'update stored A']);
  expect(live(n8n.store.get('stored A'))?.[0]?.['parameters']).toEqual({});
});

test('without versions, a workflow that runs is not published again, and one that does not is activated', async () => {
  const oldest: Ability = { ...newest, drafts: false, versions: false };
  const { writes } = await deploy(
    [
      [file('A'), publishedWorkflow('A')],
      [file('B'), storedWorkflow('B')],
    ],
    undefined,
    oldest,
  );
  expect(writes).toEqual(['update stored A', 'update stored B', 'publish stored B v3']);
});
