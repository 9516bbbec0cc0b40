import type { NodeRun } from '../n8n/execution.ts';
import { formatDuration } from '../text.ts';

/** As many nodes as one still reads: 40 rows are about 1000 px. Escaped, 40 titles and 400 bars stay below 35,000
 * characters; Mermaid refuses diagrams of more than 50,000 (`maxTextSize`). */
const MOST_ROWS = 40;
const MOST_BARS = 400;

/** The width of the column of names, in characters. */
const MOST_COLUMNS = 34;

/** What is further away than this is a clock gone wrong. */
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** The axis' steps: Mermaid's `tickInterval` and its milliseconds. */
const STEPS: readonly (readonly [string, number])[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => [`${n}millisecond`, n] as const),
  ...[1, 2, 5, 10, 20, 30].map((n) => [`${n}second`, n * 1000] as const),
  ...[1, 2, 5, 10, 20, 30].map((n) => [`${n}minute`, n * 60_000] as const),
  ...[1, 2, 4, 6, 12].map((n) => [`${n}hour`, n * 3_600_000] as const),
  ...[1, 2, 5].map((n) => [`${n}day`, n * 86_400_000] as const),
];

/** A run, or several that touch, on the axis: milliseconds since the execution's start. */
interface Bar {
  start: number;
  end: number;
  busyMs: number;
  failed: boolean;
}

/** All runs of one node. */
interface Row {
  readonly node: string;
  readonly bars: Bar[];
  busyMs: number;
  failures: number;
}

/**
 * The nodes of an execution over time, as the source of a Mermaid `gantt`; empty if none ran. One row a node, in the
 * order of their first runs. Failed runs are `crit`. Of more than 40 nodes, the failed and the busiest have their rows,
 * and a last row stands for the others.
 *
 * Needs nothing newer than Mermaid 10.5; GitHub had 11.17.2 in September 2026 (mermaid-js/mermaid#8289).
 */
export function ganttOf(runs: readonly NodeRun[]): string {
  if (runs.length === 0) return '';
  const rows = rowsOf(runs);
  const spanMs = rows.flatMap((row) => row.bars).reduce((most, { end }) => Math.max(most, end), 1);
  const { shown, others } = chosen(rows);
  const titled = withTitles(shown);
  const lines = drawn(titled, spanMs).flatMap((row) => [section(row.title), ...row.bars.map((bar) => task(row, bar, spanMs))]);
  if (others) lines.push(section(), task(others))
  return [...settings(titles, spanMs), ...lines].join('\n');
}

/** The same as a Markdown block; empty if no node ran. No line of the source begins with a fence. */
export function ganttBlock(runs: readonly NodeRun[]): string {
  const source = ganttOf(runs);
  return source === '' ? '' : `\`\`\`mermaid\n${source}\n\`\`\``;
}

/** Runs by node. What has no sensible start stands at the execution's start; what has no sensible duration took none. */
function rowsOf(runs: readonly NodeRun[]): Row[] {
  const starts = runs.map((run) => run.startedAt).filter(isKnown);
  const origin = starts.reduce((a, b) => Math.min(a, b), starts[0] ?? 0);
  const rows = new Map<string, Row>();
  const placed = runs.map(({ node, startedAt, tookMs, failed }) => {
    const start = isKnown(startedAt) ? Math.min(Math.round(startedAt - origin), YEAR_MS) : 0;
    const took = tookMs > 0 ? Math.min(Math.round(tookMs), YEAR_MS) : 0;
    return { node, start, end: start + took, failed };
  });
  for (const { node, ...bar } of placed.sort((a, b) => a.start - b.start)) {
    const row = rows.get(node) ?? { node, bars: [], busyMs: 0, failures: 0 };
    rows.set(node, row);
    row.bars.push(bar);
    row.busyMs += bar.end - bar.start;
    if (bar.failed) row.failures += 1;
  }
  return [...rows.values()];
}

function isKnown(startedAt: number): boolean {
  return startedAt > 0 && Number.isFinite(startedAt);
}

/** The rows to show, in their order, and one that stands for all others. */
function chosen(rows: readonly Row[]): { shown: readonly Row[]; others: Row | undefined } {
  if (rows.length <= MOST_ROWS) return { shown: rows, others: undefined };
  const weight = (row: Row) => (row.failures > 0 ? Number.MAX_VALUE : row.busyMs);
  const kept = new Set([...rows].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_ROWS - 1));
  const left = rows.filter((row) => !kept.has(row));
  return {
    shown: rows.filter((row) => kept.has(row)),
    others: {
      node: `… ${left.length} more nodes`,
      bars: left.flatMap((row) => row.bars).sort((a, b) => a.start - b.start),
      busyMs: left.reduce((sum, row) => sum + row.busyMs, 0),
      failures: left.reduce((sum, row) => sum + row.failures, 0),
    },
  };
}

/** Each row's bars as drawn: none narrower than 1 % of the axis (6 px) or Mermaid's millisecond, none over another. */
function drawn(rows: readonly Row[], spanMs: number): Bar[][] {
  for (let grain = Math.ceil(spanMs / 100); ; grain *= 2) {
    const bars = rows.map((row) => joined(row.bars, grain));
    if (bars.flat().length <= MOST_BARS || grain >= spanMs) return bars;
  }
}

