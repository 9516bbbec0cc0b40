import { asItIs } from '../host/masks.ts';
import type { Outcome } from '../routes/outcome.ts';
import { escapeHtml, formatDuration } from '../text/format.ts';
import { explain } from '../verdict/verdict.ts';
import type { Result } from './outputs.ts';

/** As much of a reply as the summary shows, in characters. */
const PREVIEW = 4000;

/**
 * The job summary: a table, the error if there is one, the nodes over time and the start of the reply. Nothing that comes
 * from outside can break out of its place.
 *
 * @param chart the nodes over time, as a block of its own; empty if they are not known
 * @param redact takes what is secret out of the reply
 */
export function summaryOf({ outcome, reply, durationMs }: Result, chart = '', redact = asItIs): string {
  const { verdict, exchange, execution, route, attempts, workflowName } = outcome;
  const rows = [
    ['Workflow', link(workflowName ?? '', execution?.url?.replace(/\/executions\/\d+$/, ''))],
    ['Execution', execution ? link(execution.id, execution.url) : ''],
    ['Result', escapeHtml(resultOf(outcome))],
    ['HTTP status', exchange?.kind === 'reply' ? String(exchange.status) : ''],
    ['Route', route ?? ''],
    ['Attempts', String(attempts)],
    ['Duration', formatDuration(durationMs)],
  ].filter(([, value]) => value !== '');
  const table = rows.map(([name, value]) => `<tr><th align="left">${name}</th><td>${value}</td></tr>`);
  const parts = [`### ${verdict.success ? '✅' : '❌'} n8n workflow`, `<table>${table.join('')}</table>`];
  if (verdict.message !== '') parts.push(`<p>${verdict.success ? '⚠️' : '❌'} ${escapeHtml(explain(verdict))}</p>`);
  parts.push(chart);
  // What n8n itself says when nothing ran repeats the webhook's path, which is half a secret, and has been explained above.
  if (reply.text !== '' && verdict.ran !== 'no') parts.push(preview(redact(reply.text)));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function resultOf({ verdict, execution }: Outcome): string {
  const result = verdict.success ? 'success' : 'failure';
  return execution?.result ? `${result} (execution: ${execution.status})` : result;
}

/** A link, if there is a place to go to. The place is an address of the instance, and made by this action. */
function link(text: string, url: string | undefined): string {
  return url && text !== '' ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}

/** A collapsed block. */
function preview(text: string): string {
  const shown = text.slice(0, PREVIEW);
  const more = text.length > PREVIEW ? ' (its start)' : '';
  return `<details><summary>Reply${more}</summary><pre>${escapeHtml(shown)}</pre></details>`;
}
