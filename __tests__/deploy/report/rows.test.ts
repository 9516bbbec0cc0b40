import { describe, expect, test } from '@jest/globals';
import { stateOf, type WorkflowState } from '../../../src/deploy/apply/state.ts';
import type { StoredWorkflow } from '../../../src/deploy/match/stored.ts';
import type { FileWorkflow } from '../../../src/deploy/read/workflow.ts';
import { changeOf, rowOf } from '../../../src/deploy/report/rows.ts';
import { fileWorkflow, node, planOf, publishedWorkflow, show, storedWorkflow } from '../../../support/deployment.ts';

function state(file: FileWorkflow, stored?: StoredWorkflow, more: Partial<WorkflowState> = {}): WorkflowState {
  const [planned] = planOf([[file, stored]]).workflows;
  if (!planned) throw new Error('Nothing was planned');
  return { ...stateOf(planned), ...more };
}
const planned = (file: FileWorkflow, stored?: StoredWorkflow) =>
  rowOf(state(file, stored), 'planned', 'https://n8n', show);
const changed = fileWorkflow('A', { nodes: [node('First', { parameters: { a: 1 } }), node('Second')] });

describe('a plan shows', () => {
  test.each([
    ['what is created', fileWorkflow('A'), undefined, ['created', 'draft', '+1', undefined]],
    ['what is created and published', { ...changed, active: true }, undefined, ['created', 'publish', '+2', undefined]],
    [
      'what gets a new version',
      changed,
      publishedWorkflow('A'),
      ['updated', 'new version', '+1 ~1', 'https://n8n/workflow/stored%20A'],
    ],
    [
      'what is equal',
      fileWorkflow('A'),
      publishedWorkflow('A'),
      ['unchanged', 'published', '', 'https://n8n/workflow/stored%20A'],
    ],
    [
      'what only has other settings',
      fileWorkflow('A', { settings: { timezone: 'UTC' } }),
      publishedWorkflow('A'),
      ['updated', 'published, as it is', 'settings', 'https://n8n/workflow/stored%20A'],
    ],
    [
      'what is saved and published now',
      fileWorkflow('A', { active: true }),
      storedWorkflow('A'),
      ['updated', 'publish', '', 'https://n8n/workflow/stored%20A'],
    ],
  ] as const)('%s', (_, file, stored, shown) => {
    const { change, live, nodes, link } = planned(file, stored);
    expect([change, live, nodes, link]).toEqual(shown);
  });

  test('which nodes and parameters differ, without values, and at most 40 of them', () => {
    expect(planned(changed, publishedWorkflow('A')).details).toEqual(['+ Second', '~ First: a']);
    const many = fileWorkflow('A', { nodes: Array.from({ length: 60 }, (_, n) => node(`N${n}`)) });
    expect(planned(many, publishedWorkflow('A')).details.slice(39)).toEqual(['+ N39', 'and 21 more nodes']);
  });
});

test.each<[Partial<WorkflowState>, string]>([
  [{ failed: true, putBack: true }, 'failed'],
  [{ putBack: true, publishedVersion: 'v2' }, 'put back'],
  [{ publishedVersion: 'v2' }, 'updated'],
  [{}, 'unchanged'],
])('what was done with a workflow: %j is %s', (more, change) => {
  expect(changeOf(state(changed, publishedWorkflow('A'), more), 'done')).toBe(change);
});

test('what was not created in the end counts as unchanged', () => {
  expect(changeOf(state(changed), 'done')).toBe('unchanged');
  expect(changeOf(state(changed, undefined, { now: storedWorkflow('A') }), 'done')).toBe('created');
});

test.each([
  [true, 'new version'],
  [false, 'published'],
])('a version that may be live (%s) is shown as such', (mayBeLive, live) => {
  const stored = publishedWorkflow('A');
  expect(rowOf(state(changed, stored, { publishedVersion: 'v2', mayBeLive }), 'done', '', show).live).toBe(live);
});
