import { describe, expect, test } from '@jest/globals';
import type { JsonMap } from '../../src/json-text.ts';
import { findWebhook } from '../../src/n8n/workflow.ts';

const BASE = 'https://n8n.example.com/webhook';

function webhook(name: string, more: JsonMap = {}): JsonMap {
  return {
    name,
    type: 'n8n-nodes-base.webhook',
    webhookId: '0c1f0000-0000-4000-8000-000000000001',
    parameters: { path: 'deploy', httpMethod: 'POST' },
    ...more,
  };
}

function workflow(nodes: JsonMap[], more: JsonMap = {}): JsonMap {
  return { id: 'wf1', name: 'Deploy', active: true, activeVersion: { nodes }, nodes: [webhook('Draft')], ...more };
}

function find(nodes: JsonMap[], triggerNode = '', more: JsonMap = {}) {
  return findWebhook(workflow(nodes, more), BASE, triggerNode);
}

/** The URL that would be called. */
function urlOf(node: JsonMap): string {
  const found = find([node]);
  if ('url' in found) return found.url.href;
  throw new Error(found.what);
}

describe('the Webhook node', () => {
  test('of the published version is found, and not that of the draft', () => {
    expect(find([{ name: 'Set', type: 'n8n-nodes-base.set' }, webhook('Published')])).toEqual({
      workflowName: 'Deploy',
      nodeName: 'Published',
      url: new URL('https://n8n.example.com/webhook/deploy'),
      methods: ['POST'],
    });
  });

  test('is found in what is saved where n8n has no versions and the workflow is active', () => {
    const found = findWebhook({ id: 'wf1', name: 'Old', active: true, nodes: [webhook('Saved')] }, BASE, '');
    expect(found).toMatchObject({ nodeName: 'Saved' });
  });

  test('takes GET unless it says otherwise', () => {
    expect(find([webhook('A', { parameters: { path: 'deploy' } })])).toMatchObject({ methods: ['GET'] });
  });

  test('may take several methods', () => {
    const parameters = { path: 'deploy', multipleMethods: true, httpMethod: ['GET', 'PUT'] };
    expect(find([webhook('A', { parameters })])).toMatchObject({ methods: ['GET', 'PUT'] });
  });

  test('is chosen by its name where there are several', () => {
    const other = webhook('B', { parameters: { path: 'other' } });
    expect(find([webhook('A'), other], 'B')).toMatchObject({ nodeName: 'B', url: new URL(`${BASE}/other`) });
  });

  test('is the one that is enabled', () => {
    expect(find([webhook('A', { disabled: true }), webhook('B')])).toMatchObject({ nodeName: 'B' });
  });
});

describe("the production URL, as n8n's own getNodeWebhookPath gives it,", () => {
  test.each([
    ['has the path', { path: 'a/b' }, 'a/b'],
    ['has the path without slashes around it', { path: '/a/' }, 'a'],
    ['has the webhook id where the path is empty', { path: '' }, '0c1f0000-0000-4000-8000-000000000001'],
    ['has the webhook id where there is no path', {}, '0c1f0000-0000-4000-8000-000000000001'],
    ['keeps a colon inside of a segment', { path: 'a/b:c' }, 'a/b:c'],
  ])('%s', (_, parameters, path) => {
    expect(urlOf(webhook('A', { parameters }))).toBe(`${BASE}/${path}`);
  });

  test('has workflow id and node name where a node has no webhook id', () => {
    const node = { name: 'My Hook?', type: 'n8n-nodes-base.webhook', parameters: { path: 'deploy' } };
    expect(urlOf(node)).toBe(`${BASE}/wf1/my%20hook%3F/deploy`);
  });
});

describe('no trigger can be called', () => {
  test.each([
    ['archived', find([webhook('A')], '', { isArchived: true }), /^The workflow "Deploy" is archived\./, /Unarchive/],
    ['not published', find([], '', { activeVersion: null }), /has no published version/, /Publish it/],
    [
      'saved and inactive, without versions',
      findWebhook({ name: 'Old', active: false, nodes: [webhook('A')] }, BASE, ''),
      /"Old" has no published version/,
      /activate it/,
    ],
    ['several', find([webhook('A'), webhook('B')]), /has several Webhook nodes: "A", "B"\./, /trigger-node/],
    ['two of one name', find([webhook('A'), webhook('A')], 'A'), /has several/, /trigger-node/],
    ['disabled', find([webhook('A', { disabled: true })]), /only a disabled Webhook node: "A"/, /Enable it/],
    [
      'disabled, by name',
      find([webhook('A', { disabled: true }), webhook('B')], 'A'),
      /only a disabled .*"A"/,
      /Enable/,
    ],
    [
      'another name',
      find([webhook('A'), webhook('B')], 'C'),
      /no Webhook node "C", but "A", "B"/,
      /Correct trigger-node/,
    ],
    ['no nodes at all', find([]), /has no Webhook node in its published version\.$/, /Add a Webhook node/],
    [
      'other triggers',
      find([
        { name: 'Nightly', type: 'n8n-nodes-base.scheduleTrigger' },
        { name: 'Set', type: 'n8n-nodes-base.set' },
      ]),
      /in its published version, but "Nightly"\./,
      /gateway workflow/,
    ],
    [
      'an expression as path',
      find([webhook('A', { parameters: { path: '={{ 1 }}' } })]),
      /an expression/,
      /mode: webhook/,
    ],
    [
      'an expression as method',
      find([webhook('A', { parameters: { path: 'a', httpMethod: '={{ 1 }}' } })]),
      /an expression/,
      /mode: webhook/,
    ],
    [
      'parameters in the path',
      find([webhook('A', { parameters: { path: 'a/:id' } })]),
      /has parameters/,
      /mode: webhook/,
    ],
  ])('where it is %s: what there is and what to do are told', (_, found, what, advice) => {
    if ('url' in found) throw new Error(`${found.url} would be called`);
    expect(found.what).toMatch(what);
    expect(found.advice).toMatch(advice);
  });

  test('and hostile names cannot forge a line of the log', () => {
    const hostile = 'A\n::error::forged\u202e';
    const found = find([webhook(hostile), webhook('B')], '', { name: hostile });
    expect(found).toEqual({ what: expect.not.stringMatching(/[\n\u202e]/), advice: expect.any(String) });
  });

  test('nor does a reply of odd shape break it', () => {
    for (const odd of [{}, { activeVersion: { nodes: 'none' } }, { activeVersion: { nodes: [null, 1, {}] } }]) {
      expect(findWebhook(odd, BASE, '')).toHaveProperty('what');
    }
  });
});
