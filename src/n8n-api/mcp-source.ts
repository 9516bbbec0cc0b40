import { toExecution } from '../n8n/execution.ts';
import { isMap, scalarText } from '../text/json.ts';
import { failed, ok } from '../text/result.ts';
import { say } from '../text/safe.ts';
import { mcpToolFailure } from '../verdict/api.ts';
import { lasting } from '../verdict/api-failure.ts';
import type { McpServer, ToolSchemas } from './mcp.ts';
import type { ExecutionSource } from './source.ts';

/** n8n 2.34 gave the tool its present name. */
const READING_TOOLS = ['get_workflow_execution', 'get_execution'];

const NO_READING_TOOL = lasting(
  'mcp-no-tool',
  say`n8n's MCP server offers this token no tool that reads executions, which wait: true needs.`,
  say`Leave wait out: without that tool, n8n replies when the execution has ended.`,
);

const NO_STOPPING_TOOL = lasting(
  'mcp-no-tool',
  say`n8n's MCP server has no tool that stops executions.`,
  say`Stop it in the editor.`,
);

/**
 * The pause between two looks, in milliseconds: n8n allows 100 calls in five minutes, and this leaves room for a step's
 * other calls and for another user of the token.
 */
const MIN_PAUSE_MS = 3450;

/**
 * A workflow's executions, read over n8n's MCP server. It cannot stop executions, nor find them by their trace. That is
 * not needed: replies over MCP name the execution.
 */
export function mcpExecutions(mcp: McpServer, workflowId: string): ExecutionSource {
  const toolIn = (tools: ToolSchemas) => READING_TOOLS.find((name) => tools.has(name));
  return {
    base: mcp.base,
    minPauseMs: MIN_PAUSE_MS,
    checkAccess: async () => {
      const listed = await mcp.tools();
      if (!listed.ok) return listed;
      return toolIn(listed.value) === undefined ? failed(NO_READING_TOOL) : ok(undefined);
    },
    find: async () => ({ end: 'absent' }),
    read: async (id, withData, options) => {
      const listed = await mcp.tools();
      if (!listed.ok) return listed;
      const tool = toolIn(listed.value) ?? 'get_workflow_execution';
      const args = { workflowId, executionId: id, ...(withData ? { includeData: true } : {}) };
      const read = await mcp.read(tool, args, options);
      if (!read.ok) return read;
      const { execution, data, error } = read.value;
      const known = isMap(execution) ? toExecution(execution) : undefined;
      if (known && isMap(execution)) return ok({ execution: known, data: { ...execution, data: data ?? null } });
      const message = scalarText(error) || 'no execution';
      const failure = mcpToolFailure(message, undefined, mcp.show);
      return failed(/^Execution '.*' not found/.test(message) ? { ...failure, code: 'mcp-no-execution' } : failure);
    },
    stop: async () => failed(NO_STOPPING_TOOL),
    listed: async () => ok(undefined),
    savesSuccesses: async () => 'unknown',
    saving: async () => undefined,
  };
}
