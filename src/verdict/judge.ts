import type { Exchange, Reply } from '../http/exchange.ts';
import { isSuccess, isWithin } from '../http/status.ts';
import { isMap, tryJson } from '../text/json.ts';
import { answererOf } from './answerer.ts';
import { breakdownVerdict } from './breakdown.ts';
import { cutRequestVerdict } from './broken-reply.ts';
import { type Call, isJsonReply, matches, type ReplyView, type Row, verdictOf } from './row.ts';
import { acceptedByWebhookRows, acceptedRows } from './rows/accepted.ts';
import { failedRows, failedWebhookRows } from './rows/failed.ts';
import { chatRows, formRows } from './rows/form-and-chat.ts';
import { mcpAnswerRow, mcpRows } from './rows/mcp.ts';
import { notPassedOnBy, notPassedOnRows } from './rows/not-passed-on.ts';
import { notRunRows } from './rows/not-run.ts';
import { refusedRows } from './rows/refused.ts';
import { resumeRows } from './rows/resume.ts';
import { gatewayRows, startRows } from './rows/start.ts';
import type { Verdict } from './verdict.ts';

/** n8n's own messages are short: larger replies, in bytes, are not parsed to look for one. */
const LARGEST_MESSAGE = 64 * 1024;

/**
 * The verdict on an exchange: whether the workflow ran, whether the step succeeded, whether to send again, and what to
 * report.
 */
export function judge(exchange: Exchange, call: Call): Verdict {
  const verdict = exchange.kind === 'breakdown' ? breakdownVerdict(exchange, call) : replyVerdict(exchange, call);
  return call.resumes ? { ...verdict, resumes: true } : verdict;
}

function replyVerdict(reply: Reply, call: Call): Verdict {
  const view = toView(reply, call);
  const row = rowsFor(view).find(({ when = {} }) => matches(when, view));
  if (!row) throw new Error('the table of replies has no last row');
  const verdict = verdictOf(row, view);
  return verdict.success && reply.uploadComplete === false ? cutRequestVerdict(reply.status, call) : verdict;
}

/**
 * The rows that can decide, by who answered. n8n's own words count only if they may come from n8n; rows which say
 * that nothing ran come before the accepted status codes, because many such replies look like success.
 */
function rowsFor(view: ReplyView): readonly Row[] {
  const { call, answerer, status } = view;
  const { route } = call;
  const isAccepted = isWithin(status, call.acceptStatus);
  if (answerer.who === 'proxy') return [notPassedOnBy(answerer.saying, status)];
  if (route === 'mcp') {
    const answer = isSuccess(status) ? [mcpAnswerRow(view)] : [];
    return [...mcpRows, ...notRunRows, ...answer, ...notPassedOnRows, ...failedRows];
  }
  switch (answerer.who) {
    case 'webhook':
      return [
        ...(route === 'start' ? gatewayRows : []),
        ...(isAccepted ? acceptedByWebhookRows : []),
        ...failedWebhookRows,
      ];
    case 'form':
    case 'unknown':
      return [
        ...(call.resumes ? resumeRows : []),
        ...(route === 'start' ? [...startRows, ...gatewayRows] : [...formRows, ...chatRows]),
        ...notRunRows,
        ...refusedRows,
        ...notPassedOnRows,
        ...(isAccepted && mayBeWorkflows(view) ? acceptedRows : []),
        ...failedRows,
      ];
  }
}

/**
 * Whether an unmarked reply may come from the workflow: with a status other than 2xx only if it is JSON, which proxies
 * rarely send.
 */
function mayBeWorkflows(view: ReplyView): boolean {
  return isSuccess(view.status) || isJsonReply(view);
}

function toView(reply: Reply, call: Call): ReplyView {
  const { status, headers, body } = reply;
  const text = body.start.toString('utf8');
  const json = body.size <= LARGEST_MESSAGE ? tryJson(text) : undefined;
  const jsonMessage = isMap(json) && typeof json['message'] === 'string' ? json['message'] : '';
  const isHtml = /^text\/html\b/i.test(headers['content-type'] ?? '');
  return { call, status, headers, text, json, jsonMessage, isHtml, answerer: answererOf(reply, text, call.url) };
}
