import type { NodeRun } from '../n8n/execution.ts';
import { excerpt, formatDuration } from '../text/format.ts';

/** The most rows that are still readable: 40 are about 1000 px. */
const MOST_ROWS = 40;

/** With 40 rows and escaped titles, 400 bars stay below the 50,000 characters that Mermaid takes (`maxTextSize`). */
const MOST_BARS = 400;

/** The width of the column of names, and the least that a name gets of it, in characters. */
const MOST_COLUMNS = 36;
const LEAST_NAME = 12;

/** The average width of Mermaid's letters, in pixels. */
const LETTER_PX = 6;

/** The narrowest bar is a hundredth of the axis, about 6 px. */
const CELLS = 100;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A longer time than this means that a clock was wrong. */
const YEAR = 365 * DAY;

/** The steps of the axis and their format, in d3's notation, by the length of the execution in milliseconds. */
const AXES: readonly [belowMs: number, tickInterval: string, axisFormat: string][] = [
  [10, '1millisecond', '%-L ms'],
  [50, '5millisecond', '%-L ms'],
  [200, '20millisecond', '%-L ms'],
  [SECOND, '100millisecond', '%-L ms'],
  [5 * SECOND, '500millisecond', '%-S.%L s'],
  [20 * SECOND, '2second', '%-S s'],
  [50 * SECOND, '5second', '%-S s'],
  [2 * MINUTE, '15second', '%-M:%S min'],
  [10 * MINUTE, '1minute', '%-M min'],
  [50 * MINUTE, '5minute', '%-M min'],
  [2 * HOUR, '15minute', '%-H:%M h'],
  [10 * HOUR, '1hour', '%-H:%M h'],
  [DAY, '3hour', '%-H:%M h'],
  [10 * DAY, '1day', 'day %-j'],
  [50 * DAY, '5day', 'day %-j'],
  [Number.POSITIVE_INFINITY, '1month', 'day %-j'],
];

/** A piece of a row, in milliseconds since the execution's start. */
interface Bar {
  readonly start: number;
  readonly end: number;
  readonly failed: boolean;
}

/** All runs of one node; the last row may stand for all runs of many nodes. */
interface GanttRow {
  readonly name: string;
  readonly runs: readonly Bar[];
  readonly failures: number;
  readonly busyMs: number;
  readonly rest: boolean;
}

/**
 * The nodes of an execution over time, as a Markdown block with a Mermaid `gantt`. One row per node, in
 * the order of their first runs. Failed runs are `crit`. Of more than 40 nodes, those that failed and the busiest have
 * their rows, and a last row stands for the others.
 *
 * Needs Mermaid 10.5 or later; GitHub had 11.17.2 in September 2026 (mermaid-js/mermaid#8289).
 */
export function ganttBlock(runs: readonly NodeRun[]): string {
  const rows = rowsOf(runs);
  const spanMs = rows.flatMap((row) => row.runs).reduce((most, { end }) => Math.max(most, end), 1);
  const shown = chosen(rows);
  const titles = titlesOf(shown);
  const bars = barsOf(shown, spanMs);
  return [
    '```mermaid',
    ...settings(Math.max(...titles.map(columns)), spanMs),
    `title ${counted(rows.length, 'node')}, ${counted(runs.length, 'run')}, ${formatDuration(spanMs)}`,
    ...shown.flatMap((row, index) => [
      // Two spaces: Mermaid keeps its sections in plain objects, where a title `7` would move to the top and
      // `constructor` would throw. With a space before it, no title is a number or a member of Object.prototype.
      `section  ${quote(titles[index] ?? '')}`,
      ...(bars[index] ?? []).map((bar) => task(bar, row)),
    ]),
    // No other line begins with backticks.
    '```',
  ].join('\n');
}

/** Runs by node. One without a valid start is put at the execution's start; one without a duration gets zero. */
function rowsOf(runs: readonly NodeRun[]): GanttRow[] {
  const starts = runs.map(({ startedAt }) => startedAt).filter(isTime);
  const origin = starts.reduce((first, start) => Math.min(first, start), Number.POSITIVE_INFINITY);
  const nodes = new Map<string, Bar[]>();
  for (const { node, startedAt, tookMs, failed } of runs) {
    const start = isTime(startedAt) ? Math.min(Math.round(startedAt - origin), YEAR) : 0;
    const end = start + (tookMs > 0 ? Math.min(Math.round(tookMs), YEAR) : 0);
    const bars = nodes.get(node) ?? [];
    nodes.set(node, bars);
    bars.push({ start, end, failed });
  }
  return [...nodes]
    .map(([node, bars]) => rowOf(excerpt(node, 1000) || '(no name)', bars))
    .sort((a, b) => startOf(a) - startOf(b));
}

function rowOf(name: string, runs: Bar[], rest = false): GanttRow {
  return {
    name,
    runs: runs.sort((a, b) => a.start - b.start),
    failures: runs.filter(({ failed }) => failed).length,
    busyMs: runs.reduce((sum, { start, end }) => sum + end - start, 0),
    rest,
  };
}

function startOf({ runs }: GanttRow): number {
  return runs[0]?.start ?? 0;
}

function isTime(startedAt: number): boolean {
  return startedAt > 0 && Number.isFinite(startedAt);
}

