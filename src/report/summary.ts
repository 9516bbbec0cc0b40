import type { Env, Host } from '../host/host.ts';
import type { Exchange } from '../http/exchange.ts';
import { formatBytes, formatDuration } from '../text/format.ts';
import type { Json } from '../text/json.ts';
import { declareSafe, join, NOTHING, type SafeText, say, word } from '../text/safe.ts';
import { type Claim, claimOf, explain } from '../verdict/verdict.ts';
import { collapsed, type Html, html, linked, together, unbroken } from './html.ts';
import type { Finished, OutputText } from './outputs.ts';
import { previewOf, previewOfText } from './preview.ts';

const MOST_ITEMS = 5;

/** The longest message, in characters: each text in it is cut, too. */
const LONGEST_MESSAGE = 4000;

/** A diagram of fewer nodes shows next to nothing. */
const FEWEST_NODES = 3;

/** The nodes over time, drawn. */
export interface Chart {
  readonly markdown: string;
  readonly nodes: number;
}

/**
 * The job summary, in the order of a reader's questions: how it went, why, what ran, the result, and the rest. Text
 * from outside cannot break out of its place.
 *
 * @param chart undefined if it is not known which nodes ran
 * @param help the page that explains a failure
 */
export function summaryOf(finished: Finished, chart: Chart | undefined, host: Host, help?: SafeText): string {
  const { outcome, reply } = finished;
  return written([
    heading(finished, host),
    ...stepOf(host),
    ...reasonOf(finished, host, help),
    ...(chart ? [drawn(chart)] : []),
    ...dataOf(outcome.execution?.result?.items, host),
    ...replyOf(outcome.exchange, reply, host),
    factsOf(finished, host),
  ]);
}

/** Begins with an empty line, because another step's summary may not end with one. */
export function written(blocks: readonly Html[]): string {
  return `\n${together(blocks, '\n\n').markup}\n`;
}

/** How a step ended: an icon, and words that its duration follows. */
const ENDINGS: Readonly<
  Record<Claim | 'success' | 'accepted' | 'nothing ran', readonly [icon: SafeText, words: SafeText]>
> = {
  success: [say`✅`, say`succeeded in`],
  accepted: [say`✅`, say`triggered in`],
  'nothing ran': [say`⚠️`, say`accepted, but nothing ran, in`],
  'wrong inputs': [say`❌`, say`not triggered (wrong input) after`],
  'not triggered': [say`❌`, say`not triggered after`],
  'may have run': [say`⚠️`, say`may have run, gave up after`],
  failed: [say`❌`, say`failed after`],
  canceled: [say`🚫`, say`canceled after`],
  'no success': [say`❌`, say`did not succeed, ended after`],
  'not accepted': [say`❌`, say`result not accepted after`],
  cancelled: [say`🚫`, say`step cancelled after`],
  'stopped waiting': [say`⏱️`, say`stopped waiting after`],
  'result unknown': [say`⚠️`, say`result unknown after`],
};

function heading({ outcome, durationMs }: Finished, host: Host): Html {
  const { verdict, execution, workflowName, call } = outcome;
  const result = execution?.status === 'success' ? 'success' : verdict.ran === 'no' ? 'nothing ran' : 'accepted';
  const [icon, words] = ENDINGS[verdict.success ? (verdict.claim ?? result) : claimOf(verdict)];
  const name = workflowName ?? (call ? say`n8n workflow at ${host.show(call.url.host, 100)}` : say`n8n workflow`);
  const names = execution ? html`${name} · execution ${host.show(execution.id, 40)}` : html`${name}`;
  return html`<h3>${icon} ${link(names, execution?.url, host)} · ${words} ${unbroken(formatDuration(durationMs))}</h3>`;
}

/** Which step of which job it was, as far as the runner says: several may have written summaries. */
export function stepOf({ env }: Host): Html[] {
  const job = idIn(env['GITHUB_JOB']);
  const step = idIn(ownIdOf(env));
  const parts = [
    ...(step === undefined ? [] : [html`step <code>${step}</code>`]),
    ...(job === undefined ? [] : [html`job <code>${job}</code>`]),
  ];
  return parts.length === 0 ? [] : [html`<p>${together(parts, ' · ')}</p>`];
}

