import type { Host } from '../host/host.ts';
import { writeSummary } from '../host/write-summary.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { notSent, type Outcome } from '../routes/outcome.ts';
import { formatDuration } from '../text/format.ts';
import { join, type SafeText, say } from '../text/safe.ts';
import { type Claim, claimOf, explain, NOTHING } from '../verdict/verdict.ts';
import { executionData } from './execution-data.ts';
import { helpOn } from './help.ts';
import { type Finished, outputsOf } from './outputs.ts';
import { replyText } from './reply-text.ts';
import { type Chart, summaryOf, summaryOfProblems } from './summary.ts';

/** The title of a failed step's annotation: what is certain about the failure. */
const TITLES: Readonly<Record<Claim, SafeText>> = {
  'wrong inputs': say`The inputs of the n8n step are wrong`,
  'not triggered': say`The n8n workflow was not triggered`,
  'may have run': say`The n8n workflow may have run`,
  failed: say`The n8n workflow failed`,
  canceled: say`The n8n workflow was canceled`,
  'no success': say`The n8n workflow did not succeed`,
  'not accepted': say`The n8n workflow ran, but the answer was not accepted`,
  cancelled: say`The n8n step was cancelled`,
  'stopped waiting': say`The n8n step stopped waiting for the workflow`,
  'result unknown': say`The result of the n8n workflow is unknown`,
};

/** What is known of a step before it does anything. */
export interface Run {
  /** When it began, by the monotonic clock, in milliseconds. */
  readonly began: number;
  readonly traceId: string;
}

/** The inputs that say how to report. */
export interface Settings extends Pick<Inputs, 'failOnError' | 'summary' | 'successWhen'> {
  readonly target: Pick<Inputs['target'], 'resumes'>;
}

/** The longest line about a wrong input, in characters: it may quote a part of it. */
const LONGEST_PROBLEM = 1000;

/** Reports a step's result: outputs, job summary, log and, on failure, one annotation. Returns the exit code. */
export async function report(outcome: Outcome, run: Run, settings: Settings, host: Host): Promise<0 | 1> {
  const { successWhen, target } = settings;
  const resumes = target.resumes !== undefined;
  const done = await finish(outcome, resumes, run, host);
  const finished = successWhen ? (await import('./condition.ts')).withCondition(done, successWhen, host.show) : done;
  const { verdict } = finished.outcome;
  setOutputs(finished, host);
  if (settings.summary) await writeSummary(summaryOf(finished, await chartOf(finished), host), host);
  for (const { warning } of [finished.reply, finished.data]) if (warning) host.log.warning(warning);
  if (verdict.success) {
    if (verdict.message !== '') host.log.warning(explain(verdict, resumes), verdict.claim && TITLES[verdict.claim]);
    host.log.info(say`${verdict.claim ? say`Done` : say`Success`} in ${formatDuration(finished.durationMs)}`);
    return 0;
  }
  const claim = claimOf(verdict);
  const isInput = claim === 'wrong inputs';
  const fails = settings.failOnError || isInput || host.cancelled.aborted;
  const help = helpOn(verdict.row, host);
  const reason = join([
    explain(verdict, resumes),
    ...(isInput && !settings.failOnError ? [say`Invalid inputs always fail the step.`] : []),
    ...(fails ? [] : [say`The step goes on, because fail-on-error is false.`]),
  ]);
  const text = help ? join([reason, say`Help: ${help}`], '\n') : reason;
  host.log[fails ? 'error' : 'warning'](text, TITLES[claim]);
  return fails ? 1 : 0;
}

/** Reports what is wrong with the inputs; nothing was sent. */
export async function reportWrongInputs(problems: readonly string[], run: Run, host: Host): Promise<1> {
  const lines = await setOutputsOf(problems, run, host);
  // The inputs could not be read, but whether a summary is wanted is still known.
  if (host.input('summary').trim().toLowerCase() !== 'false') await writeSummary(summaryOfProblems(lines, host), host);
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
  const lines = problems.map((line) => host.show(line, LONGEST_PROBLEM));
  const why = { row: 'inputs', message: join(lines), hint: NOTHING } as const;
  setOutputs(await finish(notSent(undefined, why), false, run, host), host);
  return lines;
}

async function finish(outcome: Outcome, resumes: boolean, { began, traceId }: Run, host: Host): Promise<Finished> {
  return {
    outcome,
    resumes,
    reply: await replyText(outcome.exchange, host.tempDirectory, host.show),
    data: await executionData(outcome.execution?.result?.items, host.tempDirectory, host.show),
    traceId,
    durationMs: host.clock.monotonic() - began,
  };
}

/** Most steps know nothing about nodes, and need not load the code that draws them. */
async function chartOf({ outcome }: Finished): Promise<Chart | undefined> {
  const runs = outcome.execution?.result?.runs ?? [];
  if (runs.length === 0) return undefined;
  const { ganttBlock } = await import('./gantt.ts');
  return { markdown: ganttBlock(runs), nodes: new Set(runs.map(({ node }) => node)).size };
}

function setOutputs(finished: Finished, host: Host): void {
  for (const [name, value] of Object.entries(outputsOf(finished))) host.setOutput(name, value);
}
