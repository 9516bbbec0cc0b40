// A workflow's own trigger, as n8n's API describes it; the server plays what n8n stores, hostile as it may be.
import { describe, expect, test } from '@jest/globals';
import { at, LOOKUP, n8n, runHere, success, workflow } from '../../support/scripted-n8n.ts';

const HOOK = '/webhook/deploy';
const run = async (parameters: Record<string, unknown>, given: Record<string, string> = {}, name = 'Deploy') => {
  const server = await n8n({ [LOOKUP]: workflow(parameters, { name }), [HOOK]: success });
  return { server, ...(await runHere(server, { route: 'webhook', ...given })) };
};

describe('what n8n stores unchecked', () => {
  test.each([
    ['POST\n::error title=x::y\n::stop-commands::t'],
    ['DELETE##[error]'],
    ['post'],
    ['TRACE'],
    [''],
    [{ toString: 'x' }],
  ])('as the method %j is not one: nothing is sent', async (httpMethod) => {
    const { server, host, log, exitCode } = await run({ httpMethod });
    expect(exitCode).toBe(1);
    expect(log).toMatch(/error: .*"Hook" \(Webhook\) has no HTTP method that can be called/);
    expect(at(server, HOOK)).toEqual([]);
    expect(host.events.filter((line) => /\n|##\[/.test(line.replace(/^error: .*/s, '')))).toEqual([]);
  });

  test('as the name of a path segment is shown on one line', async () => {
    const { host, exitCode } = await run({ path: 'a/:x\n::error::forged\u202e' });
    expect(exitCode).toBe(1);
    const shown = host.events.filter((line) => /^(?:error|warning|info)/.test(line));
    expect(shown.join('')).toContain("The webhook's path takes ");
    expect(shown.join('')).not.toMatch(/\n::|\u202e/);
  });

  test.each(['../../rest/login', 'a/%2e%2E/b', 'a\\..\\b'])(
    'as the path %j is not one that n8n serves',
    async (path) => {
      const { server, log, exitCode } = await run({ path });
      expect(exitCode).toBe(1);
      expect(log).toMatch(/leads away from n8n's webhooks/);
      expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    },
  );
});

test('half a surrogate pair cannot be in a path: a wrong input, and nothing is sent', async () => {
  const { server, log, exitCode } = await run(
    { path: ':id' },
    { payload: '{"id":"\\ud800"}', 'fail-on-error': 'false' },
  );
  expect(exitCode).toBe(1);
  expect(log).toMatch(/cannot hold the payload's "id"/);
  expect(server.requests).toHaveLength(1);
});

test('missing credentials that the node requires are reported, and nothing is sent', async () => {
  const { server, log } = await run({ authentication: 'headerAuth' });
  expect(log).toMatch(/The Webhook node "Hook" requires Header Auth, and no credentials were given for it/);
  expect(at(server, HOOK)).toEqual([]);
});

test("the workflow's name is shown on one line, and cut", async () => {
  const { log, host } = await run({}, {}, `Shop\r\n::error::x${'y'.repeat(5000)}`);
  expect(log).toMatch(/info: Workflow "Shop : :error: :xy+…": Webhook node "Hook"/);
  expect(host.summary.length).toBeLessThan(5000);
});

test("a workflow's name that repeats the webhook's path does not show it", async () => {
  const path = '5f1d-c0ffee';
  const node = { path, httpMethod: 'POST' };
  const server = await n8n({ [LOOKUP]: workflow(node, { name: `Hook at /${path}` }), [`/webhook/${path}`]: success });
  const { host, log } = await runHere(server, { route: 'webhook' });
  expect(host.outputs['success']).toBe('true');
  expect(log).toContain('Workflow "Hook at /…"');
  expect(log + host.summary).not.toContain(path);
});
