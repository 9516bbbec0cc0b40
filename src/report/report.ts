import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Outcome } from '../routes/outcome.ts';
import { formatDuration } from '../text/format.ts';
import { join, type SafeText, say } from '../text/safe.ts';
import { type Claim, claimOf, explain } from '../verdict/verdict.ts';
import { type Finished, type OutputText, outputsOf } from './outputs.ts';
import { replyText } from './reply-text.ts';
import { type Chart, summaryOf } from './summary.ts';

/** The title of a failed step's annotation: what is certain about the failure. */
export const TITLES: Readonly<Record<Claim, SafeText>> = {
  'wrong inputs': say`The inputs of the n8n step are wrong`,
  'not triggered': say`The n8n workflow was not triggered`,
  'may have run': say`The n8n workflow may have run`,
  failed: say`The n8n workflow failed`,
  canceled: say`The n8n workflow was canceled`,
  'no success': say`The n8n workflow did not succeed`,
  'not accepted': say`The n8n workflow ran, but its result was not accepted`,
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

/** Reports a step's result: outputs, job summary, log and, on failure, one annotation. Returns the exit code. */
export async function report(outcome: Outcome, run: Run, settings: Settings, host: Host): Promise<0 | 1> {
  const { successWhen, target } = settings;
  const resumes = target.resumes !== undefined;
  const done = await finish(outcome, resumes, run, host);
  const finished = successWhen ? (await import('./condition.ts')).withCondition(done, successWhen, host.show) : done;
  const { verdict } = finished.outcome;
  setOutputs(finished, host);
  // Most steps succeed, and need not load the list of what may go wrong.
  const help = verdict.success ? undefined : (await import('./help.ts')).helpOn(verdict.row, host);
  if (settings.summary) host.writeSummary(summaryOf(finished, await chartOf(finished), host, help));
  for (const { warning } of [finished.reply, finished.data]) if (warning) host.log.warning(warning);
  if (verdict.success) {
    if (verdict.message !== '') host.log.warning(explain(verdict, resumes), verdict.claim && TITLES[verdict.claim]);
    host.log.info(say`${verdict.claim ? say`Done` : say`Success`} in ${formatDuration(finished.durationMs)}`);
    return 0;
  }
  const claim = claimOf(verdict);
  const isInput = claim === 'wrong inputs';
  const fails = settings.failOnError || isInput || host.cancelled.aborted;
  const reason = join([
    explain(verdict, resumes),
    ...(isInput && !settings.failOnError ? [say`Invalid inputs always fail the step.`] : []),
    ...(fails ? [] : [say`The step continues, because fail-on-error is false.`]),
  ]);
  const text = help ? join([reason, say`Help: ${help}`], '\n') : reason;
  host.log[fails ? 'error' : 'warning'](text, TITLES[claim]);
  return fails ? 1 : 0;
}

/** Prepares what is reported of an outcome. */
export async function finish(
  outcome: Outcome,
  resumes: boolean,
  { began, traceId }: Run,
  host: Host,
): Promise<Finished> {
  return {
    outcome,
    resumes,
    reply: await replyText(outcome.exchange, host.tempDirectory, host.show),
    data: await dataOf(outcome, host),
    traceId,
    durationMs: host.clock.monotonic() - began,
  };
}

// Most steps know nothing about items and nodes, and need not load the code that prepares and draws them.

async function dataOf({ execution }: Outcome, { tempDirectory, show }: Host): Promise<OutputText> {
  const items = execution?.result?.items;
  return items ? (await import('./execution-data.ts')).executionData(items, tempDirectory, show) : {};
}

async function chartOf({ outcome }: Finished): Promise<Chart | undefined> {
  const runs = outcome.execution?.result?.runs ?? [];
  if (runs.length === 0) return undefined;
  const { ganttBlock } = await import('./gantt.ts');
  return { markdown: ganttBlock(runs), nodes: new Set(runs.map(({ node }) => node)).size };
}

/** Sets every output of action.yml. */
export function setOutputs(finished: Finished, host: Host): void {
  for (const [name, value] of Object.entries(outputsOf(finished))) host.setOutput(name, value);
}
