import { tmpdir } from 'node:os';
import { githubContext } from './github.ts';
import type { Host } from './host.ts';
import { readInputs } from './inputs.ts';
import { Problem } from './problem.ts';
import type { Result } from './report/outputs.ts';
import { replyText } from './report/reply-text.ts';
import { report, reportWrongInputs } from './report/report.ts';
import { trigger } from './routes/choose.ts';
import { notSent, type Outcome } from './routes/outcome.ts';
import { masksFor } from './secrets.ts';
import { newTrace } from './trace.ts';

/** One run of the step: read the inputs, trigger the workflow, report. Gives the exit code. */
export async function main(host: Host): Promise<0 | 1> {
  const { env, clock } = host;
  const began = clock.monotonic();
  const spillDirectory = env['RUNNER_TEMP'] ?? tmpdir();
  const { traceId, traceparent } = newTrace(env, host.randomBytes);
  const conclude = async (outcome: Outcome): Promise<Result> => ({
    outcome,
    reply: await replyText(outcome.exchange, spillDirectory),
    traceId,
    durationMs: clock.monotonic() - began,
  });

  const { inputs, secrets } = await readInputs(host.input, env['GITHUB_WORKSPACE'] ?? '.', () => githubContext(env));
  for (const mask of masksFor(secrets)) host.mask(mask);
  if (inputs instanceof Problem) {
    return reportWrongInputs(inputs.lines, await conclude(notSent('', 'inputs', inputs.lines.join(' '), '')), host);
  }

  const identity = { traceparent, 'idempotency-key': host.randomUUID() };
  const outcome = await trigger({ inputs, host, identity, spillDirectory });
  return report(await conclude(outcome), inputs, host);
}
