import { declareSafe, NOTHING, type SafeText, say, word } from '../../text/safe.ts';
import type { ReportRow } from './rows.ts';

const TITLES = { change: say`CHANGE`, nodes: say`NODES`, live: say`IN N8N`, name: say`WORKFLOW`, file: say`FILE` };

/** The longest cell, in characters, that a column is padded for; longer ones stick out. */
const WIDEST = 48;

/** The rows as aligned lines, each with its details below it. */
export function logLines(rows: readonly ReportRow[]): SafeText[] {
  const columns = (['change', 'nodes', 'live', 'name'] as const).map((name) => {
    const widths = [TITLES[name].length, ...rows.map((row) => row[name].length)].filter((width) => width <= WIDEST);
    return { name, width: Math.max(...widths) };
  });
  const line = (cells: Readonly<Record<string, SafeText>>, file: SafeText): SafeText => {
    // Padding safe texts with spaces keeps them safe.
    const padded = columns.map(({ name, width }) => (cells[name] ?? NOTHING).padEnd(width));
    return declareSafe([...padded, file].join('  '));
  };
  return [
    line(TITLES, TITLES.file),
    ...rows.flatMap((row) => [
      line({ change: word(row.change), nodes: row.nodes, live: row.live, name: row.name }, row.file),
      ...row.details.map((detail) => say`    ${detail}`),
      ...row.notes.map((note) => say`    ! ${note}`),
    ]),
  ];
}
