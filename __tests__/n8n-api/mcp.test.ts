import { describe, expect, test } from '@jest/globals';
import { freshConnections } from '../../src/http/connections.ts';
import { mcpServer } from '../../src/n8n-api/mcp.ts';
import { sentJson } from '../../src/n8n-api/triggered-call.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { ok } from '../../src/text/result.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';
import { answer, type Handler, type Script, serve } from '../../support/server.ts';
import { triggered } from '../../support/triggered.ts';

const says = (message: JsonMap): Handler => answer(200, JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }));
const gives = (structuredContent: JsonMap): Handler => says({ result: { structuredContent } });

async function play(script: Script) {
  const server = await serve(script);
  const mcp = mcpServer(
    {
      base: server.origin,
      secretKey: 'a-token',
      headers: [['X-Proxy', 'open']],
      credentials: undefined,
      addressFrom: 'url',
    },
    {
      host: testHost(),
      retries: 1,
      timeoutMs: 1000,
      kept: freshConnections(),
      fresh: freshConnections(),
    },
  );
  return { mcp, requests: server.requests };
}

describe('a tool that reads', () => {
  test('is called with the token, and gives its data', async () => {
    const { mcp, requests } = await play([gives({ a: 1 })]);
    expect(await mcp.read('get_execution', { executionId: '7' })).toEqual(ok({ a: 1 }));
    const [request] = requests;
    expect([request?.method, request?.target]).toEqual(['POST', '/mcp-server/http']);
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer a-token',
      accept: 'application/json, text/event-stream',
      'x-proxy': 'open',
    });
    expect(JSON.parse(request?.body.toString() ?? '')).toMatchObject({
      method: 'tools/call',
      params: { name: 'get_execution', arguments: { executionId: '7' } },
    });
  });

  test('is called again after a transient failure', async () => {
    const { mcp } = await play([answer(503), gives({ a: 1 })]);
    expect(await mcp.read('get_execution', {})).toEqual(ok({ a: 1 }));
  });

  test('that refuses says why', async () => {
    const { mcp } = await play([says({ error: { code: -32602, message: 'Invalid arguments' } })]);
    expect(expectFailure(await mcp.read('get_execution', {})).message).toContain('Invalid arguments');
  });

  test('that gives something else fails, with its size', async () => {
    const { mcp } = await play([answer(200, '{"a":1}')]);
    expect(expectFailure(await mcp.read('get_execution', {})).message).toContain('7 bytes, no answer');
  });
});

describe('the tools', () => {
  test('are requested once, with their schemas', async () => {
    const { mcp, requests } = await play([
      gives({ tools: [{ name: 'a', inputSchema: { type: 'object' } }, { name: 'b' }, 'c'] }),
    ]);
    const [tools] = await Promise.all([mcp.tools(), mcp.tools()]);
    expect([...expectOk(tools)]).toEqual([
      ['a', { type: 'object' }],
      ['b', {}],
    ]);
    expect(requests).toHaveLength(1);
  });

  test('are none if n8n lists none', async () => {
    const { mcp } = await play([gives({})]);
    expect(expectOk(await mcp.tools()).size).toBe(0);
  });
});

test('a call that runs a workflow is a request that the route sends', async () => {
  const { mcp, requests } = await play([]);
  const request = mcp.toolCall('execute_workflow', { workflowId: 'w' });
  expect(request).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer a-token' } });
  expect(await sentJson(triggered({ body: request.body }))).toMatchObject({ params: { name: 'execute_workflow' } });
  expect(requests).toEqual([]);
});