/** Bars of at least `grain` ms; those that would overlap are joined, and a failed one keeps its place among them. */
function joined(runs: readonly Bar[], grain: number): Bar[] {
  const bars: Bar[] = [];
  for (const run of runs) {
    const bar = { ...run, end: Math.max(run.end, run.start + grain) };
    const last = bars.at(-1);
    if (!last || bar.start >= last.end) bars.push(bar);
    else if (bar.failed === last.failed || bar.start <= last.start) {
      last.end = Math.max(last.end, bar.end);
      last.failed ||= bar.failed;
    } else if (bar.failed) {
      last.end = bar.start;
      bars.push(bar);
    } else if (bar.end > last.end) bars.push({ ...bar, start: last.end });
  }
  return bars;
}

/** The rows' titles: the node's name, and how often it ran and failed if it ran more than once. All are different. */
function titlesOf(shown: readonly Row[], others: Row | undefined): string[] {
  const taken = new Set<string>();
  const titles = shown.map(({ node, bars, failures }) => {
    const failed = failures > 0 ? `, ${failures} failed` : '';
    const suffix = bars.length > 1 ? ` ×${bars.length}${failed}` : '';
    return distinct((mark) => shorten(nameOf(node), MOST_COLUMNS - columns(mark + suffix)) + mark + suffix, taken);
  });
  return others ? [...titles, distinct((mark) => others.node + mark, taken)] : titles;
}

/** A title that none has yet, numbered if need be. */
function distinct(title: (mark: string) => string, taken: Set<string>): string {
  let unique = title('');
  for (let n = 2; taken.has(unique); n += 1) unique = title(` (${n})`);
  taken.add(unique);
  return unique;
}

/** A node's name as one line without control and direction characters. */
function nameOf(node: string): string {
  const name = node
    .slice(0, 1000)
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\u200c\u200d]/g, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
    .trim();
  return name === '' ? '(no name)' : name;
}

/** Cuts the middle out: names of copies differ at the end. */
function shorten(name: string, most: number): string {
  if (columns(name) <= most) return name;
  const characters = [...name];
  let tail = '';
  while (columns(tail) < Math.floor(most / 3)) tail = (characters.pop() ?? '') + tail;
  let head = '';
  while (columns(head + tail) < most - 1) head += characters.shift() ?? '';
  return `${head.trimEnd()}…${tail.trimStart()}`;
}

/** How wide a text is, in Latin letters. */
function columns(text: string): number {
  const wide = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

function settings(titles: readonly string[], spanMs: number): string[] {
  const widest = Math.max(...titles.map(columns));
  const [tickInterval, stepMs] = STEPS.find(([, ms]) => spanMs / ms <= 8) ?? ['1month', 30 * 86_400_000];
  return [
    '---',
    'config:',
    '  gantt:',
    '    displayMode: compact',
    `    leftPadding: ${Math.max(75, 25 + 6 * widest)}`,
    '    rightPadding: 50',
    '    topPadding: 30',
    '    gridLineStartPadding: 20',
    '    numberSectionStyles: 2',
    '---',
    'gantt',
    'accTitle: The nodes that ran, over time',
    'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `axisFormat ${axisFormat(spanMs, stepMs)}`,
    `tickInterval ${tickInterval}`,
    'todayMarker off',
  ];
}

/** How the axis tells the time since the execution's start, in d3's terms: no finer than its steps. */
function axisFormat(spanMs: number, stepMs: number): string {
  if (spanMs < 1000) return '%-L ms';
  if (stepMs < 1000) return '%-S.%L s';
  if (spanMs < 60_000) return '%-S s';
  if (stepMs < 60_000) return '%-M:%S min';
  if (spanMs < 3_600_000) return '%-M min';
  if (spanMs < 86_400_000) return '%-H:%M h';
  return stepMs < 86_400_000 ? 'day %-j, %H:%M' : 'day %-j';
}

function tasks(row: Row, bars: readonly Bar[], others: boolean): string[] {
  return bars.map((bar) => {
    const tag = bar.failed ? 'crit, ' : others ? 'done, ' : '';
    return `${label(row, others)} :${tag}${timestamp(bar.start)}, ${bar.end - bar.start}ms`;
  });
}

function label(row: Row, others: boolean): string {
  const took = formatDuration(row.busyMs);
  return others ? `${row.bars.length} runs, ${took}` : took;
}

/**
 * A time on the axis. Mermaid reads and writes times in the reader's zone, so the execution starts at midnight there, on
 * a day that no zone's clocks were changed on.
 */
function timestamp(ms: number): string {
  return new Date(Date.UTC(2001, 0, 1) + ms).toISOString().slice(0, -1).replace('T', ' ');
}

/**
 * A text that Mermaid takes for nothing but text: whatever may mean something to it is an entity in its own notation,
 * as are the characters that it writes entities with itself before it parses.
 */
function quote(text: string): string {
  return text.replace(/[^\w .,()/+\u0080-\u{10ffff}-]|[ﬂ¶]/gu, (character) => `#${character.codePointAt(0)};`);
}
