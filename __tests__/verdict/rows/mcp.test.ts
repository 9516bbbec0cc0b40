import { expect, test } from '@jest/globals';
import type { Exchange } from '../../../src/http/exchange.ts';
import { judge } from '../../../src/verdict/judge.ts';
import { mcpRows } from '../../../src/verdict/rows/mcp.ts';
import { madeCall } from '../../../support/call.ts';
import { type Case, html, madeReply, mcp, rowOf, testCases } from '../../../support/verdict-cases.ts';

const wantsToken = { 'www-authenticate': 'Bearer realm="n8n MCP Server"' };

/** What n8n's MCP server says, as it wraps it. */
const answer = (message: object): Exchange =>
  madeReply(200, `event: message\ndata: ${JSON.stringify({ ...message, jsonrpc: '2.0', id: 1 })}\n\n`, {
    'content-type': 'text/event-stream',
  });

/** The result of its tool `execute_workflow`. */
const executed = (structuredContent: object): Exchange => answer({ result: { structuredContent } });
const notExecuted = (error: string): Exchange => executed({ executionId: null, status: 'error', error });

const cases: readonly Case[] = [
  {
    on: madeReply(404, '{"message":"MCP access is disabled"}'),
    row: 'mcp-disabled',
    end: 'failure, ran: no',
    call: mcp,
    says: /Instance-level MCP/,
  },
  {
    on: madeReply(401, '{"message":"Unauthorized"}', wantsToken),
    row: 'mcp-unauthorized',
    end: 'failure, ran: no',
    call: mcp,
  },
  { on: 'cannot POST', row: 'mcp-not-there', end: 'retry, ran: no', call: mcp },
  { on: madeReply(429, '{"message":"Too many requests"}'), row: 'overloaded', end: 'retry, ran: no', call: mcp },
  { on: 'starting', row: 'starting-up', end: 'retry, ran: no', call: mcp },
  { on: madeReply(504), row: 'gateway-failure', end: 'retry, ran: maybe', call: mcp },
  // What stands in front of n8n stands in front of its MCP server as well.
  { on: madeReply(503, 'no available server\n'), row: 'not-passed-on', end: 'retry, ran: no', call: mcp },
  { on: madeReply(530, 'error code: 1033'), row: 'not-passed-on', end: 'retry, ran: no', call: mcp },
  {
    on: madeReply(403, '', { 'cf-mitigated': 'challenge' }),
    row: 'not-passed-on',
    end: 'failure, ran: no',
    call: mcp,
    says: /Cloudflare/,
  },
  {
    on: answer({ result: { isError: true, structuredContent: { error: 'The workflow is not available in MCP.' } } }),
    row: 'mcp-not-available',
    end: 'failure, ran: no',
    call: mcp,
  },
  { on: madeReply(204), row: 'mcp-unreadable', end: 'failure, ran: maybe', call: mcp },
  { on: madeReply(200, '<h1>Hello</h1>', html), row: 'mcp-unreadable', end: 'failure, ran: maybe', call: mcp },
  { on: executed({ executionId: '10', status: 'started' }), row: 'mcp-started', end: 'success, ran: yes', call: mcp },
  {
    // n8n 2.10 and earlier reply when the execution has ended.
    on: answer({ result: { content: [{ type: 'text', text: '{"success":false,"executionId":"7","error":{}}' }] } }),
    row: 'workflow-failed',
    end: 'failure, ran: yes, failed',
    call: mcp,
  },
  {
    on: notExecuted('Workflow is not available in MCP. Enable MCP access from the workflow card.'),
    row: 'mcp-not-available',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted("Workflow not found or you don't have permission to access it."),
    row: 'mcp-not-found',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted("Workflow 'a' is archived and cannot be accessed."),
    row: 'mcp-archived',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted("Workflow 'a' has no published (active) version to execute"),
    row: 'mcp-not-published',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted('Trigger node "Off" is disabled. Enable it or choose another trigger: none.'),
    row: 'mcp-trigger',
    end: 'failure, ran: no',
    call: mcp,
  },
  { on: notExecuted('The disk is full'), row: 'mcp-refused', end: 'failure, ran: maybe', call: mcp, says: /disk is/ },
  {
    on: answer({ error: { code: -32602, message: 'Tool execute_workflow not found' } }),
    row: 'mcp-refused',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: answer({ error: { code: -32603, message: 'Internal error' } }),
    row: 'mcp-refused',
    end: 'failure, ran: maybe',
    call: mcp,
  },
  {
    on: answer({ result: { isError: true, content: [] } }),
    row: 'mcp-refused',
    end: 'failure, ran: maybe',
    call: mcp,
    says: /refused: it gave no reason\./,
  },
  {
    on: answer({ result: { isError: true, content: [{ type: 'text', text: 'Input validation error: inputs' }] } }),
    row: 'mcp-refused',
    end: 'failure, ran: no',
    call: mcp,
    says: /Please report/,
  },
];

testCases(cases, mcpRows);

test.each<[object, string]>([
  [{ executionId: 7, status: 'started' }, 'mcp-started'],
  [{ executionId: '', status: 'started' }, 'mcp-refused'],
  [{ executionId: '7', success: false }, 'workflow-failed'],
  [{ executionId: '7', success: true }, 'mcp-started'],
  [{ executionId: '7', error: { message: 'x' } }, 'workflow-failed'],
  [{ executionId: '7', status: 'crashed' }, 'workflow-failed'],
  [{ executionId: '7', status: 'no error' }, 'mcp-started'],
  [{ executionId: '7', status: 'errors' }, 'mcp-started'],
])('the result %j is %s', async (result, row) => {
  expect(await rowOf(executed(result), mcp)).toBe(row);
});

test.each([
  [405, 'mcp-not-there'],
  [300, 'not-accepted'],
  [199, 'not-accepted'],
])('the status %s is %s', async (status, row) => {
  expect(await rowOf(madeReply(status, 'no answer'), mcp)).toBe(row);
});

test('the input that gave the address is named', async () => {
  const given = { ...mcp, addressInput: 'api-url' } as const;
  expect((await judge(madeReply(405), madeCall(given))).hint).toContain('Check that api-url is the address');
  expect((await judge(madeReply(204), madeCall(given))).hint).toContain('Check that api-url is the address of n8n');
});
