import { describe, expect, test } from '@jest/globals';
import { chooseMcpTrigger, toExecuteTool, workflowFromDetails } from '../../src/n8n/mcp-trigger.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

/** The tool's inputs as its schema has them, of the type that n8n 2.35 and earlier require. */
const inputs = (...more: string[]): JsonMap => ({
  anyOf: [
    { type: 'object', properties: { chatInput: { type: 'string' }, ...Object.fromEntries(more.map((n) => [n, {}])) } },
    {
      type: 'object',
      properties: { webhookData: { properties: {} }, ...Object.fromEntries(more.map((n) => [n, {}])) },
    },
  ],
});

describe('the tool that runs workflows', () => {
  test.each<[string, JsonMap, object]>([
    [
      '2.41',
      { workflowId: {}, executionMode: {}, triggerNodeName: {}, inputs: inputs() },
      { takesMode: true, takesName: true, takesType: false },
    ],
    [
      '2.33',
      { workflowId: {}, executionMode: {}, inputs: inputs('type') },
      { takesMode: true, takesName: false, takesType: true },
    ],
    ['1.123', { workflowId: {}, inputs: {} }, { takesMode: false, takesName: false, takesType: false }],
  ])('of n8n %s is read from its schema', (_, properties, tool) => {
    expect(toExecuteTool({ type: 'object', properties })).toEqual(tool);
  });
});

const NEWEST = { takesMode: true, takesName: true, takesType: false };
const node = (kind: string, name: string = kind, more: JsonMap = {}): JsonMap => ({
  name,
  type: `n8n-nodes-base.${kind}`,
  ...more,
});
const [hook, nightly, manual] = [node('webhook'), node('scheduleTrigger'), node('manualTrigger')];

function search(details: JsonMap, name?: string, tool = NEWEST) {
  const read = workflowFromDetails({ workflow: { id: 'w', name: 'W', ...details } });
  return chooseMcpTrigger(read, name, tool, testHost().show);
}

/** The trigger that would be run. */
const choose = (...given: Parameters<typeof search>) => expectOk(search(...given));

/** Why none would be. */
const chooseNone = (...given: Parameters<typeof search>) => expectFailure(search(...given));

describe('the trigger to run', () => {
  test('is a published one, even if the server leaves out a published version that equals the draft', () => {
    const same = { nodes: [nightly], activeVersion: { sameAsDraft: true } };
    expect(choose(same)).toMatchObject({ kind: 'Schedule' });
    const other = { nodes: [hook], activeVersion: { sameAsDraft: false, nodes: [nightly] } };
    expect(choose(other)).toMatchObject({ kind: 'Schedule' });
    expect(choose({ nodes: [nightly], active: true })).toMatchObject({ kind: 'Schedule' });
  });

  test('is missing if there is no published version', () => {
    for (const unpublished of [{ activeVersion: null }, { active: false }, {}]) {
      expect(chooseNone({ nodes: [hook, manual], ...unpublished })).toMatchObject({
        message: expect.stringContaining('has no published version'),
      });
    }
  });

  test('is a Manual trigger of the draft if it is named, or there is nothing else', () => {
    const published = { nodes: [nightly, manual], activeVersion: { sameAsDraft: true } };
    expect(choose(published)).toMatchObject({ kind: 'Schedule' });
    expect(choose(published, 'manualTrigger')).toMatchObject({ kind: 'Manual' });
    expect(choose({ nodes: [manual], activeVersion: null })).toMatchObject({ kind: 'Manual' });
    expect(choose({ nodes: [hook, manual], activeVersion: null }, 'manualTrigger')).toMatchObject({ kind: 'Manual' });
  });

  test.each<[string, JsonMap, string | undefined, typeof NEWEST, RegExp]>([
    ['the workflow is archived', { nodes: [manual], isArchived: true }, undefined, NEWEST, /is archived/],
    ['this n8n takes no mode', { nodes: [manual] }, undefined, { ...NEWEST, takesMode: false }, /no published version/],
    ['there are two', { nodes: [manual, node('manualTrigger', 'B')] }, undefined, NEWEST, /no published version/],
    ['it is disabled', { nodes: [{ ...manual, disabled: true }] }, undefined, NEWEST, /no published version/],
    [
      'it is published and another is named',
      { nodes: [nightly, manual], activeVersion: { sameAsDraft: true } },
      'B',
      NEWEST,
      /no trigger "B"/,
    ],
  ])('is no Manual trigger if %s', (_, details, name, tool, message) => {
    expect(chooseNone(details, name, tool)).toMatchObject({ message: expect.stringMatching(message) });
  });

  test('cannot be one of several if n8n cannot be given its name', () => {
    const details = { nodes: [nightly, hook], activeVersion: { sameAsDraft: true } };
    const old = { ...NEWEST, takesName: false };
    expect(chooseNone(details, 'webhook', old)).toMatchObject({
      message: expect.stringContaining('does not let the caller choose'),
    });
    const alone = { nodes: [nightly, { ...hook, disabled: true }, manual], activeVersion: { sameAsDraft: true } };
    expect(choose(alone, 'scheduleTrigger', old)).toMatchObject({ kind: 'Schedule' });
  });
});
