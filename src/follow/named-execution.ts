import { isTriggerUrl } from '../n8n/address.ts';
import { executionIdOf } from '../n8n/execution-id.ts';
import type { Outcome } from '../routes/outcome.ts';
import { isMap, tryJson } from '../text/json.ts';

/** Adds the execution that the reply names, or that the call resumed, to an outcome that was not followed. */
export function withNamedExecution(outcome: Outcome): Outcome {
  if (outcome.execution) return outcome;
  const { call, verdict } = outcome;
  // If nothing ran, the execution of a resume URL was not resumed.
  const isResumed = call !== undefined && verdict.ran !== 'no' && !isTriggerUrl(call.url);
  const id = (isResumed ? call.resumes : undefined) ?? executionIdIn(outcome);
  if (id === undefined) return outcome;
  return { ...outcome, execution: { id, workflowId: call?.workflowId, status: 'unknown' } };
}

/** The id of the execution that a reply names: in the header `X-N8N-Execution-Id`, or in a member `executionId`. */
export function executionIdIn({ exchange }: Outcome): string | undefined {
  if (exchange?.kind !== 'reply') return undefined;
  const { headers, body } = exchange;
  const data = body.file === undefined ? tryJson(body.start.toString('utf8')) : undefined;
  return executionIdOf(headers['x-n8n-execution-id'] ?? (isMap(data) ? data['executionId'] : undefined));
}
