import type { Host } from '../host/host.ts';
import { excerpt, formatDuration } from '../text/format.ts';
import { type Claim, claimOf, explain } from '../verdict/verdict.ts';
import { outputsOf, type Result } from './outputs.ts';
import { summaryOf } from './summary.ts';

/** The annotation's title of a failed step. */
const TITLES: Readonly<Record<Claim, string>> = {
  'wrong inputs': 'The inputs of the n8n step are wrong',
  'not triggered': 'The n8n workflow was not triggered',
  'may have run': 'The n8n workflow may have run',
  failed: 'The n8n workflow failed',
  cancelled: 'The n8n step was cancelled',
  'stopped waiting': 'The n8n step stopped waiting for the workflow',
  'result unknown': 'The result of the n8n workflow is unknown',
};

/** Tells a run's result: outputs, job summary, log and, on failure, one annotation. Gives the exit code. */
export async function report(
  result: Result,
  settings: { readonly failOnError: boolean; readonly summary: boolean },
  host: Host,
): Promise<0 | 1> {
  const { verdict } = result.outcome;
  setOutputs(result, host);
  if (settings.summary) await writeSummary(result, host);
  for (const { warning } of [result.reply, result.data]) if (warning !== '') host.log.warning(warning);
  if (verdict.success) {
    if (verdict.message !== '') host.log.warning(explain(verdict));
    host.log.info(`Success in ${formatDuration(result.durationMs)}`);
    return 0;
  }
  const claim = claimOf(verdict);
  const title = TITLES[claim];
  const isInput = claim === 'wrong inputs';
  const fails = settings.failOnError || isInput || host.cancelled.aborted;
  const why = settings.failOnError || !isInput ? '' : ' Invalid inputs always fail the step.';
  if (fails) host.log.error(explain(verdict) + why, title);
  else host.log.warning(`${explain(verdict)} The step goes on, because fail-on-error is false.`, title);
  return fails ? 1 : 0;
}

/** What became of the workflow does not depend on whether it can be told here, too. */
async function writeSummary(result: Result, host: Host): Promise<void> {
  const summary = summaryOf(result, await chartOf(result), host.redact);
  try {
    await host.writeSummary(summary);
  } catch (error) {
    const reason = excerpt(error instanceof Error ? error.message : String(error));
    host.log.warning(`The job summary could not be written: ${reason}`);
  }
}

/** Most runs know nothing of nodes, and need not load what draws them. */
async function chartOf({ outcome }: Result): Promise<string> {
  const runs = outcome.execution?.result?.runs;
  return runs ? (await import('./gantt.ts')).ganttBlock(runs) : '';
}

/** Tells what is wrong with the inputs; nothing was sent. */
export function reportWrongInputs(lines: readonly string[], result: Result, host: Host): 1 {
  setOutputs(result, host);
  host.log.error([...lines, 'Nothing was sent.'].join('\n'), TITLES['wrong inputs']);
  return 1;
}

/** Tells that the step is not set up here, as in runs that get no secrets; nothing was sent, and that is fine. */
export function reportUnconfigured(lines: readonly string[], how: 'warn' | 'ignore', result: Result, host: Host): 0 {
  setOutputs(result, host);
  const text = [...lines, 'Nothing was sent.'].join('\n');
  if (how === 'warn') host.log.warning(text, 'The n8n step is not configured');
  else for (const line of text.split('\n')) host.log.info(line);
  return 0;
}

function setOutputs(result: Result, host: Host): void {
  for (const [name, value] of Object.entries(outputsOf(result))) host.setOutput(name, value);
}
