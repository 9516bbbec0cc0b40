import type { Result } from '../text/result.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { checkAccess, type ReadExecution, readExecution, stopExecution } from './executions.ts';
import { findExecution, type Patience, type Search, type Wanted } from './find.ts';
import { type Called, findSaving, type Saving } from './saving.ts';

/** The executions of one n8n, whichever way it is asked for them: all that following takes. */
export interface ExecutionSource {
  /** The instance's base URL, without a slash at its end. */
  readonly base: string;
  /**
   * Whether all that following takes may be done; asked before anything is triggered. Gives the newest execution's id, if it
   * is known.
   */
  checkAccess(workflowId: string, options?: RequestOptions): Promise<Result<number | undefined, ApiFailure>>;
  /** Looks for the execution that a trigger started. */
  find(wanted: Wanted, patience: Patience): Promise<Search>;
  read(id: string, withData: boolean, options?: RequestOptions): Promise<ReadExecution>;
  /** Stops a running or waiting execution. */
  stop(id: string, options: RequestOptions): Promise<Result<unknown, ApiFailure>>;
  /** Whether n8n saves executions of the workflow that was called, if they succeed. */
  saving(called: Called, options: RequestOptions): Promise<Saving>;
}

/** By the public API. */
export function apiExecutions(api: Api): ExecutionSource {
  return {
    base: api.base,
    checkAccess: (workflowId, options) => checkAccess(api, workflowId, options),
    find: (wanted, patience) => findExecution(api, wanted, patience),
    read: (id, withData, options) => readExecution(api, id, withData, options),
    stop: (id, options) => stopExecution(api, id, options),
    saving: (called, options) => findSaving(api, called, options),
  };
}
