import type { Exchange } from '../http.ts';
import type { Execution, ExecutionResult, ExecutionStatus } from '../n8n/execution.ts';
import type { Verdict } from '../verdicts/row.ts';

/** The ways to trigger a workflow. */
export type Route = 'webhook' | 'start' | 'mcp';

/** What triggering came to. */
export interface Outcome {
  /** Empty if no route could be chosen. */
  readonly route: Route | '';
  readonly verdict: Verdict;
  /** The last attempt's exchange; absent if nothing was sent to trigger. */
  readonly exchange: Exchange | undefined;
  /** Requests that were made to trigger. */
  readonly attempts: number;
  /** The workflow's name, where it is known. */
  readonly workflowName: string;
  /** What was called; absent if nothing was. */
  readonly url?: URL;
  /** The execution, where a lost reply made the step look for it. */
  readonly found?: Execution;
  /** The execution, where it is known. */
  readonly execution?: KnownExecution;
}

/** What is known of the execution that was triggered. */
export interface KnownExecution {
  readonly id: string;
  readonly status: ExecutionStatus;
  /** Its page in the editor. */
  readonly url: string;
  /** Known once it has ended and n8n has saved it. */
  readonly result: ExecutionResult | undefined;
}

/** The outcome of a run that ended before anything was sent to trigger. */
export function notSent(route: Route | '', row: string, what: string, advice: string): Outcome {
  const verdict: Verdict = { row, success: false, ran: 'no', what, advice };
  return { route, verdict, exchange: undefined, attempts: 0, workflowName: '' };
}
