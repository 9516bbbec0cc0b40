import { describe, expect, test } from '@jest/globals';
import type { StoredWorkflow } from '../../../src/deploy/match/stored.ts';
import type { Situation } from '../../../src/deploy/plan/plan.ts';
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

const plan = (pairs: readonly (readonly [FileWorkflow, StoredWorkflow?])[], more: Partial<Situation> = {}) =>
  planOf(
    pairs.map(([file, stored]) => matchOf(file, stored)),
    more,
  );
const calling = (id: string) => [
  node(`Call ${id}`, { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId: id } }),
];

describe('calls', () => {
  const main = fileWorkflow('Main', { active: true, nodes: [node('First'), ...calling('sub')] });

  test('in a circle are refused, unless one is published already', () => {
    const [a, b] = [
      fileWorkflow('A', { id: 'a', active: true, nodes: calling('b') }),
      fileWorkflow('B', { id: 'b', nodes: calling('a') }),
    ];
    expect(plan([[a], [b]]).wrong).toEqual([
      expect.stringContaining('The workflows "A" (workflows/A.json), "B" (workflows/B.json) call each other'),
    ]);
    const live = publishedWorkflow('A', { id: 'a' });
    expect(plan([[a, live], [b]])).toMatchObject({ wrong: [], order: [1, 0] });
  });

  test('to what n8n alone has and has not published are refused', () => {
    const stored = [storedWorkflow('Only there', { id: 'sub' })];
    expect(plan([[main]], { stored }).wrong).toEqual([
      expect.stringContaining('calls the workflow "Only there", which is not published'),
    ]);
    expect(plan([[main]], { stored, ability: { ...newest, versions: false } }).wrong).toEqual([]);
  });
});

describe('a path of a webhook', () => {
  const file = (name: string, path: string) => fileWorkflow(name, { active: true, nodes: [webhookNode(path)] });
  const live = (name: string, path: string) => publishedWorkflow(name, { nodes: [webhookNode(path)] });

  test('that moves to another workflow is free before that one is published', () => {
    const taker = [file('Taker', 'one')] as const;
    const holder = [file('Holder', 'two'), live('Holder', 'one')] as const;
    expect(plan([taker, holder])).toMatchObject({ wrong: [], order: [1, 0] });
    expect(plan([holder, taker])).toMatchObject({ wrong: [], order: [0, 1] });
  });

  test('cannot be swapped', () => {
    const swapped = [
      [file('A', 'two'), live('A', 'one')],
      [file('B', 'one'), live('B', 'two')],
    ] as const;
    expect(plan(swapped).wrong).toEqual([
      expect.stringContaining('"A" (workflows/A.json), "B" (workflows/B.json) take over webhook paths from each'),
    ]);
    expect(plan(swapped, { publish: 'none' }).wrong).toEqual([]);
  });
});
