import { describe, expect, test } from '@jest/globals';
import type { StoredWorkflow } from '../../../src/deploy/match/stored.ts';
import { isDeployedFrom } from '../../../src/deploy/plan/drift.ts';
import type { Situation } from '../../../src/deploy/plan/plan.ts';
import type { Plan } from '../../../src/deploy/plan/planned.ts';
import type { FileWorkflow } from '../../../src/deploy/read/workflow.ts';
import {
  fileWorkflow,
  matchOf,
  newest,
  node,
  planOf,
  publishedWorkflow,
  storedWorkflow,
  webhookNode,
} from '../../../support/deployment.ts';

const plan = (
  pairs: readonly (readonly [FileWorkflow, (StoredWorkflow | undefined)?])[],
  more: Partial<Situation> = {},
): Plan =>
  planOf(
    pairs.map(([file, stored]) => matchOf(file, stored)),
    { isOurs: isDeployedFrom('https://github.com/octo/demo'), ...more },
  );
const one = (file: FileWorkflow, stored?: StoredWorkflow, more?: Partial<Situation>) => {
  const { workflows, wrong } = plan([[file, stored]], more);
  const { write, publish, published, drift } = workflows[0] ?? {};
  return { write, publish, published, drift, wrong };
};
const changed = { nodes: [node('First', { parameters: { a: 1 } })] };
const somebodys = { nodes: [node('First', { parameters: { b: 2 } })] };
const calling = (...ids: string[]) =>
  ids.map((id) => node(`Call ${id}`, { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId: id } }));

describe('what is to be done with a workflow', () => {
  test.each<[string, FileWorkflow, StoredWorkflow | undefined, object]>([
    ['that is new', fileWorkflow('A'), undefined, { write: 'create', publish: false }],
    [
      'that is new and active in its file',
      fileWorkflow('A', { active: true }),
      undefined,
      { write: 'create', publish: true },
    ],
    ['that is equal and a draft', fileWorkflow('A'), storedWorkflow('A'), { write: 'none', publish: false }],
    ['that is equal and published', fileWorkflow('A'), publishedWorkflow('A'), { write: 'none', publish: false }],
    [
      'that differs and is a draft',
      fileWorkflow('A', changed),
      storedWorkflow('A'),
      { write: 'update', publish: false },
    ],
    [
      'that differs and is published',
      fileWorkflow('A', changed),
      publishedWorkflow('A'),
      { write: 'update', publish: true },
    ],
    [
      'that is saved and to be published',
      fileWorkflow('A', { active: true }),
      storedWorkflow('A'),
      { write: 'none', publish: true },
    ],
    [
      'that is saved in a version that is not published',
      fileWorkflow('A', changed),
      publishedWorkflow('A', { ...changed, versionId: 'v2' }, { nodes: [node('First')] }),
      { write: 'none', publish: true },
    ],
    [
      'that has another setting',
      fileWorkflow('A', { settings: { timezone: 'UTC' } }),
      publishedWorkflow('A'),
      { write: 'update', publish: false },
    ],
    ['that has another name', fileWorkflow('B'), publishedWorkflow('A'), { write: 'update', publish: false }],
  ])('%s', (_, file, stored, expected) => {
    expect(one(file, stored)).toMatchObject({ ...expected, drift: undefined, wrong: [] });
  });

  test('with publish: all and none', () => {
    expect(one(fileWorkflow('A'), storedWorkflow('A'), { publish: 'all' })).toMatchObject({
      publish: true,
      published: true,
    });
    expect(one(fileWorkflow('A', { active: true }), undefined, { publish: 'none' })).toMatchObject({
      write: 'create',
      publish: false,
      published: false,
    });
    expect(one(fileWorkflow('A', changed), publishedWorkflow('A'), { publish: 'none' })).toMatchObject({
      write: 'update',
      publish: false,
      published: true,
    });
  });
});

