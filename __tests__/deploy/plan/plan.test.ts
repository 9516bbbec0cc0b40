import { describe, expect, test } from '@jest/globals';
import type { StoredWorkflow } from '../../../src/deploy/match/stored.ts';
import type { Situation } from '../../../src/deploy/plan/plan.ts';
import type { PublishMode } from '../../../src/deploy/plan/publication.ts';
import type { FileWorkflow } from '../../../src/deploy/read/workflow.ts';
import { fileWorkflow, node, planOf, publishedWorkflow, storedWorkflow } from '../../../support/deployment.ts';

const one = (file: FileWorkflow, stored?: StoredWorkflow, more?: Partial<Situation>) => {
  const { workflows, wrong } = planOf([[file, stored]], more);
  const { write, publish, published, drift } = workflows[0] ?? {};
  return { write, publish, published, drift, wrong };
};
const changed = { nodes: [node('First', { parameters: { a: 1 } })] };
const calling = (...ids: string[]) =>
  ids.map((id) => node(`Call ${id}`, { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId: id } }));

describe('what to do with a workflow', () => {
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

describe('references', () => {
  const sub = fileWorkflow('Sub', { id: 'sub' });
  const main = fileWorkflow('Main', { active: true, nodes: [node('First'), ...calling('sub')] });

  test('are published first, even if publish would leave them as drafts', () => {
    const { workflows, order, wrong } = planOf([[main], [sub]]);
    expect([workflows.map(({ publish }) => publish), order, wrong]).toEqual([[true, true], [1, 0], []]);
  });

  test('get the ids that n8n has', () => {
    const [planned] = planOf([[main], [sub]]).workflows;
    const [, call] = planned?.contentWith(['x', 'y']).nodes ?? [];
    expect(call?.['parameters']).toEqual({ workflowId: 'y' });
  });

  test('to a new workflow are a change, whatever id is there', () => {
    const before = publishedWorkflow('Main', { nodes: [node('First'), ...calling('sub')] });
    expect(planOf([[main, before], [sub]]).workflows[0]).toMatchObject({ write: 'update', publish: true });
  });

  test('to nothing are refused, and found by name if ids were lost', () => {
    expect(planOf([[main]]).wrong).toEqual([
      expect.stringContaining('refers to the workflow sub, which is neither among the files nor in n8n'),
    ]);
    const locator = { __rl: true, mode: 'list', value: 'lost', cachedResultName: 'Sub' };
    const byName = fileWorkflow('Main', {
      nodes: [node('Call', { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId: locator } })],
    });
    expect(planOf([[byName], [fileWorkflow('Sub')]]).wrong).toEqual([]);
  });

  test('to an error or tool workflow that is not published are reported', () => {
    const tool = { type: '@n8n/n8n-nodes-langchain.toolWorkflow', parameters: { workflowId: 't' } };
    const nodes = [node('Tool', tool), node('Off', { ...tool, disabled: true })];
    const file = fileWorkflow('Main', { nodes, settings: { errorWorkflow: 'e' } });
    const stored = [storedWorkflow('On error', { id: 'e' }), storedWorkflow('Search', { id: 't' })];
    const [planned] = planOf([[file]], { stored }).workflows;
    expect(planned?.notes).toEqual([
      'its tool workflow "Search" is not published, so n8n does not run it',
      'its error workflow "On error" is not published, so n8n does not run it',
    ]);
  });

  test('to a workflow that may call this one get the id that n8n has, and ask for nothing', () => {
    const callee = fileWorkflow('Sub', { settings: { callerPolicy: 'workflowsFromAList', callerIds: 'main, other' } });
    const { workflows, order, wrong } = planOf([[callee], [fileWorkflow('Main', { id: 'main' })]]);
    expect(workflows[0]?.contentWith(['x', 'y']).settings).toMatchObject({ callerIds: 'y, other' });
    expect([workflows.map(({ publish }) => publish), order, wrong]).toEqual([[false, false], [0, 1], []]);
  });
});

describe('a new workflow that does the same as one that was deployed from here', () => {
  const renamed = publishedWorkflow('A (production)', { nodes: [node('First', { id: 'chosen by n8n' })] });
  const file = fileWorkflow('A', { nodes: [node('First', { id: null })] });
  const notesOf = (stored: StoredWorkflow[]) => planOf([[file]], { stored }).workflows[0]?.notes;

  test('is reported, because that one may have been renamed', () => {
    expect(notesOf([renamed])).toEqual([
      '"A (production)" (stored A (production)) was deployed from this repository and does the same: if somebody renamed it in n8n, both will run. Rename it back, or put its id into the file',
    ]);
  });

  test('is not reported if that one does not run, comes from elsewhere or from another file, or differs', () => {
    const draft = storedWorkflow('B', { nodes: [...renamed.draft.nodes] });
    const foreign = publishedWorkflow('C', {}, { description: 'By hand' });
    expect(notesOf([draft, foreign, publishedWorkflow('D', changed)])).toEqual([]);
    expect(planOf([[file], [fileWorkflow('A (production)', file), renamed]]).workflows[0]?.notes).toEqual([]);
  });
});

test('with publish: none, a published workflow with another name or settings is reported to change at once', () => {
  const at = (file: Partial<FileWorkflow>, publish: PublishMode) =>
    planOf([[fileWorkflow('A', file), publishedWorkflow('A')]], { publish }).workflows[0]?.notes;
  const said = 'n8n keeps no drafts of names and settings: these change immediately, even if nothing is published';
  expect(at({ settings: { timezone: 'UTC' } }, 'none')).toEqual([said]);
  expect(at({ settings: { timezone: 'UTC' } }, 'auto')).toEqual([]);
  expect(at(changed, 'none')).toEqual([]);
});
