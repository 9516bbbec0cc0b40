import { describe, expect, test } from '@jest/globals';
import { difference, doesTheSame, isSame, sameGraph } from '../../../src/deploy/plan/compare.ts';
import type { Content } from '../../../src/deploy/read/workflow.ts';
import type { Json } from '../../../src/text/json.ts';
import { node } from '../../../support/deployment.ts';

const link = (target: string) => ({ main: [[{ node: target, type: 'main', index: 0 }]] });
const content = (more: Partial<Content> = {}): Content => ({
  name: 'Shop',
  nodes: [node('A', { parameters: { url: 'x', options: { a: 1, b: 2 } } }), node('B')],
  connections: { A: link('B') },
  settings: { executionOrder: 'v1' },
  ...more,
});
const [a, b] = [content().nodes[0] ?? {}, content().nodes[1] ?? {}];

describe('two workflows', () => {
  test('are the same, whatever the order of their members', () => {
    const turned = { ...a, parameters: { options: { b: 2, a: 1 }, url: 'x' } };
    const other = content({ nodes: [Object.fromEntries(Object.entries(turned).reverse()), b] });
    expect([isSame(difference(content(), other)), sameGraph(content(), other)]).toEqual([true, true]);
  });

  test('differ by nodes that are added, removed and changed, with the names of what changed and no values', () => {
    const after = content({
      nodes: [{ ...a, parameters: { url: 'y', options: { a: 1, b: 2 } }, notes: 'n' }, node('C')],
    });
    expect(difference(content(), after)).toMatchObject({
      added: ['C'],
      removed: ['B'],
      changed: [{ name: 'A', parts: ['url', 'notes'] }],
    });
  });

  test('do the same if nodes were only moved, although n8n makes a new version', () => {
    const after = content({ nodes: [{ ...a, position: [9, 9] }, b] });
    expect(difference(content(), after)).toMatchObject({ changed: [], moved: 1 });
    expect([doesTheSame(content(), after), sameGraph(content(), after)]).toEqual([true, false]);
  });

  test.each<[string, Partial<Content>]>([
    ['connections', { connections: {} }],
    ['the order of nodes', { nodes: [b, a] }],
    ['groups of nodes', { nodeGroups: [{ id: 'g' }] }],
  ])('differ by %s', (_, more) => {
    expect(difference(content({ nodeGroups: [] }), content(more))).toMatchObject({ wiring: true, changed: [] });
  });

  test('do not differ by what the file leaves to n8n', () => {
    const stored = content({ nodeGroups: [{ id: 'g' }], settings: { executionOrder: 'v1', callerPolicy: 'any' } });
    expect(isSame(difference(stored, content()))).toBe(true);
  });

  test('differ by settings that the file gives, and not by those that equal an absent one', () => {
    const after = content({ settings: { timezone: 'UTC', errorWorkflow: 'DEFAULT', executionTimeout: -1 } });
    expect(difference(content(), after).settings).toEqual(['timezone']);
  });

  test('do not differ by the name of a credential, but by its id', () => {
    const using = (id: string, name: string) => content({ nodes: [{ ...a, credentials: { x: { id, name } } }, b] });
    expect(isSame(difference(using('1', 'Old'), using('1', 'New')))).toBe(true);
    expect(difference(using('1', 'Key'), using('2', 'Key')).changed).toEqual([{ name: 'A', parts: ['credentials'] }]);
  });
});

test('of a new workflow, everything is added', () => {
  expect(difference(undefined, content())).toMatchObject({ added: ['A', 'B'], wiring: false, renamed: false });
});

test.each<[Json, Json, boolean]>([
  [[1, [2]], [1, [2]], true],
  [[1, 2], [1], false],
  [{ a: null }, {}, false],
  [{ a: 1 }, { b: 1 }, false],
  [{}, [], false],
  ['1', 1, false],
])('whether %j and %j are the same: %j', (one, other, same) => {
  const wired = (value: Json) => content({ connections: { A: value } });
  expect(difference(wired(one), wired(other)).wiring).toBe(!same);
});
