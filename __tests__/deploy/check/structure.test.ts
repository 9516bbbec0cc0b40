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
    [{ disabled: 'DEFAULT' }, '"disabled" must be true or false.'],
    [{ notes: 5 }, '"notes" must be a string.'],
  ])('with a node that has %j is reported with file, line and node', (more, message) => {
    const [first, ...others] = problemsOf([node('A'), node('B', more)]);
    expect([first, others]).toEqual([at(11, more['name'] === '' ? 'number 2' : 'B') + message, []]);
  });

  test('with settings of the wrong type is reported, but not what is never sent', () => {
    const sound = { timezone: 'DEFAULT', saveManualExecutions: 'DEFAULT', executionTimeout: null, errorWorkflow: 'x' };
    const wrong = {
      executionTimeout: '60',
      saveManualExecutions: 'true',
      errorWorkflow: 5,
      saveDataErrorExecution: 'some',
      callerPolicy: 'anybody',
      timeSavedMode: true,
      other: {},
    };
    expect(structureProblems(fileWorkflow('Shop', { settings: sound }), show)).toEqual([]);
    expect(structureProblems(fileWorkflow('Shop', { settings: wrong }), show)).toEqual([
      'workflows/Shop.json: workflow "Shop": "executionTimeout" must be a number.',
      'workflows/Shop.json: workflow "Shop": "timeSavedMode" must be "fixed" or "dynamic".',
      'workflows/Shop.json: workflow "Shop": "saveManualExecutions" must be true or false.',
      'workflows/Shop.json: workflow "Shop": "saveDataErrorExecution" must be "all" or "none".',
      'workflows/Shop.json: workflow "Shop": "errorWorkflow" must be a string.',
      'workflows/Shop.json: workflow "Shop": "callerPolicy" must be "any", "none", "workflowsFromAList" or "workflowsFromSameOwner".',
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
      'workflows/Shop.json: workflow "Shop": a connection starts at the node "Lost", which does not exist.',
    ]);
  });
});

test.each([
  [null],
  [[]],
  [{ main: null }],
  [{ main: { node: 'B', type: 'main', index: 0 } }],
  [{ main: [{ node: 'B', type: 'main', index: 0 }] }],
  [{ main: [[null]] }],
  [{ main: [[{ node: 'B', type: 'main' }]] }],
  [{ main: [[{ node: 'B', type: 'main', index: -1 }]] }],
  [{ main: [[{ node: 'B', type: 'main', index: 0.5 }]] }],
  [{ main: [[{ node: 'B', index: 0 }]] }],
  [{ main: [[{ type: 'main', index: 0 }]] }],
])('connections of another form than n8n takes are reported: %j', (outputs) => {
  expect(problemsOf([node('A'), node('B')], { A: outputs })).toEqual([
    'workflows/Shop.json: workflow "Shop": the connections of the node "A" are not of the form {"main": [[{"node": "…", "type": "main", "index": 0}]]}.',
  ]);
});

describe('a group of nodes', () => {
  const groupsOf = (nodeGroups: JsonMap[], nodes: JsonMap[]) =>
    structureProblems(fileWorkflow('Shop', { nodes, nodeGroups }), show);
  const group = { id: 'g', name: 'G', nodeIds: ['a'] };

  test('may hold nodes of the workflow, and is not checked if n8n has yet to choose their ids', () => {
    expect(groupsOf([group], [node('A', { id: 'a' })])).toEqual([]);
    expect(groupsOf([group], [node('A', { id: '' })])).toEqual([]);
  });

  test.each([{ nodeIds: ['gone'] }, { nodeIds: [] }, { nodeIds: 'a' }, { nodeIds: [5] }, { id: 5 }])(
    'that n8n refuses is reported: %j',
    (more) => {
      expect(groupsOf([{ ...group, ...more }], [node('A', { id: 'a' })])).toEqual([
        'workflows/Shop.json: workflow "Shop": the group "G" needs an id, a name, and nodes of the workflow.',
      ]);
    },
  );
});

test('targets are found in outputs of every kind, whatever else is there', () => {
  const outputs = { main: [[{ node: 'A' }], null, [{ node: 5 }, 'x']], ai_tool: [[{ node: 'B' }]], odd: 'x' };
  expect(targetsOf(outputs)).toEqual(['A', 'B']);
  expect(targetsOf('x')).toEqual([]);
});
