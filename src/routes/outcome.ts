import type { Exchange } from '../http/exchange.ts';
import type { ExecutionResult, ExecutionStatus } from '../n8n/execution.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import type { Problem } from '../text/problem.ts';
import { join, type SafeText, type Show } from '../text/safe.ts';
import type { RowName } from '../verdict/row-name.ts';
import { NOTHING, type Verdict } from '../verdict/verdict.ts';

/** The ways to trigger a workflow. */
export type Route = 'webhook' | 'start' | 'mcp';

/** What triggering came to. */
export interface Outcome {
  /** Undefined if no route could be chosen. */
  readonly route: Route | undefined;
  readonly verdict: Verdict;
  /** The last attempt's exchange; undefined if nothing was sent to trigger. */
  readonly exchange: Exchange | undefined;
  /** Requests that were made to trigger. */
  readonly attempts: number;
  /** The workflow's name, where it is known. */
  readonly workflowName: SafeText | undefined;
  /** The call that was made; absent if none was. */
  readonly call?: TriggeredCall;
  /** The execution, where it is known: the route gave its id, or a lost reply made the step look for it. */
  readonly execution?: KnownExecution;
}

/** What is known of the execution that was triggered. */
export interface KnownExecution {
  readonly id: string;
  /** The workflow that it is of, where that is known. */
  readonly workflowId: string | undefined;
  readonly status: ExecutionStatus;
  /** Its page in the editor, where that is known. */
  readonly url: string | undefined;
  /** Known once it has ended and n8n has saved it. */
  readonly result: ExecutionResult | undefined;
}

/** Why a call was not made, and whether that is an input's fault. */
export interface Unsendable {
  readonly row: RowName;
  readonly message: SafeText;
  readonly hint: SafeText;
  readonly wrongInput?: true;
}

/** The outcome of a run that this verdict ended before anything was sent to trigger. */
export function endedBefore(route: Route | undefined, verdict: Verdict, workflowName?: SafeText): Outcome {
  return { route, verdict, exchange: undefined, attempts: 0, workflowName };
}

/** The same, where the action itself found that there is nothing to send. */
export function notSent(
  route: Route | undefined,
  { wrongInput, ...why }: Unsendable,
  workflowName?: SafeText,
): Outcome {
  const claim = wrongInput ? 'wrong inputs' : 'not triggered';
  return endedBefore(route, { success: false, ran: 'no', claim, ...why }, workflowName);
}

/** Why nothing can be sent where the payload or the files do not fit what is to be called. */
export function unfit(lines: readonly SafeText[]): Unsendable {
  return { row: 'payload', message: join(lines), hint: NOTHING, wrongInput: true };
}

/** As much of a line as is shown, in characters: it may quote an input. */
const LONGEST_LINE = 1000;

/** The lines of a Problem, safe to show. */
export function shownLines({ lines }: Problem, show: Show): SafeText[] {
  return lines.map((line) => show(line, LONGEST_LINE));
}
