import { describe, expect, test } from '@jest/globals';
import { withDefaults } from '../../src/inputs/defaults.ts';
import { parseTarget } from '../../src/inputs/target.ts';
import { type Given, MCP, sound, WEBHOOK, wrong } from '../../support/inputs.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

describe('the wrong mode is reported at once', () => {
  test.each<[given: Given, line: RegExp]>([
    [{ url: 'https://n8n.example.com/workflow/aBc123' }, /^url: is a link to n8n's editor, .*add mode: api/],
    [{ url: 'https://n8n.example.com/sub/workflow/aBc123/executions/5?x=1' }, /^url: .*add mode: api/],
    [{ url: 'https://n8n.example.com', 'workflow-id': 'aBc123' }, /^workflow-id: .*add mode: api/],
    [{ url: 'https://n8n.example.com/hooks/x', 'workflow-id': 'aBc123' }, /^workflow-id: .* api-url/],
    ...[
      '/healthz',
      '/healthz/readiness',
      '/rest/settings',
      '/sub/rest/login',
      '/api/v1/workflows',
      '/metrics',
      '/api/v1',
      '/api/v1/workflows/aBc123',
      '/api/v1/workflow/aBc123/start',
      '/rest/workflow/aBc123',
      '/mcp-server/http',
    ].map((path): [Given, RegExp] => [
      { url: `https://n8n.example.com${path}` },
      /^url: is one of n8n's own paths, .*add mode: api/,
    ]),
  ])('%j', async (given, line) => {
    expect(await wrong(given)).toEqual([expect.stringMatching(line)]);
    // With api-url, n8n's endpoints may have any name.
    await sound({ ...given, 'api-url': 'https://n8n.example.com' });
  });

  test.each([
    'https://n8n.example.com/webhook/workflow/aBc123',
    'https://n8n.example.com/rest/webhook/x',
    'https://n8n.example.com/form/abc/workflow/5',
    'https://n8n.example.com/webhook/0b5c/api/v1/workflow/5/start',
    'https://n8n.example.com/hooks/deploy',
    'https://n8n.example.com/metrics/deploy',
    'https://n8n.example.com/restore',
    'https://n8n.example.com/workflow',
  ])('but %s is a webhook', async (url) => {
    await sound({ url });
  });
});

test.each(['/webhook/0b5c/users/:id', '/webhook/0b5c/:from/to', '/hooks/:order_id/'])(
  'a placeholder in a webhook’s path would arrive as it is: %s',
  async (path) => {
    for (const more of [{}, { 'api-url': 'https://n8n.example.com' }]) {
      const lines = await wrong({ url: `https://n8n.example.com${path}`, ...more });
      expect(lines).toEqual([expect.stringMatching(/^url: has a placeholder like :id/)]);
    }
  },
);

test.each(['/webhook/a:b', '/webhook/12:30', '/webhook/:8080', '/webhook/x?id=/:id'])(
  'a colon in %s is no placeholder',
  async (path) => {
    await sound({ url: `https://n8n.example.com${path}` });
  },
);

describe('inputs that mode webhook does not use are checked too', () => {
  test.each<[given: Given, line: RegExp]>([
    [{ ...WEBHOOK, route: 'web-hook' }, /^route: "web-hook" is unknown/],
    [{ ...WEBHOOK, 'webhook-base': 'https://user:pass@n8n.example.com' }, /^webhook-base: contains credentials/],
  ])('%j', async (given, line) => {
    expect(await wrong(given)).toEqual([expect.stringMatching(line)]);
  });

  test('and are reported even if the mode is wrong', async () => {
    expect(await wrong({ ...WEBHOOK, mode: 'hook', route: 'web-hook' })).toEqual([
      expect.stringMatching(/^mode: /),
      expect.stringMatching(/^route: /),
    ]);
  });
});

const ID = 'aBc_1-23';
const target = (url: string, id: string) =>
  parseTarget(withDefaults((name) => ({ mode: 'api', url, 'workflow-id': id })[name] ?? ''));

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
    expect(valueIn(target(url, ID))).toMatchObject({ base, workflowId: ID });
  });

  test.each([
    [`https://n8n.example.com/workflow/${ID}`, 'https://n8n.example.com'],
    [`https://n8n.example.com/sub/workflow/${ID}/executions/17?x=1`, 'https://n8n.example.com/sub'],
    [`https://n8n.example.com/workflow/${ID}/0c1f-node?projectId=2`, 'https://n8n.example.com'],
  ])('may be an editor link: %s', (url, base) => {
    expect(valueIn(target(url, ''))).toMatchObject({ base, workflowId: ID });
    expect(valueIn(target(url, ID))).toMatchObject({ base, workflowId: ID });
  });

  test.each([
    ['n8n_api_key', 'auto'],
    [MCP['secret-key'] ?? '', 'mcp'],
  ])('has a route by its key: %s', (key, route) => {
    const given: Given = { mode: 'api', url: 'https://n8n.example.com', 'workflow-id': ID, 'secret-key': key };
    const read = valueIn(parseTarget(withDefaults((name) => given[name] ?? '')));
    expect(read).toMatchObject({ route, byMcp: route === 'mcp' });
  });

  test('carries credentials apart from the base', () => {
    expect(valueIn(target('https://us%65r:p%40ss@n8n.example.com', ID))).toHaveProperty('credentials', 'user:p@ss');
    expect(valueIn(target('https://n8n.example.com', ID))).toHaveProperty('credentials', undefined);
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
    [`n8n.example.com/workflow/${ID}`, '', ['url: is not an absolute']],
    [`https:///workflow/${ID}`, '', ['url: has no host']],
  ])('%s with the id "%s" is refused', (url, id, starts) => {
    expect(linesOf(target(url, id))).toEqual(starts.map((start) => expect.stringContaining(start)));
  });
});
