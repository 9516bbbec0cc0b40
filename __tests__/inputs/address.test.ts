import { describe, expect, test } from '@jest/globals';
import { parseApiUrl, parseInstanceUrl, parseWebhookBase } from '../../src/inputs/address.ts';
import { underInstance } from '../../src/n8n/address.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

const ID = 'aBc_1-23';

describe("api mode's url", () => {
  test.each([
    ['https://n8n.example.com', 'https://n8n.example.com'],
    ['https://n8n.example.com/', 'https://n8n.example.com'],
    ['https://n8n.example.com:5678//', 'https://n8n.example.com:5678'],
    ['https://n8n.example.com/sub/path/', 'https://n8n.example.com/sub/path'],
    ['https://n8n.example.com/sub?x=1#y', 'https://n8n.example.com/sub'],
    ['https://n8n.example.com/api/v1/', 'https://n8n.example.com'],
    ['https://n8n.example.com/sub/api/v1', 'https://n8n.example.com/sub'],
    ['https://user:pass@n8n.example.com/', 'https://n8n.example.com'],
    ['https://n8n.example.com/webhook/0c1f0000', 'https://n8n.example.com/webhook/0c1f0000'],
  ])('%s has the base %s', (url, base) => {
    expect(valueIn(parseApiUrl(url, ID))).toMatchObject({ base, workflowId: ID });
  });

  test.each([
    [`https://n8n.example.com/workflow/${ID}`, 'https://n8n.example.com'],
    [`https://n8n.example.com/sub/workflow/${ID}/executions/17?x=1`, 'https://n8n.example.com/sub'],
    [`https://n8n.example.com/workflow/${ID}/0c1f-node?projectId=2`, 'https://n8n.example.com'],
  ])('may be an editor link: %s', (url, base) => {
    expect(valueIn(parseApiUrl(url, ''))).toMatchObject({ base, workflowId: ID });
    expect(valueIn(parseApiUrl(url, ID))).toMatchObject({ base, workflowId: ID });
  });

  test('carries credentials beside the base', () => {
    expect(valueIn(parseApiUrl('https://us%65r:p%40ss@n8n.example.com', ID))).toHaveProperty(
      'credentials',
      'user:p@ss',
    );
    expect(valueIn(parseApiUrl('https://n8n.example.com', ID))).toHaveProperty('credentials', undefined);
  });

  test.each([
    ['', ID, ['url: is required']],
    ['https://n8n.example.com', '', ['workflow-id: is required']],
    ['https://n8n.example.com/workflow/new', '', ['workflow-id: is required']],
    ['https://n8n.example.com', 'a/b', ["workflow-id: is not a workflow's id"]],
    ['https://n8n.example.com', '..', ["workflow-id: is not a workflow's id"]],
    ['https://n8n.example.com', 'a'.repeat(65), ["workflow-id: is not a workflow's id"]],
    ['https://n8n.example.com/workflow/other', ID, [`workflow-id: is ${ID}, but the editor link in url names other`]],
    ['ftp://n8n.example.com', '', ['url: is not an absolute', 'workflow-id: is required']],
  ])('%s with the id "%s" is refused', (url, id, starts) => {
    expect(linesOf(parseApiUrl(url, id))).toEqual(starts.map((start) => expect.stringContaining(start)));
  });
});

describe('the place of webhooks', () => {
  test.each([
    ['webhook', 'https://n8n.example.com/sub/webhook'],
    ['/hooks/v2/', 'https://n8n.example.com/sub/hooks/v2'],
    ['https://hooks.example.com', 'https://hooks.example.com'],
    ['HTTPS://hooks.example.com/webhook//', 'https://hooks.example.com/webhook'],
    ['http://hooks.example.com:8080/a/b?x#y', 'http://hooks.example.com:8080/a/b'],
  ])('"%s" is %s', (text, place) => {
    const base = valueIn(parseWebhookBase(text));
    expect(underInstance(base, 'https://n8n.example.com/sub')).toBe(place);
  });

  test.each([
    ['ftp://hooks.example.com', /^webhook-base: is not an absolute/],
    ['https://a:b@hooks.example.com', /^webhook-base: carries credentials/],
    ['https://hooks.example.com/a b', /^webhook-base: contains a space/],
  ])('cannot be %s', (text, message) => {
    expect(linesOf(parseWebhookBase(text))).toEqual([expect.stringMatching(message)]);
  });
});

describe("an instance's address", () => {
  test('may be given, with the path of its API or without', () => {
    expect(valueIn(parseInstanceUrl(''))).toBeUndefined();
    expect(valueIn(parseInstanceUrl('https://n8n.example.com/sub/api/v1/'))).toBe('https://n8n.example.com/sub');
    expect(linesOf(parseInstanceUrl('n8n.example.com')).join()).toMatch(/^api-url: is not an absolute/);
  });
});
