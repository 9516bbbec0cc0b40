import { describe, expect, test } from '@jest/globals';
import type { JsonMap } from '../../../src/text/json.ts';
import {
  fileWorkflow,
  newest,
  node,
  planOf,
  publishedWorkflow,
  storedWorkflow,
  webhookNode,
} from '../../../support/deployment.ts';

const calling = (id: string) => [
  node(`Call ${id}`, { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId: id } }),
];

describe('calls', () => {
  const main = fileWorkflow('Main', { active: true, nodes: [node('First'), ...calling('sub')] });

  test('in a circle are refused, unless one is already published', () => {
    const [a, b] = [
      fileWorkflow('A', { id: 'a', active: true, nodes: calling('b') }),
      fileWorkflow('B', { id: 'b', nodes: calling('a') }),
    ];
    expect(planOf([[a], [b]]).wrong).toEqual([
      expect.stringContaining('The workflows "A" (workflows/A.json), "B" (workflows/B.json) call each other'),
    ]);
    const live = publishedWorkflow('A', { id: 'a' });
    expect(planOf([[a, live], [b]])).toMatchObject({ wrong: [], order: [1, 0] });
  });

  test('to workflows that are only in n8n and not published are refused', () => {
    const stored = [storedWorkflow('Only there', { id: 'sub' })];
    expect(planOf([[main]], { stored }).wrong).toEqual([
      expect.stringContaining('calls the workflow "Only there", which is not published'),
    ]);
    expect(planOf([[main]], { stored, ability: { ...newest, versions: false } }).wrong).toEqual([]);
  });
});

describe('the path of a webhook', () => {
  const file = (name: string, path: string) => fileWorkflow(name, { active: true, nodes: [webhookNode(path)] });
  const live = (name: string, path: string) => publishedWorkflow(name, { nodes: [webhookNode(path)] });

  test('that moves to another workflow is free before that one is published', () => {
    const taker = [file('Taker', 'one')] as const;
    const holder = [file('Holder', 'two'), live('Holder', 'one')] as const;
    expect(planOf([taker, holder])).toMatchObject({ wrong: [], order: [1, 0] });
    expect(planOf([holder, taker])).toMatchObject({ wrong: [], order: [0, 1] });
  });

  test('cannot be swapped', () => {
    const swapped = [
      [file('A', 'two'), live('A', 'one')],
      [file('B', 'one'), live('B', 'two')],
    ] as const;
    expect(planOf(swapped).wrong).toEqual([
      expect.stringContaining('"A" (workflows/A.json), "B" (workflows/B.json) take over webhook paths from each'),
    ]);
    expect(planOf(swapped, { publish: 'none' }).wrong).toEqual([]);
  });
});

test('n8n before 2.0 cannot activate what only other workflows run, but runs it', () => {
  const trigger = (type: string) => node('Trigger', { type: `n8n-nodes-base.${type}` });
  const publishedWith = (nodes: JsonMap[], versions: boolean) =>
    planOf([[fileWorkflow('A', { active: true, nodes })]], { ability: { ...newest, versions } }).workflows[0]?.publish;
  for (const type of ['executeWorkflowTrigger', 'errorTrigger']) {
    expect([publishedWith([trigger(type)], false), publishedWith([trigger(type)], true)]).toEqual([false, true]);
    expect(publishedWith([trigger(type), webhookNode('a')], false)).toBe(true);
  }
});
