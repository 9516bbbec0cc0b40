import { tmpdir } from 'node:os';
import { withNamedExecution } from './follow/named-execution.ts';
import type { Host } from './host/host.ts';
import { githubContext } from './inputs/github-context.ts';
import { readInputs } from './inputs/inputs.ts';
import { executionData } from './report/execution-data.ts';
import { replyText } from './report/reply-text.ts';
import { report, reportUnconfigured, reportWrongInputs } from './report/report.ts';
import { newTrace } from './request/trace.ts';
import { notSent, type Outcome } from './routes/outcome.ts';
import type { Step } from './routes/send.ts';
import { callWebhookUrl } from './routes/webhook-url.ts';
import { Problem } from './text/problem.ts';
import { declareSafe } from './text/safe.ts';
import { NOTHING } from './verdict/verdict.ts';

/** One run of the step: read the inputs, trigger the workflow, follow it, report. Gives the exit code. */
export async function main(host: Host): Promise<0 | 1> {
  const { env, clock } = host;
  const began = clock.monotonic();
  const spillDirectory = env['RUNNER_TEMP'] || tmpdir();
  const { traceId, traceparent } = newTrace(env, host.randomBytes);
  const conclude = async (ended: Outcome) => ({
    outcome: ended,
    reply: await replyText(ended.exchange, spillDirectory),
    data: await executionData(ended.execution?.result?.items, spillDirectory),
    traceId,
    durationMs: clock.monotonic() - began,
  });

  const workspace = env['GITHUB_WORKSPACE'] ?? '.';
  const context = () => githubContext(env, clock.now());
  const { inputs, secrets, warnings, unconfigured } = await readInputs(host.input, workspace, context, host.cancelled);
  for (const secret of secrets) host.mask(secret);
  if (inputs instanceof Problem) {
    const message = declareSafe(inputs.lines.join(' '));
    const notRun = await conclude(notSent(undefined, { row: 'inputs', message, hint: NOTHING }));
    if (unconfigured) return reportUnconfigured(inputs.lines, unconfigured, notRun, host);
    return reportWrongInputs(inputs.lines, notRun, host);
  }
  for (const { line, title } of warnings) host.log.warning(line, title);
  const identity = { traceparent, 'idempotency-key': host.randomUUID() };
  const outcome = await triggerAndFollow({ inputs, host, identity, spillDirectory });
  return report(await conclude(outcome), inputs, host);
}

async function triggerAndFollow(step: Step): Promise<Outcome> {
  const { target, instance } = step.inputs;
  if (target.mode === 'webhook' && !instance) return withNamedExecution(await callWebhookUrl(step, target));
  // Most steps have a webhook's URL and no more, and need not load what knows n8n's API.
  const { triggerAndFollowByApi } = await import('./follow/trigger-and-follow.ts');
  return triggerAndFollowByApi(step);
}
