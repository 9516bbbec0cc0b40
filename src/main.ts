import { withNamedExecution } from './follow/named-execution.ts';
import type { Host } from './host/host.ts';
import { githubContext } from './inputs/github-context.ts';
import { readInputs } from './inputs/inputs.ts';
import { proxySecretsIn } from './inputs/secrets.ts';
import { presumedUrl } from './inputs/values.ts';
import { report } from './report/report.ts';
import { newTrace } from './request/trace.ts';
import type { Outcome } from './routes/outcome.ts';
import type { Step } from './routes/step.ts';
import { callWebhookUrl } from './routes/webhook-url.ts';

/** One run of the step: read the inputs, trigger the workflow, follow it, report. Returns the exit code. */
export async function main(host: Host): Promise<0 | 1> {
  const { env } = host;
  const began = host.clock.monotonic();
  const { traceId, traceparent } = newTrace(env, host.randomBytes);
  const run = { began, traceId };
  const workspace = env['GITHUB_WORKSPACE'] ?? '.';
  const context = async () => githubContext(env, host.clock.now());
  const { inputs, secrets, warnings, unconfigured } = await readInputs(host.input, workspace, context, host.cancelled);
  for (const secret of [...secrets, ...proxySecretsIn(env)]) host.mask(secret);
  if (!inputs.ok) {
    // A webhook's URL may be given in a run whose inputs are wrong, too.
    const url = presumedUrl(host.input('url'));
    if (url && host.input('mode').trim() !== 'api') host.hideAddress(url);
    const lines = inputs.error.map(({ line }) => line);
    const { reportUnconfigured, reportWrongInputs } = await import('./report/wrong-inputs.ts');
    return unconfigured ? reportUnconfigured(lines, unconfigured, run, host) : reportWrongInputs(lines, run, host);
  }
  for (const { line, title } of warnings) host.log.warning(host.show(line, 500), host.show(title));

  const identity = { traceparent, 'idempotency-key': host.randomUUID() };
  const outcome = await triggerAndFollow({ inputs: inputs.value, host, identity });
  return report(outcome, run, inputs.value, host);
}

async function triggerAndFollow(step: Step): Promise<Outcome> {
  const { target, instance } = step.inputs;
  if (target.mode === 'webhook' && !instance) return withNamedExecution(await callWebhookUrl(step, target));
  // Most steps have nothing but a webhook's URL, and need not load the code for n8n's API.
  const { triggerAndFollowByApi } = await import('./follow/trigger-and-follow.ts');
  return triggerAndFollowByApi(step);
}
