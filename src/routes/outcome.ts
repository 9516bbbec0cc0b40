import type { Exchange } from '../http/exchange.ts';
import type { Execution, ExecutionResult, ExecutionStatus } from '../n8n/execution.ts';
import type { NoTrigger } from '../n8n/workflow.ts';
import type { Problem } from '../text/problem.ts';
import type { Verdict } from '../verdict/verdict.ts';

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
  /** How it was called. */
  readonly method?: string;
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

/** The outcome of a run that this verdict ended before anything was sent to trigger. */
export function endedBefore(route: Route | '', verdict: Verdict): Outcome {
  return { route, verdict, exchange: undefined, attempts: 0, workflowName: '' };
}

/** The same, where nothing else has said why. */
export function notSent(route: Route | '', row: string, message: string, hint: string): Outcome {
  return endedBefore(route, { row, success: false, ran: 'no', message, hint });
}

/** The same, where it is an input that does not fit what n8n tells of the workflow. */
export function wrongInput(route: Route, row: string, message: string, hint: string): Outcome {
  const outcome = notSent(route, row, message, hint);
  return { ...outcome, verdict: { ...outcome.verdict, wrongInput: true } };
}

/** The same, where a workflow has no trigger that can be run as the inputs say. */
export function noTrigger(route: Route, { message, hint, wrongInput: isInput }: NoTrigger): Outcome {
  return (isInput ? wrongInput : notSent)(route, 'no-trigger', message, hint);
}

/** The same, where the payload or the files are not what is to be called takes. */
export function unfitPayload(route: Route, { lines }: Problem): Outcome {
  return wrongInput(route, 'payload', lines.join(' '), '');
}
