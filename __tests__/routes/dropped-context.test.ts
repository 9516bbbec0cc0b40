// The default payload and a node that takes none, over the workflow's own trigger; mcp.test.ts has the same over MCP.
import { describe, expect, test } from '@jest/globals';
import { at, LOOKUP, n8n, runHere, success, workflow } from '../../support/scripted-n8n.ts';

const HOOK = '/webhook/deploy';
const run = async (parameters: Record<string, unknown>, given: Record<string, string> = {}) => {
  const server = await n8n({ [LOOKUP]: workflow(parameters), [HOOK]: success });
  return { server, ...(await runHere(server, { route: 'webhook', ...given })) };
};

describe('a node that listens to GET, as a new one does,', () => {
  test('drops the default payload, which gives a warning', async () => {
    const { log, exitCode, server } = await run({ httpMethod: 'GET' }, { payload: '' });
    expect(exitCode).toBe(0);
    expect(at(server, HOOK)[0]).toMatchObject({ method: 'GET', target: HOOK });
    expect(log).toMatch(
      /warning: \[The n8n workflow gets no payload\] The Webhook node "Hook" listens to GET, .*Set its HTTP Method to POST and publish/,
    );
  });

  test.each<[string, Record<string, string>]>([
    ['a payload goes into the query', {}],
    ['GET was asked for', { payload: '', method: 'GET' }],
  ])('is no reason to warn if %s', async (_, given) => {
    expect((await run({ httpMethod: 'GET' }, given)).log).not.toContain('warning');
  });

  test('is no reason to warn if the node listens to POST', async () => {
    expect((await run({ httpMethod: 'POST' }, { payload: '' })).log).not.toContain('warning');
  });
});
