import type { Exchange } from '../http/exchange.ts';
import type { Execution, ExecutionResult } from '../n8n/execution.ts';
import type { NoTrigger } from '../n8n/workflow.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import { join, NOTHING, type SafeText, say } from '../text/safe.ts';
import type { Route } from '../verdict/row.ts';
import type { RowName } from '../verdict/row-name.ts';
import { cancelledVerdict, type Verdict } from '../verdict/verdict.ts';

/** The result of triggering. */
export interface Outcome {
  /** The route taken; undefined if none could be chosen. */
  readonly route: Route | undefined;
  readonly verdict: Verdict;
  /** The last attempt's exchange; undefined if nothing was sent to trigger. */
  readonly exchange: Exchange | undefined;
  /** How many requests were made to trigger. */
  readonly attempts: number;
  /** The workflow's name, if it is known. */
  readonly workflowName?: SafeText | undefined;
  /** The call that was made; absent if none was. */
  readonly call?: TriggeredCall;
  /** The execution, if it is known: from the route's reply, or from the search after a lost reply. */
  readonly execution?: KnownExecution | undefined;
}

/** What is known of the execution that was triggered. */
export interface KnownExecution extends Pick<Execution, 'id' | 'workflowId' | 'status'> {
  /** Its page in the editor, if that is known. */
  readonly url?: string | undefined;
  /** Known once it has ended and n8n has saved it. */
  readonly result?: ExecutionResult | undefined;
}

/** Why a call was not made, and whether an input is the reason. */
export interface Unsendable extends NoTrigger {
  readonly row: RowName;
}

/** The verdict of a step that was cancelled before anything was sent to trigger. */
export const CANCELLED_BEFORE = cancelledVerdict(
  'cancelled',
  'no',
  say`The step was cancelled before the workflow was triggered.`,
);

/** The outcome of a run that ended with this verdict before anything was sent to trigger. */
export function endedBefore(route: Route | undefined, verdict: Verdict, workflowName?: SafeText): Outcome {
  return { route, verdict, exchange: undefined, attempts: 0, workflowName };
}

/** The same, if the action itself found that it cannot send. */
export function notSent(
  route: Route | undefined,
  { wrongInput, ...why }: Unsendable,
  workflowName?: SafeText,
): Outcome {
  const claim = wrongInput ? 'wrong inputs' : 'not triggered';
  return endedBefore(route, { success: false, ran: 'no', claim, ...why }, workflowName);
}

/** Why nothing can be sent: payload or files do not fit the trigger. */
export function unfit(lines: readonly SafeText[]): Unsendable {
  return { row: 'payload', message: join(lines), hint: NOTHING, wrongInput: true };
}
