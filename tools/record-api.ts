// Records what the public API and the MCP server of a real n8n give, whole, for the tests that put hostile text into each
// of its fields. By hand, after a new version has been pinned in e2e/n8n: node tools/run.mjs tools/record-api.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mcpRequest, mcpToolCall } from '../src/n8n/mcp-message.ts';
import type { JsonMap } from '../src/text/json.ts';
import { type Execution, until } from '../support/n8n/api.ts';
import { chain, set, stopAndError, webhook } from '../support/n8n/nodes.ts';
import { Owner } from '../support/n8n/owner.ts';
import { startN8n } from '../support/n8n/server.ts';
import { ROOT } from '../support/paths.ts';
import { at, listAt, textAt } from '../support/shapes.ts';
import { type Recording, record } from './recorder.ts';

const server = await startN8n({ progress: console.log });
const recordings: Record<string, Recording> = {};
try {
  const { api, url, apiKey } = server;
  const owner = await Owner.signIn(url);
  const token = await owner.createMcpToken();
  const id = await api.deploy(
    chain('Restock shop', webhook('restock'), set('Result', '{{ { "stock": 7, "of": ["a", "b"] } }}')),
  );
  const failing = await api.deploy(chain('Fails', webhook('fails'), stopAndError('Refuse', 'No stock left')));
  await owner.offerInMcp(id);
  for (const path of ['restock', 'fails']) await fetch(`${url}/webhook/${path}`, { method: 'POST', body: '{"a":1}' });
  const executionOf = (workflowId: string): Promise<Execution> =>
    until('an execution', 10_000, async () => (await api.executions(workflowId))[0]);
  const [good, bad] = [await executionOf(id), await executionOf(failing)];
  const keep = async (name: string, path: string): Promise<void> => {
    recordings[name] = await record(
      url,
      { method: 'GET', path: `/api/v1/${path}`, headers: { 'x-n8n-api-key': apiKey } },
      Infinity,
    );
  };
  await keep('workflow', `workflows/${id}?excludePinnedData=true`);
  await keep('workflows', 'workflows?active=true&excludePinnedData=true&limit=250');
  await keep('executions', 'executions?limit=250');
  await keep('execution', `executions/${good.id}`);
  await keep('execution with its data', `executions/${good.id}?includeData=true`);
  await keep('failed execution with its data', `executions/${bad.id}?includeData=true`);
  const tool = async (name: string, message: JsonMap): Promise<Recording> => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json, text/event-stream' };
    recordings[name] = await record(
      url,
      { path: '/mcp-server/http', headers, body: JSON.stringify(message) },
      Infinity,
    );
    return recordings[name];
  };
  await tool('tools/list', mcpRequest('tools/list', {}));
  await tool('get_workflow_details', mcpToolCall('get_workflow_details', { workflowId: id }));
  const inputs = { webhookData: { body: { a: 1 } } };
  const started = await tool(
    'execute_workflow',
    mcpToolCall('execute_workflow', {
      workflowId: id,
      executionMode: 'production',
      triggerNodeName: 'Webhook',
      inputs,
    }),
  );
  const event: unknown = JSON.parse(started.body.replace(/^[\s\S]*?data: /, ''));
  const executionId = textAt(event, 'result', 'structuredContent', 'executionId');
  await api.executionEnded(executionId);
  await tool(
    'get_workflow_execution',
    mcpToolCall('get_workflow_execution', { workflowId: id, executionId, includeData: true }),
  );
  console.log(at(event, 'result', 'structuredContent'));
} finally {
  await server.stop();
}
// Of the many tools, those that the action reads.
const wanted = /^(?:execute_workflow|get_workflow_execution|get_workflow_details)$/;
const listed = recordings['tools/list'];
if (listed) {
  const [head = '', message = ''] = listed.body.split(/(?<=data: )/);
  const tools: unknown = JSON.parse(message);
  const some = listAt(tools, 'result', 'tools').filter((tool) => wanted.test(String(at(tool, 'name'))));
  listed.body = `${head}${JSON.stringify({ result: { tools: some }, jsonrpc: '2.0', id: 1 })}\n\n`;
}
// What changes from run to run stays, the machine's own names do not.
const n8n: unknown = JSON.parse(
  readFileSync(join(process.env['N8N_INSTALL_DIR'] ?? `${ROOT}/e2e/n8n`, 'node_modules/n8n/package.json'), 'utf8'),
);
writeFileSync(
  `${ROOT}/__tests__/recorded/api-${textAt(n8n, 'version')}.json`,
  `${JSON.stringify(recordings, null, 2)}\n`,
);
