import { describe, expect, test } from '@jest/globals';
import { isEnabled, nameOf, parametersOf, typeOf } from '../../../src/deploy/read/workflow.ts';
import type { JsonMap } from '../../../src/text/json.ts';

describe('a node', () => {
  test('has the name, type and parameters of the file', () => {
    const node = { name: 'Hook', type: 'n8n-nodes-base.webhook', parameters: { path: 'a' } };
    expect([nameOf(node), typeOf(node), parametersOf(node)]).toEqual(['Hook', 'n8n-nodes-base.webhook', { path: 'a' }]);
  });

  test.each<JsonMap>([{}, { name: null, type: null, parameters: null }, { name: 7, type: ['x'], parameters: ['x'] }])(
    'has none of them if they have another form: %j',
    (node) => {
      expect([nameOf(node), typeOf(node), parametersOf(node)]).toEqual(['', '', {}]);
    },
  );

  test.each<[boolean, JsonMap]>([
    [false, { disabled: true }],
    [true, { disabled: false }],
    [true, { disabled: null }],
    [true, {}],
  ])('is enabled (%j) with %j', (enabled, node) => {
    expect(isEnabled(node)).toBe(enabled);
  });
});
