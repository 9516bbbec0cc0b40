import { describe, expect, test } from '@jest/globals';
import type { StoredWorkflow } from '../../../src/deploy/match/stored.ts';
import type { Situation } from '../../../src/deploy/plan/plan.ts';
import type { FileWorkflow } from '../../../src/deploy/read/workflow.ts';
import { fileWorkflow, newest, node, planOf, publishedWorkflow, storedWorkflow } from '../../../support/deployment.ts';

const one = (file: FileWorkflow, stored?: StoredWorkflow, more?: Partial<Situation>) => {
  const { workflows, wrong } = planOf([[file, stored]], more);
  const { write, publish, published, drift } = workflows[0] ?? {};
  return { write, publish, published, drift, wrong };
};
const changed = { nodes: [node('First', { parameters: { a: 1 } })] };
const somebodys = { nodes: [node('First', { parameters: { b: 2 } })] };

describe('drift', () => {
  test('that is overwritten says so, and not what to do about it', () => {
    const foreign = storedWorkflow('A', {
      active: true,
      activeVersion: { versionId: 'v1', nodes: [node('First')], description: null },
    });
    const { drift } = one(fileWorkflow('A', changed), foreign, { onDrift: 'overwrite' });
    expect(drift).toMatch(/^drift: .* from this repository\. It is overwritten, because on-drift is overwrite$/);
  });

  test('is a published version that was not deployed from here, if it would be replaced', () => {
    const foreign = publishedWorkflow('A', {}, { description: 'By hand' });
    expect(one(fileWorkflow('A'), foreign).drift).toBeUndefined();
    expect(one(fileWorkflow('A', changed), foreign).drift).toContain(
      'not deployed from this repository (it says "By hand")',
    );
    const elsewhere = publishedWorkflow(
      'A',
      {},
      { description: 'Deployed from https://github.com/octo/demo2/commit/a' },
    );
    expect(one(fileWorkflow('A', changed), elsewhere).drift).toContain('drift');
  });

  test('is a draft that is neither what runs nor what the file has', () => {
    const edited = publishedWorkflow('A', somebodys, { nodes: [node('First')] });
    expect(one(fileWorkflow('A', changed), edited).drift).toContain('somebody saved changes in n8n');
    expect(one(fileWorkflow('A', somebodys), edited).drift).toBeUndefined();
    const moved = publishedWorkflow('A', { nodes: [node('First', { position: [5, 5] })] }, { nodes: [node('First')] });
    expect(one(fileWorkflow('A', changed), moved).drift).toBeUndefined();
  });

  test("is not reported if nothing is written: somebody's draft stays, and is noted", () => {
    const [planned] = planOf([
      [fileWorkflow('A'), publishedWorkflow('A', somebodys, { nodes: [node('First')] })],
    ]).workflows;
    expect(planned).toMatchObject({ write: 'none', publish: false, drift: undefined, hasForeignDraft: true });
  });

  test('is an older version that somebody published', () => {
    const back = publishedWorkflow('A', { ...changed, versionId: 'v2' }, { nodes: [node('First')] });
    expect(one(fileWorkflow('A', changed), back, { rolledBack: new Set([back.id]) }).drift).toContain(
      'published an older one',
    );
  });

  test('is not known of a workflow that never ran, nor if n8n has no versions', () => {
    expect(one(fileWorkflow('A', changed), storedWorkflow('A', somebodys)).drift).toBeUndefined();
    const old = publishedWorkflow('A', {}, { description: null });
    expect(one(fileWorkflow('A', changed), old, { ability: { ...newest, versions: false } }).drift).toBeUndefined();
  });
});
