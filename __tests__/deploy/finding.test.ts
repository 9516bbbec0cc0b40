import { expect, test } from '@jest/globals';
import { finding, placeOf } from '../../src/deploy/finding.ts';
import { say } from '../../src/text/safe.ts';
import { fileWorkflow, node, show } from '../../support/deployment.ts';

const workflow = fileWorkflow('Shop', { nodes: [node('Ask'), node('')], lineOf: (index) => 10 + index });

test.each([
  [placeOf(workflow), 'workflows/Shop.json: workflow "Shop": is wrong.'],
  [placeOf(workflow, 0), 'workflows/Shop.json:10: workflow "Shop", node "Ask": is wrong.'],
  [placeOf(workflow, 1), 'workflows/Shop.json:11: workflow "Shop", node "number 2": is wrong.'],
  [{ file: 'a.json', line: 3 }, 'a.json:3: is wrong.'],
])('%j leads to its place', (place, line) => {
  expect(finding(show, place, say`is wrong.`)).toBe(line);
});
