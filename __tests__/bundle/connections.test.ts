// How many connections a step opens: each costs a handshake, and n8n or what stands in front of it may count them.
import { expect, jest, test } from '@jest/globals';
import { answer, type Handler, type Received, type ScriptedServer, serve } from '../../support/server.ts';
import { runStep } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

/** An n8n whose execution runs for this many looks; `reply` adds headers to each of its replies. */
async function startN8n(looks: number, headers: Record<string, string> = {}): Promise<ScriptedServer> {
  const startedAt = new Date().toISOString();
  let traceparent: unknown;
  let left = looks;
  return serve((request: Received): Handler => {
    if (request.target.startsWith('/webhook/')) {
      traceparent = request.headers['traceparent'];
      return answer(200, '{"message":"Workflow was started"}');
    }
    if (traceparent === undefined) {
      return request.target.includes('?') ? answer(200, '{"data":[]}') : answer(404, '{"message":"Not Found"}');
    }
    left -= 1;
    const status = left > 0 ? 'running' : 'success';
    const row = { id: '7', workflowId: 'w', status, startedAt, tracingContext: { traceparent } };
    const isList = request.target.includes('/executions?');
    return answer(200, JSON.stringify(isList ? { data: [row] } : row), headers);
  });
}

test('a step that follows keeps its connections to the API, and triggers on a fresh one', async () => {
  const server = await startN8n(12);
  const step = await runStep({ with: { url: `${server.origin}/webhook/x`, 'secret-key': 'a-key', wait: 'true' } });
  expect(step.outputs).toMatchObject({ success: 'true', 'execution-id': '7', 'execution-status': 'success' });
  expect(server.requests.length).toBeGreaterThan(10);
  // Four at most for the API, and that of the trigger.
  expect(server.connections()).toBeLessThanOrEqual(5);
});

test('a step that follows goes on even if the server closes each connection', async () => {
  const server = await startN8n(12, { connection: 'close' });
  const step = await runStep({ with: { url: `${server.origin}/webhook/x`, 'secret-key': 'a-key', wait: 'true' } });
  expect(step.outputs).toMatchObject({ success: 'true', 'execution-id': '7', 'execution-status': 'success' });
});
