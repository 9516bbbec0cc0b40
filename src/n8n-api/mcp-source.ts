import { asItIs } from '../host/masks.ts';
import { toExecution } from '../n8n/execution.ts';
import { isMap, scalarText } from '../text/json.ts';
import { mcpRefusal } from '../verdict/rows/mcp.ts';
import type { McpServer, Tools } from './mcp.ts';
import type { ExecutionSource } from './source.ts';

/** n8n 2.34 gave the tool its present name. */
const READING_TOOLS = ['get_workflow_execution', 'get_execution'];

/**
 * A workflow's executions by n8n's MCP server. It has no way to stop one; and none to find one by its trace, nor is that
 * needed: what is run by MCP is told by its id.
 *
 * @param redact takes what is secret out of what is told of its answers
 */
export function mcpExecutions(mcp: McpServer, workflowId: string, redact = asItIs): ExecutionSource {
  const toolIn = (tools: Tools) => READING_TOOLS.find((name) => tools.has(name));
  return {
    base: mcp.base,
    checkAccess: async () => {
      const listed = await mcp.tools();
      if (!listed.found) return listed.verdict;
      if (toolIn(listed.tools) !== undefined) return 0;
      return {
        row: 'mcp-no-tool',
        success: false,
        ran: 'no',
        message: "n8n's MCP server offers this token no tool that reads executions, which wait: true needs.",
        hint: 'Leave wait out: where there is no such tool, n8n replies when the execution has ended.',
      };
    },
    find: async () => ({ end: 'absent' }),
    read: async (id, withData, options) => {
      const listed = await mcp.tools();
      if (!listed.found) return { found: false, gone: false, verdict: listed.verdict };
      const tool = toolIn(listed.tools) ?? 'get_workflow_execution';
      const args = { workflowId, executionId: id, ...(withData ? { includeData: true } : {}) };
      const read = await mcp.read(tool, args, options);
      if (!read.found) return { found: false, gone: false, verdict: read.verdict };
      const { execution, data, error } = read.data;
      if (isMap(execution)) {
        return { found: true, execution: toExecution(execution), data: { ...execution, data: data ?? null } };
      }
      const message = scalarText(error) || 'no execution';
      return {
        found: false,
        gone: /^Execution '.*' not found/.test(message),
        verdict: mcpRefusal(message, undefined, redact),
      };
    },
    stop: async () => ({
      row: 'mcp-no-tool',
      success: false,
      ran: 'yes',
      message: "n8n's MCP server has no tool that stops executions.",
      hint: 'Stop it in the editor.',
    }),
    saving: async () => 'unknown',
  };
}
