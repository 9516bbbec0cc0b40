import type { Host } from '../host/host.ts';
import { wantsSummary } from '../inputs/reading.ts';
import { notSent } from '../routes/outcome.ts';
import { shownLine } from '../text/problem.ts';
import { join, NOTHING, type SafeText, say } from '../text/safe.ts';
import { helpOn } from './help.ts';
import { html, together } from './html.ts';
import { finish, type Run, setOutputs, TITLES } from './report.ts';
import { helpLink, stepOf, written } from './summary.ts';

/** Reports what is wrong with the inputs; nothing was sent. */
export async function reportWrongInputs(problems: readonly string[], run: Run, host: Host): Promise<1> {
  const lines = await setOutputsOf(problems, run, host);
  if (wantsSummary(host)) host.writeSummary(summaryOfProblems(lines, host));
  const help = helpOn('inputs', host);
  const end = [say`Nothing was sent.`, ...(help ? [say`Help: ${help}`] : [])];
  host.log.error(join([...lines, ...end], '\n'), TITLES['wrong inputs']);
  return 1;
}

/** Reports that the step is not configured here, as in runs without secrets; nothing was sent, as intended. */
export async function reportUnconfigured(
  problems: readonly string[],
  how: 'warn' | 'ignore',
  run: Run,
  host: Host,
): Promise<0> {
  const why = say`Nothing was sent: the step is not configured here, which if-unconfigured allows.`;
  const lines = [...(await setOutputsOf(problems, run, host)), why];
  if (how === 'warn') host.log.warning(join(lines, '\n'), say`The n8n step is not configured`);
  else for (const line of lines) host.log.info(line);
  return 0;
}

/** Sets the outputs of a step that did nothing. Returns what was wrong, line by line. */
async function setOutputsOf(problems: readonly string[], run: Run, host: Host): Promise<SafeText[]> {
  const lines = problems.map((line) => shownLine(line, host.show));
  const why = { row: 'inputs', message: join(lines), hint: NOTHING } as const;
  setOutputs(await finish(notSent(undefined, why), false, run, host), host);
  return lines;
}

export function summaryOfProblems(lines: readonly SafeText[], host: Host): string {
  const items = together(lines.map((line) => html`<li>${line}</li>`));
  return written([
    html`<h3>❌ The inputs of the n8n step are wrong</h3>`,
    ...stepOf(host),
    html`<ul>${items}</ul>`,
    html`<p>Nothing was sent.${helpLink(helpOn('inputs', host))}</p>`,
  ]);
}
