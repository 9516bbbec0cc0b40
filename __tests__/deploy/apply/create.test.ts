import { describe, expect, test } from '@jest/globals';
import { atRequest, changed, deploy, file } from '../../../support/apply.ts';
import { node, publishedWorkflow, storedWorkflow } from '../../../support/deployment.ts';
import type { MemoryN8n } from '../../../support/memory-n8n.ts';

/** A request to create A that was lost on its way, and arrives after all. */
function arriveLate({ store }: MemoryN8n): void {
  store.set('new A', storedWorkflow('A', { id: 'new A', ...changed }));
}

describe('a reply to a creation that is lost', () => {
  test('creates nothing twice', async () => {
    const { writes, changes, interruption } = await deploy([[file('A')]], atRequest(/^create/, 'reply lost'));
    expect([writes, changes, interruption]).toEqual([['create A', 'publish new A v2'], ['created'], undefined]);
  });

  test('is waited for, and nothing is sent again, if that would create something twice', async () => {
    const late = await deploy([[file('A')]], (request, nth, n8n) => {
      if (request === 'list' && nth === 3) arriveLate(n8n);
      return request.startsWith('create') ? 'lost' : undefined;
    });
    expect([late.interruption, late.changes, late.n8n.store.size]).toEqual([undefined, ['created'], 1]);
    const never = await deploy([[file('A')]], atRequest(/^create/, 'lost'));
    expect([never.interruption?.failure.code, never.writes]).toEqual(['api-unreachable', []]);
    expect(never.states[0]?.remark).toContain('it may still be created');
  });

  test('is not confused with a workflow of this name that was there before', async () => {
    const renamed = [file('B', { id: 'stored A' }), publishedWorkflow('A')] as const;
    const { writes, states } = await deploy([renamed, [file('A')]], atRequest(/^create/, 'reply lost'));
    expect([writes[0], states[1]?.now?.id]).toEqual(['create A', 'new A']);
  });
});

test('ids that n8n fills in do not count as a difference', async () => {
  const { id: _, ...bare } = node('First');
  const { interruption, writes } = await deploy([[file('A', { nodes: [bare] })]]);
  expect([interruption, writes]).toEqual([undefined, ['create A', 'publish new A v2']]);
});

describe('another deployment', () => {
  const theirs = (createdAt: string) => storedWorkflow('B', { id: 'theirs', createdAt });
  const arriving = (nthList: number, createdAt: string) => (request: string, nth: number, n8n: MemoryN8n) =>
    void (request === 'list' && nth === nthList && n8n.store.set('theirs', theirs(createdAt)));

  test('that created the workflow earlier keeps this one from creating it, too', async () => {
    const { interruption, failedAt, writes, changes } = await deploy(
      [[file('A')], [file('B')]],
      arriving(1, '2026-01-01T00:00:00Z'),
    );
    expect([failedAt, interruption?.failure.message]).toEqual([1, expect.stringContaining('at the same time')]);
    expect([writes, changes]).toEqual([['create A'], ['created', 'failed']]);
  });

  test('that created it a moment earlier keeps the name, and nothing else has been written yet', async () => {
    const { n8n, failedAt, states, changes } = await deploy(
      [[file('A'), publishedWorkflow('A')], [file('B')]],
      arriving(2, '2025-12-31T23:59:59.999Z'),
    );
    expect([failedAt, changes]).toEqual([1, ['unchanged', 'failed']]);
    expect(n8n.writes).toEqual(['create B', 'update new B']);
    expect(n8n.store.get('new B')?.draft.name).toBe('B (created twice, delete this one)');
    expect(states[1]?.remark).toBe(
      'another deployment created it first (theirs). This run\'s workflow is now called "B (created twice, delete this one)"',
    );
  });

  test.each([
    ['a moment later', '2026-01-01T00:00:00.001Z'],
    ['in the same millisecond, with a greater id', '2026-01-01T00:00:00.000Z'],
  ])('that created it %s leaves the name to this one', async (_, createdAt) => {
    const { n8n, interruption, changes } = await deploy([[file('B')]], arriving(2, createdAt));
    expect([interruption, changes, n8n.store.get('new B')?.draft.name]).toEqual([undefined, ['created'], 'B']);
  });

  test("is named if this one's own workflow cannot be renamed", async () => {
    const { states } = await deploy([[file('B')]], (request, nth, n8n) => {
      arriving(2, '')(request, nth, n8n);
      return request.startsWith('update') ? 'refused' : undefined;
    });
    expect(states[0]?.remark).toBe(
      "another deployment created it first (theirs), and this run's workflow (new B) could not be renamed: n8n said no.",
    );
  });
});
