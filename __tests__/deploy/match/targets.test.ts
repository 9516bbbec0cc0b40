import { expect, test } from '@jest/globals';
import { resolveReferences } from '../../../src/deploy/match/targets.ts';
import type { JsonMap } from '../../../src/text/json.ts';
import { fileWorkflow, matchOf, node, show, storedWorkflow } from '../../../support/deployment.ts';

const calling = (workflowId: JsonMap | string, more: JsonMap = {}) =>
  fileWorkflow('Main', {
    nodes: [node('Call', { type: 'n8n-nodes-base.executeWorkflow', parameters: { workflowId }, ...more })],
  });
const sub = matchOf(fileWorkflow('Sub', { id: 'in-file' }), storedWorkflow('Sub', { id: 'in-n8n' }));
const elsewhere = storedWorkflow('Elsewhere', { id: 'elsewhere' });
const resolve = (file: ReturnType<typeof calling>) =>
  resolveReferences(file, [sub], [storedWorkflow('Sub', { id: 'in-n8n' }), elsewhere], show);

test.each([
  ['its id in the files', calling('in-file'), { place: 0 }],
  ['its id in n8n', calling('in-n8n'), { place: 0 }],
  ['an id that n8n alone has', calling('elsewhere'), { stored: elsewhere }],
  ['the name next to a lost id', calling({ value: 'lost', cachedResultName: 'Sub' }), { place: 0 }],
])('a workflow is found by %s', (_, file, target) => {
  expect(resolve(file)).toMatchObject({ resolved: [{ target }], wrong: [] });
});

test('a target that is neither in the files nor in n8n is an error, but not in a disabled node', () => {
  expect(resolve(calling('gone')).wrong).toEqual([
    'workflows/Main.json: workflow "Main", node "Call": refers to the workflow gone, which is neither among the files nor in n8n. Add its file.',
  ]);
  expect(resolve(calling('gone', { disabled: true }))).toEqual({ resolved: [], wrong: [] });
});

test('a call by URL is refused, because n8n does not publish it', () => {
  expect(resolve(calling({ mode: 'url', value: 'in-n8n' })).wrong).toEqual([
    expect.stringContaining('names its workflow by URL'),
  ]);
});

test('a missing error workflow is an error', () => {
  expect(resolve(fileWorkflow('Main', { settings: { errorWorkflow: 'gone' } })).wrong).toEqual([
    expect.stringContaining('has the error workflow gone'),
  ]);
});
