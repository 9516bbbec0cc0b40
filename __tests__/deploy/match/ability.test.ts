import { describe, expect, test } from '@jest/globals';
import { abilityOf } from '../../../src/deploy/match/ability.ts';

// As the three say it, in part.
const NEWEST = `
  /workflows/{workflowId}/publish:
    post: {}
          name: publishIfActive
                    nodeGroups:
                      type: array
                      items:
                        retryOnFail:
                          type: boolean
                    settings:
                      properties:
                        saveExecutionProgress:
                          oneOf:
                            - type: boolean

                        binaryMode:
                          type: string
                          enum:
                            - separate
                    retryOnFail:
                      type: boolean
`;
const OLDER = `
  /workflows/{id}/activate:
    post: {}
        saveExecutionProgress:
          type: boolean
        availableInMCP:
          type: boolean
`;
const discovery = { data: { scopes: ['workflow:list', 5] } };

describe('what an n8n can do', () => {
  test('is read from n8n 2.41', () => {
    const ability = abilityOf(discovery, NEWEST);
    expect(ability).toMatchObject({ versions: true, drafts: true, publish: 'publish', unpublish: 'unpublish' });
    expect([...(ability.scopes ?? [])]).toEqual(['workflow:list']);
    expect(['binaryMode', 'engineType', 'retryOnFail', 'oneOf', 'type'].map(ability.takesSetting)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([ability.takes('nodeGroups'), ability.takes('color')]).toEqual([true, false]);
  });

  test('is read from n8n 2.16, which has versions and no drafts', () => {
    const ability = abilityOf(discovery, OLDER);
    expect(ability).toMatchObject({ versions: true, drafts: false, publish: 'activate', unpublish: 'deactivate' });
    expect([ability.takesSetting('availableInMCP'), ability.takesSetting('binaryMode')]).toEqual([true, false]);
    expect(ability.takes('nodeGroups')).toBe(false);
  });

  test('is read from n8n 1.x, which has no scopes', () => {
    expect(abilityOf(undefined, OLDER)).toMatchObject({ versions: false, drafts: false, scopes: undefined });
  });

  test('is the minimum if the description cannot be read, and nothing is left out', () => {
    const ability = abilityOf(discovery, undefined);
    expect([ability.drafts, ability.publish, ability.takes('anything')]).toEqual([false, 'activate', true]);
    expect(ability.takesSetting('anything')).toBe(true);
    expect([ability.described, abilityOf(discovery, NEWEST).described]).toEqual([false, true]);
  });
});
