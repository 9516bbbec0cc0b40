import { escapeHtml } from '../../text/format.ts';
import { NOTHING, type SafeText, say } from '../../text/safe.ts';
import type { ReportRow } from './rows.ts';

/** The longest comment on a pull request, in characters. */
const LONGEST = 65_000;

/** How many characters of lines an annotation has room for, and a comment even if each of them has to be escaped. */
const LONGEST_LINES = 12_000;

/** The lines that there is room for, and how many more there are; and these, which only the log has room for. */
export function fitting(lines: readonly SafeText[]): {
  readonly shown: readonly SafeText[];
  readonly rest: readonly SafeText[];
} {
  const fit = countOfFitting(lines, LONGEST_LINES);
  const rest = lines.slice(fit);
  if (rest.length === 0) return { shown: lines, rest };
  return { shown: [...lines.slice(0, fit), say`And ${rest.length} more: see the log.`], rest };
}

/** How many texts, from the first on, have at most this many characters together. */
function countOfFitting(texts: readonly string[], most: number): number {
  let length = 0;
  const end = texts.findIndex((text) => {
    length += text.length;
    return length > most;
  });
  return end < 0 ? texts.length : end;
}

/** The text around the report's table. */
export interface Heading {
  readonly sign: '✅' | '❌' | '📋';
  readonly title: SafeText;
  /** Sentences below it: what went wrong and what to do, or what could not be verified. */
  readonly lines: readonly SafeText[];
  /** A sentence after them, which is there even if not all of them fit. */
  readonly last?: SafeText;
}

/**
 * The report as Markdown with HTML in it, for the job's summary and for a comment. Nothing in it can break out of its
 * place, mention anybody or load anything, whatever the names of workflows and nodes. If it is too long, the details go
 * first, then rows.
 */
export function reportMarkdown(heading: Heading, rows: readonly ReportRow[]): string {
  const head = [
    `### ${heading.sign} ${escapeHtml(heading.title)}`,
    ...[...fitting(heading.lines).shown, heading.last ?? NOTHING]
      .filter((line) => line !== '')
      .map((line) => `<p>${escapeHtml(line)}</p>`),
  ];
  if (rows.length === 0) return `${head.join('\n\n')}\n`;
  const details = rows.flatMap(detailsOf);
  const whole = [...head, table(rows), ...details].join('\n\n');
  if (whole.length <= LONGEST) return `${whole}\n`;
  const room = LONGEST - head.join('\n\n').length - table([]).length - MORE_ROOM;
  const shown = rows.slice(0, countOfFitting(rows.map(tableRow), room));
  const left = rows.length - shown.length;
  const more = left > 0 ? `<p>And ${left} more workflows: see the log.</p>` : '<p>Which nodes: see the log.</p>';
  return `${[...head, table(shown), more].join('\n\n')}\n`;
}

const MORE_ROOM = 200;

function table(rows: readonly ReportRow[]): string {
  const titles = ['Workflow', 'Change', 'Nodes', 'In n8n'].map((title) => `<th align="left">${title}</th>`);
  return `<table><tr>${titles.join('')}</tr>${rows.map(tableRow).join('')}</table>`;
}

const SIGNS = { created: '🆕', updated: '✏️', unchanged: '', failed: '❌', 'put back': '↩️' } as const;

function tableRow({ name, link, file, change, live, nodes, notes }: ReportRow): string {
  const workflow = link === undefined ? escapeHtml(name) : `<a href="${escapeHtml(link)}">${escapeHtml(name)}</a>`;
  const named = `${workflow}<br><sub>${escapeHtml(file)}</sub>`;
  const cells = [named, `${SIGNS[change]} ${change}`.trim(), escapeHtml(nodes), escapeHtml(live)];
  const remarks = notes.map((note) => `<tr><td colspan="4">⚠️ ${escapeHtml(note)}</td></tr>`);
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>${remarks.join('')}`;
}

/** Which nodes, collapsed. */
function detailsOf({ name, details }: ReportRow): string[] {
  if (details.length === 0) return [];
  const lines = details.map((detail) => escapeHtml(detail)).join('<br>');
  return [
    `<details><summary>${escapeHtml(name)}: ${details.length === 1 ? '1 difference' : `${details.length} differences`}</summary><p>${lines}</p></details>`,
  ];
}
