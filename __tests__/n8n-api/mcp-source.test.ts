import { describe, expect, test } from '@jest/globals';
import { deadlineAfter } from '../../src/host/deadline.ts';
import type { McpServer } from '../../src/n8n-api/mcp.ts';
import { mcpExecutions } from '../../src/n8n-api/mcp-source.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { failed, ok } from '../../src/text/result.ts';
import { say } from '../../src/text/safe.ts';
import { showing } from '../../support/call.ts';
import { testClock } from '../../support/clock.ts';
import { expectOk } from '../../support/results.ts';
import { madeExecution, triggered } from '../../support/triggered.ts';

const UNREACHED = { code: 'api-unreachable', message: say`Down.`, transient: true, mayHaveArrived: false } as const;

/** A server with these tools, each of which gives this result. */
function source(tools: readonly string[] | undefined, gives: JsonMap = {}) {
  const calls: [string, JsonMap][] = [];
  const mcp: McpServer = {
    base: 'https://n8n.test',
    addressInput: 'url',
    show: showing(),
    tools: async () => (tools ? ok(new Map(tools.map((name) => [name, {}]))) : failed(UNREACHED)),
    read: async (tool, args) => {
      calls.push([tool, args]);
      return ok(gives);
    },
    toolCall: () => {
      throw new Error('A source only reads.');
    },
  };
  return { executions: mcpExecutions(mcp, 'w'), calls };
}

describe('the rights of a token', () => {
  test.each([['get_workflow_execution'], ['get_execution']])('suffice with the tool %s', async (tool) => {
    expect(await source([tool]).executions.checkAccess(undefined)).toEqual(ok(undefined));
  });

  test('do not suffice without a tool that reads executions', async () => {
    expect(await source(['execute_workflow']).executions.checkAccess(undefined)).toMatchObject({
      error: { code: 'mcp-no-tool' },
    });
  });

  test('are not known if the server does not reply', async () => {
    expect(await source(undefined).executions.checkAccess(undefined)).toEqual(failed(UNREACHED));
  });
});

describe('an execution', () => {
  const execution = { id: '7', workflowId: 'w', status: 'success' };

  test('is read by the tool that the server has, with its data if that is wanted', async () => {
    const { executions, calls } = source(['get_execution'], { execution, data: { resultData: {} } });
    const { data, ...read } = expectOk(await executions.read('7', true));
    expect(read.execution).toMatchObject({ id: '7', status: 'success' });
    expect(data['data']).toEqual({ resultData: {} });
    await executions.read('7', false);
    expect(calls).toEqual([
      ['get_execution', { workflowId: 'w', executionId: '7', includeData: true }],
      ['get_execution', { workflowId: 'w', executionId: '7' }],
    ]);
  });

  test('is gone only if n8n says so', async () => {
    const read = (error: string) => source(['get_execution'], { error }).executions.read('7', false);
    expect(await read("Execution '7' not found")).toMatchObject({ error: { code: 'mcp-no-execution' } });
    expect(await read('Something else')).toMatchObject({ error: { code: 'mcp-refused' } });
    expect(await source(['get_execution'], { execution: {} }).executions.read('7', false)).toMatchObject({
      ok: false,
    });
  });
});

test('what MCP cannot do fails or is unknown: stopping, searching, listing, settings', async () => {
  const { executions, calls } = source(['get_execution']);
  expect(await executions.stop('7', {})).toMatchObject({ error: { hint: 'Stop it in the editor.' } });
  expect(await executions.listed(madeExecution(), {})).toEqual(ok(undefined));
  const deadline = deadlineAfter(1000, testClock(), new AbortController().signal);
  expect(await executions.savesSuccesses(triggered(), deadline)).toBe('unknown');
  expect(await executions.saving(madeExecution(), deadline)).toBeUndefined();
  expect(calls).toEqual([]);
});
