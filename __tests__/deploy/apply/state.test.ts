import { describe, expect, test } from '@jest/globals';
import { isTouched, stateOf } from '../../../src/deploy/apply/state.ts';
import { fileWorkflow, planOf, publishedWorkflow } from '../../../support/deployment.ts';

const stored = publishedWorkflow('Shop');
const planned = planOf([[fileWorkflow('Shop', { active: true }), stored]]).workflows.map(stateOf);

describe('a workflow that this run', () => {
  test('has not touched yet is as n8n had it', () => {
    expect(planned).toMatchObject([{ now: stored, failed: false, putBack: false, remark: undefined }]);
    expect(planned.map(isTouched)).toEqual([false]);
  });

  test.each([{ written: stored.draft }, { publishedVersion: 'v2' }])('wrote or published is touched: %#', (done) => {
    expect(planned.map((state) => isTouched({ ...state, ...done }))).toEqual([true]);
  });
});
