import { isSuccess, isWithin } from '../http/status.ts';
import { answererOf } from './answerer.ts';
import { mayBeStored } from './cache.ts';
import { isJsonReply } from './reply.ts';
import type { ReplyView, Row } from './row.ts';
import { acceptedRows } from './rows/accepted.ts';
import { acceptedByWebhookRows } from './rows/accepted-by-webhook.ts';
import { failedRows, failedWebhookRows } from './rows/failed.ts';
import { chatRows, formRows } from './rows/form-and-chat.ts';
import { mcpAnswerRow, mcpRows } from './rows/mcp.ts';
import { CACHED, notPassedOnBy, notPassedOnRows } from './rows/not-passed-on.ts';
import { notRunRows } from './rows/not-run.ts';
import { refusedRows } from './rows/refused.ts';
import { resumeRows } from './rows/resume.ts';
import { gatewayRows, startRows } from './rows/start.ts';

/**
 * The rows that can decide, by who replied. n8n's own words count only if they may come from n8n; rows which say
 * that nothing ran come before the accepted status codes, because many such replies look like success.
 */
export function rowsFor(view: ReplyView): readonly Row[] {
  const { call, status } = view;
  const { route } = call;
  if (mayBeStored(view)) return [CACHED];
  const answerer = answererOf(view);
  if (answerer.who === 'proxy') return [notPassedOnBy(answerer.saying, status)];
  if (route === 'mcp') {
    const answer = isSuccess(status) ? [mcpAnswerRow(view)] : [];
    return [...mcpRows, ...notRunRows, ...answer, ...notPassedOnRows, ...failedRows];
  }
  const isAccepted = isWithin(status, call.acceptStatus);
  switch (answerer.who) {
    case 'webhook':
      return [
        ...(route === 'start' ? gatewayRows : []),
        ...(isAccepted ? acceptedByWebhookRows : []),
        ...failedWebhookRows,
      ];
    case 'form':
      // What is not one of n8n's own pages is the workflow's.
      return [
        ...(call.resumes === undefined ? [] : resumeRows),
        ...formRows,
        ...(isAccepted ? acceptedByWebhookRows : failedWebhookRows),
      ];
    case 'unknown':
      return [
        ...(call.resumes === undefined ? [] : resumeRows),
        ...(route === 'start' ? [...startRows, ...gatewayRows] : [...formRows, ...chatRows]),
        ...notRunRows,
        ...refusedRows,
        ...notPassedOnRows,
        ...(isAccepted && mayBeWorkflows(view) ? acceptedRows : []),
        ...failedRows,
      ];
  }
}

/** Whether an unmarked reply may come from the workflow: without a 2xx, only JSON may, which proxies rarely send. */
function mayBeWorkflows(view: ReplyView): boolean {
  return isSuccess(view.status) || isJsonReply(view);
}
