import { isSuccess } from '../../http/status.ts';
import { readAnswer } from '../../n8n/mcp-message.ts';
import { isMap, type JsonMap, scalarText } from '../../text/json.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import type { McpRefusalRow } from '../api-failure.ts';
import { A_LITTLE, quoteReply, type ReplyView, type Row } from '../row.ts';
import { NOTHING, type Verdict } from '../verdict.ts';

const SETTINGS = say`n8n, Settings, Instance-level MCP`;

/** Refusals of n8n's MCP server, by their wording (2.41), and what to do about each. */
const REFUSALS: readonly { readonly words: RegExp; readonly row: McpRefusalRow; readonly hint: SafeText }[] = [
  {
    row: 'mcp-not-available',
    words: /not available in MCP/i,
    hint: say`In n8n, turn on "Available in MCP" in the workflow's menu or settings.`,
  },
  {
    row: 'mcp-not-found',
    words: /^Workflow not found|don't have permission/i,
    hint: say`Compare workflow-id with the editor's address, …/workflow/ID; the token's owner needs the right to run it. Older n8n says the same of a workflow that is not available in MCP.`,
  },
  { row: 'mcp-archived', words: /is archived/i, hint: say`Unarchive and publish it in n8n.` },
  { row: 'mcp-not-published', words: /no published \(active\) version/i, hint: say`Publish it in n8n.` },
  {
    row: 'mcp-trigger',
    words:
      /^Trigger node|\btriggerNodeName\b|^This workflow has (?:no|multiple) trigger|trigger nodes? can be executed/i,
    hint: say`Compare trigger-node and payload with the published version in n8n.`,
  },
];

/** JSON-RPC's own errors (section 5.1): a request that was not understood ran nothing. */
const NOT_UNDERSTOOD: readonly (number | undefined)[] = [-32700, -32600, -32601, -32602];

/** The verdict on a refusal by a tool of n8n's MCP server. */
export function mcpRefusal(jsonMessage: string, show: Show, code?: number): Verdict & { readonly row: McpRefusalRow } {
  const message = say`n8n's MCP server refused: ${show(jsonMessage)}`;
  const known = REFUSALS.find(({ words }) => words.test(jsonMessage));
  if (known) return { row: known.row, success: false, ran: 'no', message, hint: known.hint };
  const notUnderstood =
    NOT_UNDERSTOOD.includes(code) ||
    /-32602|Input validation error|unrecognized[ _]key|Tool \S+ not found/i.test(jsonMessage);
  return {
    row: 'mcp-refused',
    success: false,
    ran: notUnderstood ? 'no' : 'maybe',
    message,
    hint: notUnderstood
      ? say`This version of n8n does not understand what the action sends. Please report this.`
      : say`Look at the workflow's executions in n8n.`,
  };
}

/** A reply by which n8n's MCP server lets nobody in, or not this token. */
interface McpAccess {
  readonly name: 'mcp-disabled' | 'mcp-unauthorized' | 'mcp-not-there';
  readonly matches: (reply: Pick<ReplyView, 'status' | 'headers' | 'jsonMessage'>) => boolean;
  /** @param addressInput the input that gave the server's address */
  readonly why: (status: number, addressInput: SafeText) => { readonly message: SafeText; readonly hint: SafeText };
  /** Whether asking again may help. */
  readonly isTransient: boolean;
}

/** The same for a call that runs a workflow and for one that only reads. */
export const mcpAccess: readonly McpAccess[] = [
  {
    name: 'mcp-disabled',
    // Older n8n uses 403.
    matches: ({ status, jsonMessage }) =>
      (status === 404 || status === 403) && jsonMessage === 'MCP access is disabled',
    why: (status) => ({
      message: say`MCP access is disabled in this n8n (${status}).`,
      hint: say`An owner or admin turns it on: ${SETTINGS}.`,
    }),
    isTransient: false,
  },
  {
    name: 'mcp-unauthorized',
    matches: ({ status, headers }) => status === 401 && /n8n MCP/.test(headers['www-authenticate'] ?? ''),
    why: (status) => ({
      message: say`n8n's MCP server does not accept this secret-key (${status}).`,
      hint: say`A new access token revokes the previous one: use the user's current token (${SETTINGS}, Connect).`,
    }),
    isTransient: false,
  },
  {
    name: 'mcp-not-there',
    matches: ({ status }) => status === 404 || status === 405,
    why: (status, addressInput) => ({
      message: say`n8n has no MCP server at this address (${status}).`,
      hint: say`Check that ${addressInput} is the address that opens n8n in the browser. Older versions of n8n have no MCP server, and N8N_DISABLED_MODULES can turn it off.`,
    }),
    isTransient: true,
  },
];

/** Replies of n8n's MCP server instead of an answer. */
export const mcpRows: readonly Row[] = mcpAccess.map(({ name, matches, why, isTransient }) => ({
  name,
  matches,
  verdict: ({ status, call }) => ({
    success: false,
    ran: 'no',
    ...(isTransient && { retry: A_LITTLE }),
    ...why(status, call.show(call.addressInput)),
  }),
}));

/** Replies with a 2xx status, which hold the answer of the tool that runs workflows. */
export const mcpAnswerRows: readonly Row[] = [
  {
    // Before n8n 2.14, the tool answers when the execution has ended.
    name: 'workflow-failed',
    matches: ({ status, text }) => isSuccess(status) && isFailure(executionIn(text) ?? {}),
    verdict: () => ({
      inconclusive: true,
      success: false,
      ran: 'yes',
      message: say`The workflow ran and failed.`,
      hint: say`Open the workflow's executions in n8n to see what happened.`,
    }),
  },
  {
    name: 'mcp-started',
    matches: ({ status, text }) => isSuccess(status) && executionIn(text) !== undefined,
    verdict: () => ({ success: true, ran: 'yes', message: NOTHING, hint: NOTHING }),
  },
  {
    name: 'mcp-refused',
    matches: ({ status, text }) => isSuccess(status) && readAnswer(text) !== undefined,
    verdict: ({ text, call }) => {
      const answer = readAnswer(text);
      return answer?.kind === 'refused'
        ? mcpRefusal(answer.message, call.show, answer.code)
        : mcpRefusal(scalarText(answer?.data['error']) || 'it gave no execution', call.show);
    },
  },
  {
    name: 'mcp-unreadable',
    matches: ({ status }) => isSuccess(status),
    verdict: (view) => ({
      success: false,
      ran: 'maybe',
      message: say`The reply is not from an MCP server: HTTP ${view.status} with ${quoteReply(view)}.`,
      hint: say`Check that ${view.call.show(view.call.addressInput)} is the address of n8n, and that nothing in front of it replied.`,
    }),
  },
];

/** The tool's result, if it names an execution. */
function executionIn(text: string): JsonMap | undefined {
  const answer = readAnswer(text);
  return answer?.kind === 'result' && isId(answer.data['executionId']) ? answer.data : undefined;
}

function isFailure(result: JsonMap): boolean {
  return (
    result['success'] === false || isMap(result['error']) || /^(?:error|crashed)$/.test(scalarText(result['status']))
  );
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
