import type { SafeText } from '../../text/safe.ts';
import type { ApiFailure } from '../../verdict/api-failure.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { PlannedWorkflow } from '../plan/planned.ts';
import type { Content } from '../read/workflow.ts';

/** The state of a planned workflow in n8n; it changes while the plan is carried out. */
export interface WorkflowState {
  readonly planned: PlannedWorkflow;
  /** What n8n has now, as far as is known; undefined before it is created. */
  now: StoredWorkflow | undefined;
  /** What was written in this run, if anything was. */
  written: Content | undefined;
  /** The version that was published in this run, if one was. */
  publishedVersion: string | undefined;
  /** Whether n8n confirmed that this run's version was published. */
  wentLive: boolean;
  /** Whether this run's version is published, as far as is known: it was, or may have been, and was not put back. */
  mayBeLive: boolean;
  /** Whether everything that this run did was put back. */
  putBack: boolean;
  /** A remark on its state, if that is not as planned. */
  remark: SafeText | undefined;
  failed: boolean;
}

/** Why a plan was not carried out to its end. */
export interface Interruption {
  /** The workflow at which it failed; undefined if it was not a single one. */
  readonly at: WorkflowState | undefined;
  /** What was being done, as `save the draft`. */
  readonly doing: SafeText;
  readonly failure: ApiFailure;
}

export function stateOf(planned: PlannedWorkflow): WorkflowState {
  return {
    planned,
    now: planned.stored,
    written: undefined,
    publishedVersion: undefined,
    wentLive: false,
    mayBeLive: false,
    putBack: false,
    remark: undefined,
    failed: false,
  };
}

/** Whether this run wrote or published it, or tried to. */
export function isTouched({ written, publishedVersion }: WorkflowState): boolean {
  return written !== undefined || publishedVersion !== undefined;
}
