import type { Deadline } from '../host/deadline.ts';
import type { Execution } from '../n8n/execution.ts';
import { ok, type Result } from '../text/result.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import type { Saves, Saving } from '../verdict/execution.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { checkAccess, listExecutions, type ReadExecution, ROWS, readExecution, stopExecution } from './executions.ts';
import { findExecution, type Search, type SearchLimits } from './find.ts';
import { findSaving, savingOfWorkflow } from './saving.ts';
import type { TriggeredCall } from './triggered-call.ts';

/** The executions of one n8n, over its public API or MCP: everything that following needs. */
export interface ExecutionSource {
  /** The instance's base URL, without a trailing slash. */
  readonly base: string;
  /** The shortest pause between two reads that n8n allows. */
  readonly minPauseMs: number;
  /**
   * Checks that the key has the rights that following needs. Returns the newest execution's id, 0 if there is none,
   * undefined if it is not known.
   */
  checkAccess(
    workflowId: string | undefined,
    options?: RequestOptions,
  ): Promise<Result<number | undefined, ApiFailure>>;
  find(call: TriggeredCall, limits: SearchLimits): Promise<Search>;
  read(id: string, withData: boolean, options?: RequestOptions): Promise<ReadExecution>;
  /** An execution's current state from n8n's list; undefined if the list does not have it, or n8n has no list. */
  listed(execution: Execution, options: RequestOptions): Promise<Result<Execution | undefined, ApiFailure>>;
  /** Stops a running or waiting execution. */
  stop(id: string, options: RequestOptions): Promise<Result<unknown, ApiFailure>>;
  /** Whether n8n saves successful executions of the workflow that was called. */
  savesSuccesses(call: TriggeredCall, deadline: Deadline): Promise<Saves>;
  /** Which executions of an execution's workflow n8n saves; undefined if that is not known. */
  saving(execution: Execution, deadline: Deadline): Promise<Saving | undefined>;
}

export function apiExecutions(api: Api): ExecutionSource {
  return {
    base: api.base,
    minPauseMs: 0,
    checkAccess: (workflowId, options) => checkAccess(api, workflowId, options),
    find: (call, limits) => findExecution(api, call, limits),
    read: (id, withData, options) => readExecution(api, id, withData, options),
    listed: async (execution, options) => {
      const listed = await listExecutions(api, execution.workflowId, ROWS, options, 'try');
      if (!listed.ok) return listed;
      const row = listed.value.find(({ id }) => String(id) === execution.id);
      return ok(row && { ...execution, status: row.status });
    },
    stop: (id, options) => stopExecution(api, id, options),
    savesSuccesses: (call, deadline) => findSaving(api, call, { retries: 0, deadline }),
    saving: async ({ workflowId, mode }, deadline) => {
      // Other settings apply to manual runs.
      if (workflowId === undefined || mode === 'manual') return undefined;
      return savingOfWorkflow(api, workflowId, { retries: 1, deadline });
    },
  };
}
