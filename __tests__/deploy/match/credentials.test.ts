import { describe, expect, test } from '@jest/globals';
import {
  credentialsInUse,
  type Known,
  unusedMappings,
  usesCredentials,
  withCredentials,
} from '../../../src/deploy/match/credentials.ts';
import type { JsonMap } from '../../../src/text/json.ts';
import { say } from '../../../src/text/safe.ts';
import { fileWorkflow, node, show, storedWorkflow } from '../../../support/deployment.ts';

const TYPE = 'httpHeaderAuth';
const known = (complete: boolean, ...credentials: [id: string, name: string, type?: string][]): Known => ({
  credentials: credentials.map(([id, name, type = TYPE]) => ({ id, name, type })),
  complete,
  hint: say`Do this.`,
});
const mappingOf = (lines: readonly [string, string][]) =>
  new Map(lines.map(([name]) => [name, lines.filter(([other]) => other === name).map(([, target]) => target)]));
const resolved = (given: JsonMap | string, of: Known, mapping: [string, string][] = [], more: JsonMap = {}) => {
  const file = fileWorkflow('Shop', { nodes: [node('Ask', { credentials: { [TYPE]: given }, ...more })] });
  const result = withCredentials(file, of, mappingOf(mapping), show);
  return result.ok ? result.value.nodes[0]?.['credentials'] : result.error;
};
const two = known(true, ['1', 'Key'], ['2', 'Other'], ['3', 'Key', 'basicAuth']);

describe('a credential', () => {
  test.each<[JsonMap | string, [string, string][], string]>([
    [{ id: '1', name: 'Renamed since' }, [], '1'],
    [{ id: 'elsewhere', name: 'Key' }, [], '1'],
    [{ name: 'Key' }, [], '1'],
    [{ id: null, name: 'Key' }, [], '1'],
    ['Key', [], '1'],
    [{ id: '1', name: 'Key' }, [['Key', 'Other']], '2'],
    [{ name: 'Staging key' }, [['Staging key', '2']], '2'],
    [
      { name: 'Staging key' },
      [
        ['Staging key', '3'],
        ['Staging key', '2'],
      ],
      '2',
    ],
  ])('becomes %j with the mapping %j', (given, mapping, id) => {
    const name = id === '1' ? 'Key' : 'Other';
    expect(resolved(given, two, mapping)).toEqual({ [TYPE]: { id, name } });
  });

  test('is refused if n8n has none or several of its name', () => {
    expect(resolved({ name: 'Gone' }, two)).toEqual([
      'workflows/Shop.json: workflow "Shop", node "Ask": n8n has no credential "Gone" (httpHeaderAuth). Create it there, or name the one to use: credentials: Gone=NAME IN N8N',
    ]);
    expect(resolved({ name: 'Key' }, known(true, ['1', 'Key'], ['2', 'Key']))).toEqual([
      expect.stringContaining('several credentials "Key" (httpHeaderAuth): 1, 2. Choose one: credentials: Key=ID'),
    ]);
    expect(resolved({}, two)).toEqual([expect.stringContaining('with neither id nor name')]);
  });

  test('is refused with advice if the list is incomplete, unless an id is given', () => {
    expect(resolved({ name: 'Gone' }, known(false))).toEqual([expect.stringMatching(/is not known\. Do this\.$/)]);
    expect(resolved({ name: 'Gone' }, known(false), [['Gone', 'a1B2c3D4e5F6g7H8']])).toEqual({
      [TYPE]: { id: 'a1B2c3D4e5F6g7H8', name: 'Gone' },
    });
  });

  test('is refused if lines for its name lead to several, or to none of its type', () => {
    const both: [string, string][] = [
      ['Key', '1'],
      ['Key', '2'],
    ];
    expect(resolved({ name: 'Key' }, two, both)).toEqual([
      expect.stringContaining('n8n has several credentials "1", "2" (httpHeaderAuth): 1, 2.'),
    ]);
    expect(resolved({ id: '1', name: 'Key' }, two, [['Key', '3']])).toEqual([
      expect.stringContaining('n8n has no credential "3" (httpHeaderAuth)'),
    ]);
  });

  test('that n8n Cloud provides is left as it is', () => {
    const provided = { id: null, name: '', __aiGatewayManaged: true };
    expect(resolved(provided, two)).toEqual({ [TYPE]: provided });
  });

  test('that no node uses is reported if it is mapped', () => {
    const file = fileWorkflow('Shop', {
      nodes: [node('Ask', { credentials: { [TYPE]: { name: 'Key' } } }), node('Set')],
    });
    const mapping = mappingOf([
      ['Key', 'Other'],
      ['key', 'Other'],
    ]);
    expect(unusedMappings([file], mapping, show)).toEqual(['credentials: no workflow among the files uses "key".']);
  });

  test('is left as it is in a node that is disabled', () => {
    expect(resolved({ name: 'Gone' }, two, [], { disabled: true })).toEqual({ [TYPE]: { name: 'Gone' } });
  });
});

test('credentials in use are those of drafts and of what runs', () => {
  const used = (id: string) => [node('Ask', { credentials: { [TYPE]: { id, name: `Key ${id}` } } })];
  const stored = storedWorkflow('Shop', { active: true, nodes: used('1'), activeVersion: { nodes: used('2') } });
  expect(credentialsInUse([stored, stored]).map(({ id }) => id)).toEqual(['1', '2']);
});

test('a workflow without credentials needs no list', () => {
  expect(usesCredentials(fileWorkflow('Shop'))).toBe(false);
  expect(usesCredentials(fileWorkflow('Shop', { nodes: [node('Ask', { credentials: {} })] }))).toBe(false);
});
