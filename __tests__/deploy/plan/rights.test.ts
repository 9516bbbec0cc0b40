import { describe, expect, test } from '@jest/globals';
import type { Ability } from '../../../src/deploy/match/ability.ts';
import { limitsOf, missingRights, wrongForNone } from '../../../src/deploy/plan/rights.ts';
import { fileWorkflow, newest, node, planOf, publishedWorkflow } from '../../../support/deployment.ts';

const changed = fileWorkflow('A', { nodes: [node('First', { notes: 'n' })] });
const plan = (ability: Ability, isNew = false) =>
  planOf([isNew ? [changed] : [changed, publishedWorkflow('A')]], { ability });
const withScopes = (...scopes: string[]): Ability => ({ ...newest, scopes: new Set(scopes) });

describe('a key', () => {
  test('is reported with every scope that the plan needs and it lacks', () => {
    expect(
      missingRights(plan(newest), withScopes('workflow:read')).map((line) => /workflow:\w+/.exec(line)?.[0]),
    ).toEqual(['workflow:update', 'workflow:activate']);
    expect(missingRights(plan(newest, true), withScopes('workflow:read', 'workflow:update'))).toEqual([
      'secret-key: lacks the scope workflow:create, to create workflows (n8n, Settings, n8n API).',
    ]);
  });

  test('that can publish but not unpublish is reported if something is published for the first time', () => {
    const oneWay = withScopes('workflow:activate');
    const first = planOf([[fileWorkflow('A', { active: true })]]);
    expect(limitsOf(first, oneWay)).toEqual([expect.stringContaining('lacks the scope workflow:deactivate')]);
    expect(limitsOf(first, withScopes('workflow:activate', 'workflow:deactivate'))).toEqual([]);
    expect(limitsOf(plan(newest), oneWay)).toEqual([]);
  });

  test('is not judged if n8n does not list its scopes', () => {
    expect(missingRights(plan(newest), newest)).toEqual([]);
  });
});

describe('what this n8n cannot do', () => {
  const older: Ability = { ...newest, drafts: false };
  const oldest: Ability = { ...older, versions: false };

  test('is reported if something live is to be changed', () => {
    expect(limitsOf(plan(newest), newest)).toEqual([]);
    expect(limitsOf(plan(older), older)).toEqual([expect.stringContaining('immediately publishes what is saved')]);
    expect(limitsOf(plan(oldest), oldest)).toEqual([expect.stringContaining('has no published versions')]);
    expect(limitsOf(plan(older, true), older)).toEqual([]);
  });

  test('is explained if n8n may be newer than it looks', () => {
    const unknown: Ability = { ...older, described: false };
    const explained = expect.stringContaining('openapi.yml) could not be read');
    expect(limitsOf(plan(unknown), unknown)).toEqual([explained, expect.stringContaining('immediately publishes')]);
    expect(wrongForNone(plan(unknown), unknown)).toEqual([explained, expect.stringContaining('publish: none')]);
    expect(limitsOf(plan(unknown, true), unknown)).toEqual([]);
  });

  test('rules out only drafts', () => {
    expect(wrongForNone(plan(older), older)).toEqual([expect.stringContaining('publish: none is not possible here')]);
    expect(wrongForNone(plan(newest), newest)).toEqual([]);
  });
});
