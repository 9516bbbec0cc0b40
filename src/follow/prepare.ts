import type { Host } from '../host/host.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ExecutionSource } from '../n8n-api/source.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say } from '../text/safe.ts';
import { verdictOf } from '../verdict/api.ts';
import { NOTHING, type Verdict } from '../verdict/verdict.ts';

/**
 * Checks, before anything is triggered, that the key has the rights that following needs. Returns the newest
 * execution's id, if n8n was asked for it, or the verdict that ends the step here.
 */
export async function prepare(
  { wait, target, workflowId }: Inputs,
  executions: ExecutionSource,
  { cancelled }: Host,
): Promise<Result<number | undefined, Verdict>> {
  if (!wait) return ok(undefined);
  // With a gateway workflow, the execution that carries the trace is the gateway's.
  const asked = target.isGateway ? undefined : workflowId;
  const newest = await executions.checkAccess(asked, { signal: cancelled });
  if (newest.ok) return newest;
  if (!cancelled.aborted) return failed(verdictOf(newest.error));
  const message = say`The step was cancelled before the workflow was triggered.`;
  return failed({ row: 'cancelled', success: false, ran: 'no', claim: 'cancelled', message, hint: NOTHING });
}
