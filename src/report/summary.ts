import { formatDuration } from '../text.ts';
import { explain } from '../verdict.ts';
import type { Result } from './outputs.ts';

/** As much of a reply as the summary shows, in characters. */
const PREVIEW = 4000;

/** The job summary: a table, the error if there is one, and the start of the reply. Nothing in it can break out. */
export function summaryOf({ outcome, reply, durationMs }: Result): string {
  const { verdict, exchange, route, attempts, workflowName } = outcome;
  const rows = [
    ['Workflow', workflowName],
    ['Result', verdict.success ? 'success' : 'failure'],
    ['HTTP status', exchange?.kind === 'reply' ? String(exchange.status) : ''],
    ['Route', route],
    ['Attempts', String(attempts)],
    ['Duration', formatDuration(durationMs)],
  ].filter(([, value]) => value !== '');
  const table = rows.map(
    ([name, value]) => `<tr><th align="left">${name}</th><td>${escapeHtml(value ?? '')}</td></tr>`,
  );
  const parts = [`### ${verdict.success ? '✅' : '❌'} n8n workflow`, `<table>${table.join('')}</table>`];
  const told = explain(verdict);
  if (verdict.what !== '') parts.push(`<p>${verdict.success ? '⚠️' : '❌'} ${escapeHtml(told)}</p>`);
  if (reply.text !== '') parts.push(preview(reply.text));
  return `${parts.join('\n\n')}\n`;
}

/** A collapsed block. Inside `<pre>` without an empty line, GitHub reads no Markdown; escaped, it reads no HTML either. */
function preview(text: string): string {
  const shown = text.slice(0, PREVIEW);
  const more = text.length > PREVIEW ? ' (its start)' : '';
  const body = escapeHtml(shown).replace(/\r\n|\r|\n/g, '&#10;');
  return `<details><summary>Reply${more}</summary><pre>${body}</pre></details>`;
}

/** A text from outside as HTML that shows it and does nothing: no tags, Markdown, mentions or hidden directions. */
function escapeHtml(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
    .replace(/[&<>"'`*_[\]()#@|\\~:]/g, (character) => `&#${character.codePointAt(0)};`);
}
