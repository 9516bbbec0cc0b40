import { expect, test } from '@jest/globals';
import { checkFiles } from '../../../src/deploy/check/files.ts';
import { fileWorkflow, node, show } from '../../../support/deployment.ts';

test('workflows that cannot be distinguished are reported with the other file, along with everything else that is wrong', () => {
  const files = [
    fileWorkflow('A', { id: 'x' }),
    fileWorkflow('A', { file: 'copy.json' }),
    fileWorkflow('B', { id: 'x', nodes: [node('First', { type: '' })] }),
  ];
  expect(checkFiles(files, show)).toEqual([
    'copy.json: workflow "A": has the same name as a workflow in workflows/A.json.',
    'workflows/B.json: workflow "B": has the same id as a workflow in workflows/A.json.',
    'workflows/B.json: workflow "B", node "First": has no type.',
  ]);
});