/** The rows to show, in order; a last row stands for all others. */
function chosen(rows: readonly GanttRow[]): readonly GanttRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  const byWeight = rows.toSorted((a, b) => Number(b.failures > 0) - Number(a.failures > 0) || b.busyMs - a.busyMs);
  const kept = new Set(byWeight.slice(0, MOST_ROWS - 1));
  const others = rows.filter((row) => !kept.has(row));
  const runs = others.flatMap((row) => row.runs);
  return [...rows.filter((row) => kept.has(row)), rowOf(`… ${others.length} more nodes`, runs, true)];
}

/** The bars of each row, no more than Mermaid takes: fewer cells give fewer bars. */
function barsOf(rows: readonly GanttRow[], spanMs: number): Bar[][] {
  for (let cells = CELLS; ; cells /= 2) {
    const cellMs = Math.max(1, Math.ceil(spanMs / cells));
    const bars = rows.map((row) => (row.runs.length === 1 || row.rest ? [whole(row, spanMs)] : filled(row, cellMs)));
    if (bars.flat().length <= MOST_BARS) return bars;
  }
}

/** One bar from the first run's start to the last one's end. */
function whole(row: GanttRow, spanMs: number): Bar {
  const start = startOf(row);
  const end = row.runs.reduce((last, run) => Math.max(last, run.end), start + Math.ceil(spanMs / CELLS));
  return { start, end, failed: row.failures > 0 };
}

/** Puts runs into cells of the axis: neighbors become one bar, no bar covers another, and failures stay visible. */
function filled({ runs }: GanttRow, cellMs: number): Bar[] {
  const cells = new Map<number, boolean>();
  for (const { start, end, failed } of runs) {
    const first = Math.floor(start / cellMs);
    const last = Math.max(first, Math.ceil(end / cellMs) - 1);
    for (let cell = first; cell <= last; cell += 1) cells.set(cell, failed || cells.get(cell) === true);
  }
  const bars: Bar[] = [];
  for (const [cell, failed] of [...cells].sort(([a], [b]) => a - b)) {
    const bar = { start: cell * cellMs, end: (cell + 1) * cellMs, failed };
    const last = bars.at(-1);
    if (last?.end === bar.start && last.failed === failed) bars.splice(-1, 1, { ...last, end: bar.end });
    else bars.push(bar);
  }
  return bars;
}

/** The rows' titles, all different: the name, and for several runs, their number and total duration. */
function titlesOf(rows: readonly GanttRow[]): string[] {
  const taken = new Set<string>();
  return rows.map(({ name, runs, failures, busyMs, rest }) => {
    const failed = failures > 0 ? `, ${failures} failed` : '';
    const suffix = runs.length > 1 && !rest ? ` ×${runs.length} (${formatDuration(busyMs)}${failed})` : '';
    for (let n = 1; ; n += 1) {
      const end = n > 1 ? ` (${n})${suffix}` : suffix;
      const title = shorten(name, Math.max(LEAST_NAME, MOST_COLUMNS - columns(end))) + end;
      if (taken.has(title)) continue;
      taken.add(title);
      return title;
    }
  });
}

/** Cuts the middle out: copies of a node differ at the end of their names. */
function shorten(name: string, most: number): string {
  if (columns(name) <= most) return name;
  const characters = [...name];
  let tail = '';
  while (columns(tail) < Math.floor(most / 3)) tail = `${characters.pop() ?? ''}${tail}`;
  let head = '';
  while (columns(head + tail) < most - 1) head += characters.shift() ?? '';
  return `${head.trimEnd()}…${tail.trimStart()}`;
}

/** The width of a text, in Latin letters. */
function columns(text: string): number {
  const wide = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** `compact` puts all bars of a section into one row. */
function settings(widest: number, spanMs: number): string[] {
  const [, tickInterval, axisFormat] = AXES.find(([belowMs]) => spanMs < belowMs) ?? [];
  return [
    '---',
    'config:',
    '  gantt:',
    '    displayMode: compact',
    `    leftPadding: ${Math.max(75, 25 + LETTER_PX * widest)}`,
    '    rightPadding: 50',
    '    numberSectionStyles: 2',
    '---',
    'gantt',
    'accTitle: The nodes that ran, over time',
    'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `axisFormat ${axisFormat}`,
    `tickInterval ${tickInterval}`,
    'todayMarker off',
  ];
}

/**
 * Mermaid puts a text that does not fit into its bar next to it, over the row's other bars. So only a single bar has a
 * text; several have a zero-width character, which Mermaid accepts as one.
 */
function task({ start, end, failed }: Bar, { runs, rest, failures, busyMs }: GanttRow): string {
  const tag = failed ? 'crit, ' : rest ? 'done, ' : '';
  const failure = failed ? `, ${rest ? `${failures} ` : ''}failed` : '';
  const text = `${rest ? `${counted(runs.length, 'run')}, ` : ''}${formatDuration(busyMs)}${failure}`;
  return `${runs.length === 1 || rest ? text : '\u200b'} :${tag}${timestamp(start)}, ${end - start}ms`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * A time on the axis. Mermaid reads and writes times in the reader's zone, so the execution starts at midnight there,
 * on a day when clocks are changed nowhere.
 */
function timestamp(ms: number): string {
  return new Date(Date.UTC(2001, 0, 1) + ms).toISOString().slice(0, -1).replace('T', ' ');
}

/**
 * Escapes a text for Mermaid: whatever may have a meaning becomes an entity in its notation, as do the characters with
 * which it marks entities while parsing.
 */
function quote(text: string): string {
  return text.replace(/[^\w .,()/+\u0080-\u{10ffff}-]|[ﬂ¶]/gu, (character) => `#${character.codePointAt(0)};`);
}
