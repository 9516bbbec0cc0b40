import { describe, expect, test } from '@jest/globals';
import {
  answersAt,
  type CallableTrigger,
  fillPath,
  findTrigger,
  methodFor,
  methodsOf,
} from '../../src/n8n/triggers.ts';
import type { Json, JsonMap } from '../../src/text/json.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const BASE = 'https://n8n.example.com/webhook';

const { show } = testHost();

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
  return { id: 'wf1', name: 'Deploy', active: true, activeVersion: { nodes }, nodes, ...more };
}

function search(nodes: JsonMap[], triggerNode?: string, more: JsonMap = {}) {
  return findTrigger(workflow(nodes, more), BASE, triggerNode, show);
}

const view = ({ workflowName, node, address }: CallableTrigger) => ({
  workflowName,
  nodeName: node.name,
  kind: node.kind,
  address,
  methods: methodsOf(node),
});

/** The trigger that would be called. */
const find = (...given: Parameters<typeof search>) => view(expectOk(search(...given)));

/** Why none would be. */
const findNone = (...given: Parameters<typeof search>) => expectFailure(search(...given));

/** What is saved and not published. */
const DRAFT: JsonMap = { nodes: [webhook('Draft')] };

/** The URL that would be called. */
function urlOf(node: JsonMap): string {
  const found = find([node]);
  return expectOk(fillPath(found.address, {}, show)).href;
}

describe('the Webhook node', () => {
  test('of the published version is found, and not that of the draft', () => {
    const nodes = [{ name: 'Set', type: 'n8n-nodes-base.set' }, webhook('Published')];
    expect(find(nodes, undefined, DRAFT)).toEqual({
      workflowName: 'Deploy',
      nodeName: 'Published',
      kind: 'Webhook',
      address: 'https://n8n.example.com/webhook/deploy',
      methods: ['POST'],
    });
  });

  test('is found in what is saved if n8n has no versions and the workflow is active', () => {
    const old = { id: 'wf1', name: 'Old', active: true, nodes: [webhook('Saved')] };
    expect(view(expectOk(findTrigger(old, BASE, undefined, show)))).toMatchObject({ nodeName: 'Saved' });
  });

  test('accepts GET unless it says otherwise', () => {
    expect(find([webhook('A', { parameters: { path: 'deploy' } })])).toMatchObject({ methods: ['GET'] });
  });

  test('may accept several methods', () => {
    const parameters = { path: 'deploy', multipleMethods: true, httpMethod: ['GET', 'PUT'] };
    expect(find([webhook('A', { parameters })])).toMatchObject({ methods: ['GET', 'PUT'] });
  });

  test('may accept several methods by default, which the editor does not save', () => {
    const parameters = { path: 'deploy', multipleMethods: true };
    expect(find([webhook('A', { parameters })])).toMatchObject({ methods: ['GET', 'POST'] });
  });

  test('is chosen by its name if there are several', () => {
    const other = webhook('B', { parameters: { path: 'other' } });
    expect(find([webhook('A'), other], 'B')).toMatchObject({ nodeName: 'B', address: `${BASE}/other` });
  });

  test('is the enabled one', () => {
    expect(find([webhook('A', { disabled: true }), webhook('B')])).toMatchObject({ nodeName: 'B' });
  });
});

describe("the production URL, as n8n's own getNodeWebhookPath gives it,", () => {
  test.each([
    ['has the path', { path: 'a/b' }, 'a/b'],
    ['has the path without slashes around it', { path: '/a/' }, 'a'],
    ['has the webhook id where the path is empty', { path: '' }, '0c1f0000-0000-4000-8000-000000000001'],
    ['has the webhook id where there is no path', {}, '0c1f0000-0000-4000-8000-000000000001'],
    ['escapes what a URL would read as something else', { path: 'a#1/b?c/50%/d\\e' }, 'a%231/b%3Fc/50%25/d%5Ce'],
    ['escapes blanks', { path: 'a b/\n' }, 'a%20b/%0A'],
    ['keeps a colon inside of a segment', { path: 'a/b:c' }, 'a/b:c'],
  ])('%s', (_, parameters, path) => {
    expect(urlOf(webhook('A', { parameters }))).toBe(`${BASE}/${path}`);
  });

  test('has workflow id and node name if a node has no webhook id', () => {
    const node = { name: 'My Hook?', type: 'n8n-nodes-base.webhook', parameters: { path: 'deploy' } };
    expect(urlOf(node)).toBe(`${BASE}/wf1/my%20hook%3F/deploy`);
  });
});

