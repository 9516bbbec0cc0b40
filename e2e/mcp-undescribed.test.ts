// n8n's MCP server where its tool that describes workflows fails: the words of the other tool's refusals tell the rest.
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { listenOnLoopback } from '../support/loopback.ts';
import { chain, form, schedule, webhook } from '../support/n8n/nodes.ts';
import { offer, result, runByMcp, toTheEnd } from './mcp-access.ts';
import { endings, failureOf, itemsOf, newPath, since, succeeded, url } from './suite.ts';

const CRASH = {
  isError: true,
  content: [{ type: 'text', text: "Cannot read properties of undefined (reading 'id')" }],
};

/** Hands everything to n8n but the calls of that tool. */
const server = createServer(async (incoming, outgoing) => {
  const body = Buffer.concat(await incoming.toArray()).toString();
  if (body.includes('"get_workflow_details"')) {
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: CRASH }));
    return;
  }
  const { authorization = '', accept = '', 'content-type': type = '' } = incoming.headers;
  const headers = { authorization, accept, 'content-type': type };
  const reply = await fetch(url + incoming.url, { method: incoming.method ?? '', headers, body });
  outgoing.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' });
  outgoing.end(Buffer.from(await reply.arrayBuffer()));
});
let there: string;

// Not when the file is loaded: if all tests are skipped, nothing would close it.
beforeAll(async () => {
  there = `http://127.0.0.1:${await listenOnLoopback(server)}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const described = since('2.37.0', "a trigger's name in MCP");

described.test('a webhook, a form and a schedule are run by their names', async () => {
  const [hook, page, nightly] = await Promise.all([
    offer(chain('Undescribed webhook', webhook(newPath()), result())),
    offer(chain('Undescribed form', form(newPath(), [{ fieldLabel: 'Name' }]), result())),
    offer(chain('Undescribed schedule', schedule(), result())),
  ]);
  const run = (workflow: { id: string }, name: string, payload: string) =>
    runByMcp(workflow, { ...toTheEnd, url: there, 'trigger-node': name, payload });
  const byWebhook = succeeded(await run(hook, 'Webhook', 'a: 1'));
  expect(byWebhook.outputs).toMatchObject({ route: 'mcp', attempts: '1', 'execution-status': 'success' });
  const byForm = succeeded(await run(page, 'On form submission', 'Name: Ada'));
  expect(byForm.outputs).toMatchObject({ attempts: '2', 'execution-status': 'success' });
  expect(succeeded(await run(nightly, 'Schedule Trigger', '')).outputs).toMatchObject({ attempts: '1' });
  // The default payload goes to whatever takes one.
  expect(succeeded(await run(hook, 'Webhook', '')).outputs).toMatchObject({ attempts: '2' });
  expect(await endings(hook)).toEqual(['success', 'success']);
  expect(await itemsOf(page, 'Result')).toMatchObject([{ got: { Name: 'Ada' } }]);
  expect(await endings(nightly)).toEqual(['success']);
});

described.test('what does not fit is reported, and nothing runs', async () => {
  const nightly = await offer(chain('Undescribed schedule with payload', schedule(), result()));
  const given = { url: there, payload: 'a: 1' };
  expect(failureOf(await runByMcp(nightly, { ...given, 'trigger-node': 'Schedule Trigger' }))).toMatch(
    /payload: "Schedule Trigger" \(Schedule\) accepts none/,
  );
  expect(failureOf(await runByMcp(nightly, { ...given, 'trigger-node': 'None' }))).toMatch(
    /"None" was not found\. Available triggers: Schedule Trigger.*The workflow did not run/,
  );
  expect(failureOf(await runByMcp(nightly, given))).toMatch(
    /get_workflow_details failed.*The workflow did not run\. Give the trigger's name in trigger-node/,
  );
  expect(await endings(nightly)).toEqual([]);
});
