import type { SafeText } from '../../text/safe.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { Content, FileWorkflow } from '../read/workflow.ts';
import type { Difference } from './compare.ts';

/** What to do with one workflow of the files. */
export interface PlannedWorkflow {
  readonly file: FileWorkflow;
  readonly stored: StoredWorkflow | undefined;
  /** What to write; `none` also for a version that only has to be published. */
  readonly write: 'create' | 'update' | 'none';
  /** Whether to publish it in this run. */
  readonly publish: boolean;
  /** Whether it is published at the end. */
  readonly published: boolean;
  /** How the published version, or the saved one if none is published, differs from what n8n should have. */
  readonly difference: Difference;
  /**
   * What n8n should have, from the ids of all workflows of the files by their places, and from n8n's own version of
   * this one, if that is newer than the plan.
   */
  readonly contentWith: (ids: readonly (string | undefined)[], now?: StoredWorkflow) => Content;
  readonly drift: SafeText | undefined;
  /** Whether somebody saved changes in n8n that are not published, and that this run does not overwrite. */
  readonly hasForeignDraft: boolean;
  /** Remarks that do not stop the plan. */
  readonly notes: readonly SafeText[];
}

export interface Plan {
  /** In the order of the files. */
  readonly workflows: readonly PlannedWorkflow[];
  /** Places in `workflows`, in the order of writing and publishing: what others need comes first. */
  readonly order: readonly number[];
  /** Everything that keeps the plan from being carried out. */
  readonly wrong: readonly SafeText[];
}

/** Whether anything is to be written. */
export function isChange({ write, publish }: Pick<PlannedWorkflow, 'write' | 'publish'>): boolean {
  return write !== 'none' || publish;
}
