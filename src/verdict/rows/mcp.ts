import { readAnswer } from '../../n8n/mcp-message.ts';
import { isMap, type JsonMap, scalarText } from '../../text/json.ts';
import { NOTHING, type SafeText, type Show, say } from '../../text/safe.ts';
import type { ApiFailureCode } from '../api-failure.ts';
import { quoteReply } from '../reply.ts';
import { A_LITTLE, type Call, type ReplyView, type Row } from '../row.ts';

const SETTINGS = say`n8n, Settings, Instance-level MCP`;

/** Refusals of n8n's MCP server, by their wording (2.41), and what to do about each. */
const REFUSALS: readonly { readonly words: RegExp; readonly row: ApiFailureCode; readonly hint: SafeText }[] = [
  {
    row: 'mcp-not-available',
    words: /not available in MCP/i,
    hint: say`In n8n, turn on "Available in MCP" in the workflow's menu or settings.`,
  },
  {
    row: 'mcp-not-found',
    words: /^Workflow not found|don't have permission/i,
    hint: say`Compare workflow-id with the editor's address, …/workflow/ID; the token's owner needs the right to run it. Older n8n says the same about a workflow that is not available in MCP.`,
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

/** A refusal by a tool of n8n's MCP server. */
interface McpRefusal extends Row {
  readonly name: ApiFailureCode;
  readonly message: SafeText;
  readonly hint: SafeText;
}

/** What a tool's refusal means, whether it was to run a workflow or only to read. */
export function mcpRefusal(said: string, show: Show, code?: number): McpRefusal {
  const message = say`n8n's MCP server refused: ${show(said)}`;
  const known = REFUSALS.find(({ words }) => words.test(said));
  if (known) return { name: known.row, ran: 'no', message, hint: known.hint };
  if (
    NOT_UNDERSTOOD.includes(code) ||
    /-32602|Input validation error|unrecognized[ _]key|Tool \S+ not found/i.test(said)
  ) {
    const hint = say`This version of n8n does not understand what the action sends. Please report this.`;
    return { name: 'mcp-refused', ran: 'no', message, hint };
  }
  return { name: 'mcp-refused', ran: 'maybe', message, hint: say`Look at the workflow's executions in n8n.` };
}

/** What the rows about access need of a reply: a call that only reads has no more. */
interface McpReply extends Pick<ReplyView, 'status' | 'headers' | 'jsonMessage'> {
  readonly call: Pick<Call, 'addressInput' | 'show'>;
}

interface McpRow extends Row {
  readonly name: ApiFailureCode;
  readonly when: { readonly where: (reply: McpReply) => boolean };
  readonly message: (reply: McpReply) => SafeText;
  readonly hint: (reply: McpReply) => SafeText;
}

/** Replies in which n8n's MCP server refuses everybody, or this token, whether it was to run a workflow or only to read. */
export const mcpRows: readonly McpRow[] = [
  {
    name: 'mcp-disabled',
    when: {
      // Older n8n uses 403.
      where: ({ status, jsonMessage }) => [403, 404].includes(status) && jsonMessage === 'MCP access is disabled',
    },
    ran: 'no',
    message: ({ status }) => say`MCP access is disabled in this n8n (${status}).`,
    hint: () => say`An owner or admin turns it on: ${SETTINGS}.`,
  },
  {
    name: 'mcp-unauthorized',
    when: { where: ({ status, headers }) => status === 401 && /n8n MCP/.test(headers['www-authenticate'] ?? '') },
    ran: 'no',
    message: ({ status }) => say`n8n's MCP server does not accept this secret-key (${status}).`,
    hint: () => say`A new access token revokes the previous one: use the user's current token (${SETTINGS}, Connect).`,
  },
  {
    name: 'mcp-not-there',
    when: { where: ({ status }) => status === 404 || status === 405 },
    ran: 'no',
    retry: A_LITTLE,
    message: ({ status }) => say`n8n has no MCP server at this address (${status}).`,
    hint: ({ call }) =>
      say`Check that ${call.show(call.addressInput)} is the address that opens n8n in the browser. Older versions of n8n have no MCP server, and N8N_DISABLED_MODULES can turn it off.`,
  },
];

const STARTED: Row = { name: 'mcp-started', success: true, ran: 'yes', message: NOTHING, hint: NOTHING };

/** Before n8n 2.14, the tool replies when the execution has ended. */
const RUN_FAILED: Row = {
  name: 'workflow-failed',
  ran: 'yes',
  inconclusive: true,
  message: say`The workflow ran and failed.`,
  hint: say`Open the workflow's executions in n8n to see what happened.`,
};

const UNREADABLE: Row = {
  name: 'mcp-unreadable',
  ran: 'maybe',
  message: (view) => say`The reply is not from an MCP server: HTTP ${view.status} with ${quoteReply(view)}.`,
  hint: ({ call }) =>
    say`Check that ${call.show(call.addressInput)} is the address of n8n, and that nothing in front of it replied.`,
};

/** The row for a reply with a 2xx status, which holds the result of the tool that runs workflows. */
export function mcpAnswerRow({ text, call }: ReplyView): Row {
  const answer = readAnswer(text);
  if (!answer) return UNREADABLE;
  if (!answer.ok) return mcpRefusal(answer.error.message || 'it gave no reason', call.show, answer.error.code);
  const data = answer.value;
  if (isId(data['executionId'])) return isFailure(data) ? RUN_FAILED : STARTED;
  return mcpRefusal(scalarText(data['error']) || 'it gave no execution', call.show);
}

function isFailure(result: JsonMap): boolean {
  return (
    result['success'] === false || isMap(result['error']) || /^(?:error|crashed)$/.test(scalarText(result['status']))
  );
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