describe('drift', () => {
  test('that is overwritten says so, and no longer what to do about it', () => {
    const foreign = storedWorkflow('A', {
      active: true,
      activeVersion: { versionId: 'v1', nodes: [node('First')], description: null },
    });
    const { drift } = one(fileWorkflow('A', changed), foreign, { onDrift: 'overwrite' });
    expect(drift).toMatch(/^drift: .* from this repository\. It is overwritten, because on-drift is overwrite$/);
  });

  test('is a published version that was not deployed from here, where it would be replaced', () => {
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

  test("is none where nothing is written: somebody's draft stays, and is reported", () => {
    const [planned] = plan([
      [fileWorkflow('A'), publishedWorkflow('A', somebodys, { nodes: [node('First')] })],
    ]).workflows;
    expect(planned).toMatchObject({ write: 'none', publish: false, drift: undefined, hasForeignDraft: true });
  });

  test('is an older version that somebody published', () => {
    const back = publishedWorkflow('A', { ...changed, versionId: 'v2' }, { nodes: [node('First')] });
    expect(one(fileWorkflow('A', changed), back, { wasRolledBack: () => true }).drift).toContain(
      'published an older one',
    );
  });

  test('is not known of a workflow that never ran, nor where n8n has no versions', () => {
    expect(one(fileWorkflow('A', changed), storedWorkflow('A', somebodys)).drift).toBeUndefined();
    const old = publishedWorkflow('A', {}, { description: null });
    expect(one(fileWorkflow('A', changed), old, { ability: { ...newest, versions: false } }).drift).toBeUndefined();
  });
});

describe('references', () => {
  const sub = fileWorkflow('Sub', { id: 'sub' });
  const main = fileWorkflow('Main', { active: true, nodes: [node('First'), ...calling('sub')] });

  test('are published first, and though nobody asked for it', () => {
    const { workflows, order, wrong } = plan([[main], [sub]]);
    expect([workflows.map(({ publish }) => publish), order, wrong]).toEqual([[true, true], [1, 0], []]);
  });

  test('get the ids that n8n has', () => {
    const [planned] = plan([[main], [sub]]).workflows;
    const [, call] = planned?.contentWith(['x', 'y']).nodes ?? [];
    expect(call?.['parameters']).toEqual({ workflowId: 'y' });
  });

  test('to a workflow that is new are a change, whatever id is there', () => {
    const before = publishedWorkflow('Main', { nodes: [node('First'), ...calling('sub')] });
    expect(plan([[main, before], [sub]]).workflows[0]).toMatchObject({ write: 'update', publish: true });
  });

  test('to nothing are refused, and found by name where ids were lost', () => {
    expect(plan([[main]]).wrong).toEqual([
      expect.stringContaining('refers to the workflow sub, which is neither among the files nor in n8n'),
    ]);
    const locator = { __rl: true, mode: 'list', value: 'lost', cachedResultName: 'Sub' };
    const byName = fileWorkflow('Main', {
      nodes: [node('Call', { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId: locator } })],
    });
    expect(plan([[byName], [fileWorkflow('Sub')]]).wrong).toEqual([]);
  });

  test('to an error workflow that is not published are reported', () => {
    const file = fileWorkflow('Main', { settings: { errorWorkflow: 'e' } });
    const [planned] = plan([[file]], { stored: [storedWorkflow('On error', { id: 'e' })] }).workflows;
    expect(planned?.notes).toEqual(['its error workflow "On error" is not published, so n8n does not run it']);
  });
});

describe('a path that is taken', () => {
  const at = (name: string, more = {}) => fileWorkflow(name, { active: true, nodes: [webhookNode('hook', more)] });

  test('by another file or by what is live in n8n is refused', () => {
    expect(plan([[at('A')], [at('B')]]).wrong).toEqual([
      expect.stringContaining('of the workflow "A" in workflows/A.json'),
    ]);
    const holder = publishedWorkflow('Holder', { nodes: [webhookNode('hook')] });
    expect(plan([[at('A')]], { stored: [holder] }).wrong).toEqual([
      expect.stringContaining('of the workflow "Holder" (stored Holder), which is live in n8n'),
    ]);
  });

  test('is free where the other is its former self, a draft, of another method or disabled', () => {
    const own = publishedWorkflow('A', { nodes: [webhookNode('hook')] });
    expect(plan([[at('A'), own]]).wrong).toEqual([]);
    expect(plan([[at('A')]], { stored: [storedWorkflow('Draft', { nodes: [webhookNode('hook')] })] }).wrong).toEqual(
      [],
    );
    expect(plan([[at('A')], [at('B', { parameters: { path: 'hook', httpMethod: 'GET' } })]]).wrong).toEqual([]);
    expect(
      plan([[at('A')], [{ ...at('B'), nodes: [node('First'), webhookNode('hook', { disabled: true })] }]]).wrong,
    ).toEqual([]);
  });
});

test('a workflow that is to be published and has nothing that starts it is refused', () => {
  const file = fileWorkflow('A', { active: true, nodes: [node('Manual', { type: 'n8n-nodes-base.manualTrigger' })] });
  expect(plan([[file]]).wrong).toEqual([expect.stringContaining('has no enabled trigger other than a manual one')]);
});
