import type { Finished } from '../src/report/outputs.ts';
import type { Outcome } from '../src/routes/outcome.ts';
import type { Result } from '../src/text/result.ts';
import { declareSafe, NOTHING } from '../src/text/safe.ts';
import type { Verdict } from '../src/verdict/verdict.ts';
import { madeReply } from './recorded.ts';

export const accepted: Verdict = { row: 'accepted', success: true, ran: 'yes', message: NOTHING, hint: NOTHING };

/** The outcome of a successful trigger, with whatever is given in its place. */
export function madeOutcome(given: Partial<Outcome> = {}): Outcome {
  return {
    route: 'webhook',
    verdict: accepted,
    exchange: madeReply(200, '{"a":1}', { 'content-type': 'application/json' }),
    attempts: 1,
    workflowName: declareSafe('Deploy'),
    ...given,
  };
}

/** A step that went well, with whatever is given in its place. */
export function madeFinished(outcome: Partial<Outcome> = {}, rest: Partial<Omit<Finished, 'outcome'>> = {}): Finished {
  return {
    outcome: madeOutcome(outcome),
    resumes: false,
    reply: { text: '{"a":1}' },
    data: {},
    traceId: '0af7651916cd43dd8448eb211c80319c',
    durationMs: 1234.5,
    ...rest,
  };
}

/** The value of a result that should have one. */
export function expectOk<Value>(ending: Result<Value, unknown>): Value {
  if (ending.ok) return ending.value;
  throw new Error(`It failed: ${JSON.stringify(ending.error)}`);
}

/** The reason why there is no value, as expected. */
export function expectFailure<Failure>(ending: Result<unknown, Failure>): Failure {
  if (!ending.ok) return ending.error;
  throw new Error(`It did not fail: ${JSON.stringify(ending.value)}`);
}
