import type { Exchange, Reply } from '../http/exchange.ts';
import { isWithin } from '../http/status.ts';
import { isMap, tryJson } from '../text/json.ts';
import { breakdownVerdict } from './breakdown.ts';
import { type Call, isWorkflowsAnswer, type ReplyView } from './row.ts';
import { acceptedRows } from './rows/accepted.ts';
import { failedRows } from './rows/failed.ts';
import { formAndChatRows } from './rows/form-and-chat.ts';
import { mcpAnswerRows, mcpRows } from './rows/mcp.ts';
import { notRunRows } from './rows/not-run.ts';
import { refusedRows } from './rows/refused.ts';
import { startAnswerRows, startRows } from './rows/start.ts';
import type { Verdict } from './verdict.ts';

/** n8n's own messages are short: larger replies, in bytes, are not parsed to look for one. */
const LARGEST_MESSAGE = 64 * 1024;

/** Rows that come first: what the same reply means depends on who was asked. */
const ROWS_OF_ROUTES = { start: startRows, webhook: formAndChatRows, mcp: mcpRows } as const;

/** Rows for replies with a status of success, of which only the MCP server's answer says whether it is one. */
const ANSWERS_OF_ROUTES = {
  start: [...startAnswerRows, ...acceptedRows],
  webhook: acceptedRows,
  mcp: mcpAnswerRows,
} as const;

/**
 * Says what an exchange means: whether the workflow ran, whether the step succeeded, whether to send again, and what to
 * tell. What n8n says when nothing ran comes before the accepted status codes, because much of it looks like success.
 */
export function judge(exchange: Exchange, call: Call): Verdict {
  if (exchange.kind === 'breakdown') return breakdownVerdict(exchange, call);
  const view = toView(exchange, call);
  const rows = [
    ...ROWS_OF_ROUTES[call.route],
    ...(isWorkflowsAnswer(view) ? [] : notRunRows),
    ...(call.route === 'mcp' || isWithin(exchange.status, call.acceptStatus) ? ANSWERS_OF_ROUTES[call.route] : []),
    ...refusedRows,
    ...failedRows,
  ];
  const row = rows.find(({ matches }) => matches(view));
  if (!row) throw new Error('the table of replies has no last row');
  return { row: row.name, ...row.verdict(view) };
}

function toView({ status, headers, body }: Reply, call: Call): ReplyView {
  const text = body.start.toString('utf8');
  const json = body.size <= LARGEST_MESSAGE ? tryJson(text) : undefined;
  const jsonMessage = isMap(json) && typeof json['message'] === 'string' ? json['message'] : '';
  const isHtml = /^text\/html\b/i.test(headers['content-type'] ?? '');
  return { call, status, headers, text, json, jsonMessage, isHtml };
}
