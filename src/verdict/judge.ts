import type { Exchange, Reply } from '../http/exchange.ts';
import { isWithin } from '../http/status.ts';
import { isMap, tryJson } from '../text/json.ts';
import { mayBeStored } from './cache.ts';
import { isForm, isMarked } from './mark.ts';
import { type Call, matches, type ReplyView, type Row, verdictOf } from './row.ts';
import { acceptedByWebhookRows } from './rows/accepted-by-webhook.ts';
import type { Verdict } from './verdict.ts';

/** n8n's own messages are short: larger replies, in bytes, are not parsed to look for one. */
const LARGEST_MESSAGE = 64 * 1024;

/** The verdict on an exchange: whether the workflow ran, whether that is success, and whether to send again. */
export async function judge(exchange: Exchange, call: Call): Promise<Verdict> {
  if (exchange.kind === 'breakdown') return (await import('./breakdown.ts')).breakdownVerdict(exchange, call);
  const view = viewOf(exchange, call);
  const row = (await rowsFor(view)).find(({ when = {} }) => matches(when, view));
  if (!row) throw new Error('the table of replies has no last row');
  const verdict = verdictOf(row, view);
  if (exchange.uploadComplete !== false) return verdict;
  return (await import('./breakdown.ts')).cutRequestVerdict(verdict, exchange.status, call);
}

/** Most steps get a webhook's own reply, and need not load the rows for all others. */
async function rowsFor(view: ReplyView): Promise<readonly Row[]> {
  const { call, status, headers, text } = view;
  const isByWebhook = call.route === 'webhook' && isMarked(headers) && !isForm(call.url, text);
  if (isByWebhook && isWithin(status, call.acceptStatus) && !mayBeStored(view)) return acceptedByWebhookRows;
  return (await import('./table.ts')).rowsFor(view);
}

function viewOf(reply: Reply, call: Call): ReplyView {
  const { status, headers, body } = reply;
  const text = body.start.toString('utf8');
  const json = body.size <= LARGEST_MESSAGE ? tryJson(text) : undefined;
  const jsonMessage = isMap(json) && typeof json['message'] === 'string' ? json['message'] : '';
  const isHtml = /^text\/html\b/i.test(headers['content-type'] ?? '');
  return { call, status, headers, text, json, jsonMessage, isHtml };
}