describe('a dynamic path', () => {
  const PARAMETERS = { path: ':env/v/:version' };
  const dynamic = find([webhook('A', { parameters: PARAMETERS })]);
  const fill = (data: Json) => fillPath(dynamic.address, data, show);

  test.each<[Json, string]>([
    [{ env: 'stage', version: 1.5, other: null }, 'stage/v/1.5'],
    [{ env: 'a b?#%ä:', version: true }, 'a%20b%3F%23%25%C3%A4%3A/v/true'],
    [{ env: 0, version: '...' }, '0/v/...'],
  ])('takes %j as %s, after the webhook id', (data, path) => {
    expect(expectOk(fill(data)).href).toBe(`${BASE}/0c1f0000-0000-4000-8000-000000000001/${path}`);
  });

  test.each<[Json, RegExp]>([
    [{ env: 'stage' }, /takes "env", "version" from the payload, which lacks "version"/],
    [{ env: '', version: null }, /which lacks "env", "version"/],
    [{ env: ['a'], version: {} }, /lacks "env", "version"/],
    [['stage', '1'], /lacks/],
    [null, /lacks/],
    [{ env: 'a/b', version: '..' }, /cannot hold the payload's "env", "version"/],
    [{ env: 'stage', version: '\ud800' }, /cannot hold the payload's "version": .* broken Unicode/],
  ])('does not take %j', (data, message) => {
    expect(expectFailure(fill(data))).toEqual({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\S/),
      wrongInput: true,
    });
  });

  test('of a node without a webhook id is not served by n8n', () => {
    const { webhookId: _, ...node } = webhook('A', { parameters: PARAMETERS });
    expect(findNone([node])).toMatchObject({ message: expect.stringContaining('no webhook id') });
  });
});

function form(typeVersion: number, parameters: JsonMap = {}, more: JsonMap = {}): JsonMap {
  return {
    name: 'F',
    type: 'n8n-nodes-base.formTrigger',
    typeVersion,
    webhookId: 'f0f0',
    parameters: { formFields: { values: [{ fieldLabel: 'Name' }] }, ...parameters },
    ...more,
  };
}

describe("a form's URL", () => {
  test.each([
    [1, { path: 'apply' }, 'webhook/apply/n8n-form'],
    [2, { path: 'apply' }, 'form/apply'],
    [2.1, { path: '/apply/' }, 'form/apply'],
    [2.2, { path: 'old', options: { path: 'apply' } }, 'form/apply'],
    [2.6, {}, 'form/f0f0'],
  ])('in version %d with %j is %s', (typeVersion, parameters, path) => {
    expect(urlOf(form(typeVersion, parameters))).toBe(`https://n8n.example.com/${path}`);
  });

  test.each([
    ['https://hooks.example.com/sub/webhook', 'https://hooks.example.com/sub/form/f0f0'],
    ['https://hooks.example.com', 'https://hooks.example.com/form/f0f0'],
  ])('is next to the webhooks at %s', (base, url) => {
    expect(expectOk(findTrigger(workflow([form(2.6)]), base, undefined, show))).toMatchObject({ address: url });
  });

  test('is not known if an expression makes it or its fields', () => {
    expect(findNone([form(2.6, { options: { path: '={{ 1 }}' } })])).toMatchObject({
      message: expect.stringContaining('expression'),
    });
    expect(findNone([form(2.6, { formFields: '={{ 1 }}' })])).toMatchObject({
      message: expect.stringContaining('form fields that come from an expression'),
    });
  });
});

test("a chat's URL has its webhook id, or workflow and name", () => {
  const chat = {
    name: 'My Chat',
    type: '@n8n/n8n-nodes-langchain.chatTrigger',
    parameters: { public: true },
  };
  expect(urlOf({ ...chat, webhookId: 'c0c0' })).toBe(`${BASE}/c0c0/chat`);
  expect(urlOf(chat)).toBe(`${BASE}/wf1/my%20chat/chat`);
});

const privateChat = { name: 'C', type: '@n8n/n8n-nodes-langchain.chatTrigger', webhookId: 'c', parameters: {} };
const nightly = { name: 'Nightly', type: 'n8n-nodes-base.scheduleTrigger' };

test('triggers that cannot be called leave the choice to those that can', () => {
  expect(find([privateChat, nightly, webhook('A', { disabled: true }), form(2.6)])).toMatchObject({ kind: 'Form' });
});

describe('no trigger can be called', () => {
  test.each([
    [
      'archived',
      search([webhook('A')], undefined, { isArchived: true }),
      /^The workflow "Deploy" is archived\./,
      /Unarchive/,
    ],
    ['not published', search([], undefined, { activeVersion: null }), /has no published version/, /Publish it/],
    [
      'saved and inactive, without versions',
      findTrigger({ name: 'Old', active: false, nodes: [webhook('A')] }, BASE, undefined, show),
      /"Old" has no published version/,
      /activate it/,
    ],
    [
      'several',
      search([webhook('A'), webhook('B')]),
      /has several triggers: "A" \(Webhook\), "B" \(Webhook\)\./,
      /trigger-node/,
    ],
    ['two of one name', search([webhook('A'), webhook('A')], 'A'), /has several/, /trigger-node/],
    [
      'disabled',
      search([webhook('A', { disabled: true })]),
      /no trigger that this route can run: "A" \(Webhook\) is disabled\./,
      /Enable it/,
    ],
    [
      'disabled, by name',
      search([webhook('A', { disabled: true }), webhook('B')], 'A'),
      /no trigger that this route can run: "A" \(Webhook\) is disabled\.$/,
      /Enable/,
    ],
    [
      'another name',
      search([webhook('A'), webhook('B')], 'C'),
      /no trigger "C"; its triggers are "A" \(Webhook\), "B"/,
      /Correct trigger-node/,
    ],
    ['no nodes at all', search([]), /has no trigger in its published version\.$/, /Add a Webhook node/],
    [
      'other triggers',
      search([
        { name: 'Nightly', type: 'n8n-nodes-base.scheduleTrigger' },
        { name: 'Set', type: 'n8n-nodes-base.set' },
      ]),
      /this route can run: "Nightly" \(Schedule\) has no URL\./,
      /MCP access token/,
    ],
    [
      'an expression as path',
      search([webhook('A', { parameters: { path: '={{ 1 }}' } })]),
      /an expression/,
      /mode: webhook/,
    ],
    [
      'an expression as method',
      search([webhook('A', { parameters: { path: 'a', httpMethod: '={{ 1 }}' } })]),
      /an expression/,
      /mode: webhook/,
    ],
    [
      'a method that is none',
      search([webhook('A', { parameters: { path: 'a', httpMethod: 'POST\n::error title=x::y' } })]),
      /"A" \(Webhook\) has no HTTP method that can be called/,
      /GET, HEAD, POST, PUT, PATCH or DELETE/,
    ],
    [
      'a path that leads away',
      search([webhook('A', { parameters: { path: '../rest/login' } })]),
      /"A" \(Webhook\) has a path with "\." or "\.\."/,
      /another path/,
    ],
    ['a chat that is not public', search([privateChat]), /"C" \(Chat\) is a chat that is not public/, /Make Chat/],
    [
      'a form for people',
      search([form(2.6, { authentication: 'n8nUserAuth' })]),
      /requires a person who is signed in/,
      /Basic Auth/,
    ],
    [
      'a trigger of a subworkflow',
      search([{ name: 'Sub', type: 'n8n-nodes-base.executeWorkflowTrigger' }]),
      /"Sub" \(Subworkflow\) has no URL/,
      /gateway workflow/,
    ],
    ['another trigger', search([{ name: 'M', type: 'n8n-nodes-base.mailTrigger' }]), /"M" has no URL/, /Webhook node/],
    [
      'in the draft alone',
      search([nightly], 'Draft', DRAFT),
      /no trigger "Draft"; its triggers are "Nightly"/,
      /draft has "Draft" \(Webhook\): publish it/,
    ],
    [
      'enabled in the draft alone',
      search([webhook('Draft', { disabled: true })], undefined, DRAFT),
      /"Draft" \(Webhook\) is disabled/,
      /draft has .*publish it/,
    ],
  ])('if it is %s: the message names what there is and what to do', (_, found, message, hint) => {
    expect(expectFailure(found).message).toMatch(message);
    expect(expectFailure(found).hint).toMatch(hint);
  });

  test.each([
    ['the name is of none', search([webhook('A')], 'B'), true],
    ['a name is needed', search([webhook('A'), webhook('B')]), true],
    ['the name is of none but in the draft', search([webhook('A')], 'B', { nodes: [webhook('B')] }), undefined],
    ['nothing is published', search([], undefined, { activeVersion: null }), undefined],
    ['the trigger is disabled', search([webhook('A', { disabled: true })], 'A'), undefined],
  ])("is an input's fault or not, if %s", (_, found, expected) => {
    expect(expectFailure(found).wrongInput).toBe(expected);
  });

  test('and hostile names forge no log line', () => {
    const hostile = 'A\n::error::forged\u202e';
    const none = findNone([webhook(hostile), webhook('B')], undefined, { name: hostile });
    expect(none).toMatchObject({ message: expect.not.stringMatching(/[\n\u202e]/), hint: expect.any(String) });
  });

  test('if the reply has an odd shape', () => {
    for (const odd of [{}, { activeVersion: { nodes: 'none' } }, { activeVersion: { nodes: [null, 1, {}] } }]) {
      expect(findTrigger(odd, BASE, undefined, show).ok).toBe(false);
    }
  });
});

describe('the workflow that a URL calls', () => {
  const at = (path: string, parameters: JsonMap, method = 'POST') =>
    answersAt(
      workflow([webhook('A', { parameters: { httpMethod: 'POST', ...parameters } })]),
      new URL(path, 'https://n8n.example.com'),
      method,
    );

  test.each([
    ['/webhook/deploy', { path: 'deploy' }],
    ['/n8n/webhook/team1/deploy', { path: 'team1/deploy' }],
    ['/webhook-test/deploy', { path: 'deploy' }],
    ['/webhook/a%20b', { path: 'a b' }],
    ['/hooks/deploy', { path: 'deploy' }],
    ['/webhook/0c1f0000-0000-4000-8000-000000000001/stage/x', { path: ':env/x' }],
  ])('%s is the one with %j', (path, parameters) => {
    expect(at(path, parameters)).toBe(true);
  });

  test.each([
    ['/webhook/team1/deploy', { path: 'deploy' }],
    ['/webhook/deploy/now', { path: 'deploy' }],
    ['/hooks/team1/deploy', { path: 'deploy' }],
    ['/webhook/', { path: '' }],
    ['/webhook/other/stage/x', { path: ':env/x' }],
    ['/webhook/deploy', { path: 'deploy', httpMethod: 'PUT' }],
  ])('%s is not the one with %j', (path, parameters) => {
    expect(at(path, parameters)).toBe(false);
  });
});

test('a valid method next to an invalid one is called', () => {
  const parameters = { path: 'a', multipleMethods: true, httpMethod: ['DELETE##[error]', 'PUT'] };
  expect(find([webhook('A', { parameters })])).toMatchObject({ methods: ['PUT'] });
});

test.each([
  [['GET', 'PUT'], 'PUT', 'PUT'],
  [['GET', 'PUT'], 'POST', 'GET'],
  ['DELETE##[error]', 'POST', 'POST'],
] as const)('of the methods %j, if %s is wanted, %s is called', (httpMethod, wanted, called) => {
  expect(methodFor({ parameters: { httpMethod: [httpMethod].flat() } }, wanted)).toBe(called);
});