/** An id from the workflow file. Unlike text from n8n, it may equal a word of a webhook's path. */
function idIn(text: string | undefined): SafeText | undefined {
  return text !== undefined && /^[\w-]{1,100}$/.test(text) ? declareSafe(text) : undefined;
}

/** The step's `id`. Without one, the runner generates one; for an action's second step, it ends with a number. */
function ownIdOf(env: Env): string | undefined {
  const id = env['GITHUB_ACTION'];
  if (id === undefined || id === '') return undefined;
  return id.startsWith('__') ? /_(\d+)$/.exec(id)?.[1] : id;
}

function reasonOf({ outcome: { verdict, execution }, resumes }: Finished, host: Host, help?: SafeText): Html[] {
  if (verdict.message === '') return [];
  const reason = host.show(explain(verdict, resumes), LONGEST_MESSAGE);
  const page = openAddress(execution?.url, host);
  if (page === undefined) return [html`<p>${reason}${helpLink(help)}</p>`];
  const end = reason.endsWith(page) ? say`.` : NOTHING;
  return [html`<p>${linked(reason, page, say`the execution in n8n`)}${end}${helpLink(help)}</p>`];
}

export function helpLink(page: SafeText | undefined): Html {
  return page ? html` <a href="${page}">More on this</a>` : html``;
}

function drawn({ markdown, nodes }: Chart): Html {
  // The diagram escapes its texts itself, because it is not HTML.
  const diagram: Html = { markup: markdown };
  return nodes < FEWEST_NODES ? collapsed(say`Nodes over time`, diagram) : diagram;
}

function dataOf(items: readonly Json[] | undefined, host: Host): Html[] {
  if (items === undefined || items.length === 0) return [];
  const shown = items.slice(0, MOST_ITEMS);
  const count = items.length === 1 ? say`1 item` : say`${items.length} items`;
  const part = shown.length < items.length ? say`, the first ${shown.length}` : NOTHING;
  return [html`<p>Result: ${count}${part}</p>`, html`<pre>${previewOf(shown, host)}</pre>`];
}

function replyOf(exchange: Exchange | undefined, { text }: OutputText, host: Host): Html[] {
  if (exchange?.kind !== 'reply' || text === undefined || text === '') return [];
  const title = say`Reply: HTTP ${exchange.status}, ${formatBytes(exchange.body.size)}`;
  return [collapsed(title, html`<pre>${previewOfText(text, host)}</pre>`)];
}

function factsOf({ outcome, traceId, durationMs }: Finished, host: Host): Html {
  const { exchange, execution, route, attempts, workflowName, call } = outcome;
  const workflowPage = execution?.url?.replace(/\/executions\/\d+$/, '');
  const called = call && join([host.show(call.method, 10), host.show(call.url.origin, 200)]);
  const facts: readonly (readonly [SafeText, SafeText | Html | undefined])[] = [
    [say`Workflow`, workflowName && link(html`${workflowName}`, workflowPage, host)],
    [say`Execution`, execution && link(html`${host.show(execution.id, 40)}`, execution.url, host)],
    [say`Execution status`, execution && word(execution.status)],
    [say`Called`, called],
    [say`Route`, route && word(route)],
    [say`HTTP status`, exchange?.kind === 'reply' ? say`${exchange.status}` : undefined],
    [say`Attempts`, say`${attempts}`],
    [say`Duration`, formatDuration(durationMs)],
    [say`Trace id`, host.show(traceId)],
  ];
  const rows = facts.map(([name, value]) =>
    value === undefined || value === '' ? html`` : html`<tr><th align="left">${name}</th><td>${value}</td></tr>`,
  );
  return collapsed(say`Details`, html`<table>${together(rows)}</table>`);
}

/** A text, as a link if there is an address that may be shown. */
function link(text: Html, url: string | undefined, host: Host): Html {
  const address = openAddress(url, host);
  return address ? html`<a href="${address}">${text}</a>` : text;
}

/** An address that may be shown; undefined if something in it is hidden. */
function openAddress(url: string | undefined, host: Host): SafeText | undefined {
  if (url === undefined || !/^https?:\/\//.test(url)) return undefined;
  const shown = host.show(url, 2000);
  return shown === url ? shown : undefined;
}
