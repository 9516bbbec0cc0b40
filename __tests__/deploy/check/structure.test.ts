import { describe, expect, test } from '@jest/globals';
import { structureProblems, targetsOf } from '../../../src/deploy/check/structure.ts';
import type { JsonMap } from '../../../src/text/json.ts';
import { fileWorkflow, node, show } from '../../../support/deployment.ts';

const problemsOf = (nodes: JsonMap[], connections: JsonMap = {}) =>
  structureProblems(fileWorkflow('Shop', { nodes, connections, lineOf: (index) => index + 10 }), show);

const at = (line: number, name: string) => `workflows/Shop.json:${line}: workflow "Shop", node "${name}": `;

describe('the structure of a workflow', () => {
  test('that is sound gives no problem', () => {
    const link = { node: 'B', type: 'main', index: 0 };
    expect(problemsOf([node('A'), node('B', { notes: null })], { A: { main: [[link], null] } })).toEqual([]);
  });

  test.each<[JsonMap, string]>([
    [{ name: '' }, 'has no name.'],
    [{ type: '' }, 'has no type.'],
    [{ position: [1] }, 'needs a position of two numbers.'],
    [{ position: ['1', 2] }, 'needs a position of two numbers.'],
    [{ parameters: [] }, 'has "parameters" that are not an object.'],
    [{ credentials: 'x' }, 'has "credentials" that are not an object.'],
    [{ id: 5 }, 'has an id that is not a string.'],
    [{ typeVersion: '2' }, '"typeVersion" must be a number.'],
    [{ disabled: 'false' }, '"disabled" must be true or false.'],
    [{ notes: 5 }, '"notes" must be a string.'],
  ])('with a node that has %j is reported with file, line and node', (more, message) => {
    const [first, ...others] = problemsOf([node('A'), node('B', more)]);
    expect([first, others]).toEqual([at(11, more['name'] === '' ? 'number 2' : 'B') + message, []]);
  });

  test('with settings of the wrong type is reported, but not what is never sent', () => {
    const sound = { timezone: 'DEFAULT', saveManualExecutions: 'DEFAULT', executionTimeout: null, errorWorkflow: 'x' };
    const wrong = { executionTimeout: '60', saveManualExecutions: 'true', errorWorkflow: 5, other: {} };
    expect(structureProblems(fileWorkflow('Shop', { settings: sound }), show)).toEqual([]);
    expect(structureProblems(fileWorkflow('Shop', { settings: wrong }), show)).toEqual([
      'workflows/Shop.json: workflow "Shop": "executionTimeout" must be a number.',
      'workflows/Shop.json: workflow "Shop": "saveManualExecutions" must be true or false.',
      'workflows/Shop.json: workflow "Shop": "errorWorkflow" must be a string.',
    ]);
  });

  test('with nodes that cannot be distinguished is reported', () => {
    expect(problemsOf([node('A'), node('A', { id: 'x' }), node('B', { id: 'x' })])).toEqual([
      `${at(11, 'A')}has the same name as another node of the workflow.`,
      `${at(12, 'B')}has the same id as another node of the workflow.`,
    ]);
  });

  test('with connections to or from nothing is reported', () => {
    const link = { node: 'Gone', type: 'main', index: 0 };
    expect(problemsOf([node('A')], { A: { main: [[link]] }, Lost: { main: [] } })).toEqual([
      'workflows/Shop.json: workflow "Shop": a connection of the node "A" leads to the node "Gone", which does not exist.',
      'workflows/Shop.json: workflow "Shop": a connection begins at the node "Lost", which does not exist.',
    ]);
  });
});

test('targets are found in outputs of every kind, whatever else is there', () => {
  const outputs = { main: [[{ node: 'A' }], null, [{ node: 5 }, 'x']], ai_tool: [[{ node: 'B' }]], odd: 'x' };
  expect(targetsOf(outputs)).toEqual(['A', 'B']);
  expect(targetsOf('x')).toEqual([]);
});
