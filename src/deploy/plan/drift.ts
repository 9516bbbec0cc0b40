import { NOTHING, type SafeText, type Show, say } from '../../text/safe.ts';
import type { IsOurs } from '../match/match.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { Content } from '../read/workflow.ts';
import { doesTheSame } from './compare.ts';

export type OnDrift = 'fail' | 'overwrite';

export function isDeployedFrom(repositoryUrl: string): IsOurs {
  return (description) => description?.includes(`${repositoryUrl}/commit/`) === true;
}

/**
 * A change to a workflow in n8n that writing the file would undo; undefined if none is known. There is drift only with
 * a published version: without one, changes cannot be recognized.
 *
 * @param onDrift what the text says to do, or that it is done
 * @param wasRolledBack whether the saved version was published from this repository, and another one is published now
 */
export function driftOf(
  stored: StoredWorkflow | undefined,
  wanted: Content,
  isOurs: IsOurs,
  wasRolledBack: boolean,
  onDrift: OnDrift,
  show: Show,
): SafeText | undefined {
  const driftText = (what: SafeText, instead: SafeText): SafeText =>
    onDrift === 'fail'
      ? say`drift: ${what}. ${instead}`
      : say`drift: ${what}. It is overwritten, because on-drift is overwrite`;
  const { published } = stored ?? {};
  if (!stored || !published) return undefined;
  if (!isOurs(published.description)) {
    const said = published.description === undefined ? NOTHING : say` (it says "${show(published.description, 100)}")`;
    return driftText(
      say`the published version was not deployed from this repository${said}`,
      say`To take the workflow over, run once with on-drift: overwrite`,
    );
  }
  if (!doesTheSame(stored.draft, published) && !doesTheSame(stored.draft, wanted)) {
    return driftText(
      say`somebody saved changes in n8n that are not published`,
      say`Bring them into the file, or discard them with on-drift: overwrite`,
    );
  }
  if (wasRolledBack) {
    return driftText(
      say`the file's version was published before, and somebody has since published an older one in n8n`,
      say`Deploy the commit of that version, or overwrite it with on-drift: overwrite`,
    );
  }
  return undefined;
}
