import { describe, expect, test } from '@jest/globals';
import { abilityOf } from '../../../src/deploy/match/ability.ts';

// As the three say it, in part.
const NEWEST = `
  /workflows/{workflowId}/publish:
    post: {}
          name: publishIfActive
                    binaryMode:
                      type: string
`;
const OLDER = `
  /workflows/{id}/activate:
    post: {}
        availableInMCP:
          type: boolean
`;
const discovery = { data: { scopes: ['workflow:list', 5] } };

describe('what an n8n can do', () => {
  test('is read from n8n 2.41', () => {
    const ability = abilityOf(discovery, NEWEST);
    expect(ability).toMatchObject({ versions: true, drafts: true, publish: 'publish', unpublish: 'unpublish' });
    expect([...(ability.scopes ?? [])]).toEqual(['workflow:list']);
    expect([ability.takes('binaryMode'), ability.takes('engineType')]).toEqual([true, false]);
  });

  test('is read from n8n 2.16, which has versions and no drafts', () => {
    const ability = abilityOf(discovery, OLDER);
    expect(ability).toMatchObject({ versions: true, drafts: false, publish: 'activate', unpublish: 'deactivate' });
    expect([ability.takes('availableInMCP'), ability.takes('binaryMode')]).toEqual([true, false]);
  });

  test('is read from n8n 1.x, which has no scopes', () => {
    expect(abilityOf(undefined, OLDER)).toMatchObject({ versions: false, drafts: false, scopes: undefined });
  });

  test('is the minimum if the description cannot be read, and nothing is left out', () => {
    const ability = abilityOf(discovery, undefined);
    expect([ability.drafts, ability.publish, ability.takes('anything')]).toEqual([false, 'activate', true]);
    expect([ability.described, abilityOf(discovery, NEWEST).described]).toEqual([false, true]);
  });
});
