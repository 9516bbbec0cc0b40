import { failed, ok, type Result } from '../../text/result.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, LONGEST_NAME, listed, placeOf } from '../finding.ts';
import type { FileWorkflow } from '../read/workflow.ts';
import type { StoredWorkflow } from './stored.ts';

/** Whether a version's description says that it was deployed from this repository. */
export type IsOurs = (description: string | undefined) => boolean;

/** A workflow of the files and its counterpart in n8n. */
export interface Match {
  readonly file: FileWorkflow;
  /** Undefined if it is to be created. */
  readonly stored: StoredWorkflow | undefined;
  readonly note: SafeText | undefined;
}

/**
 * Finds each workflow of the files in n8n: by its id, if n8n has it under the same name or it was deployed from this
 * repository before; else by its exact name, among workflows that are not archived.
 */
export function matchAll(
  files: readonly FileWorkflow[],
  stored: readonly StoredWorkflow[],
  isOurs: IsOurs,
  show: Show,
): Result<readonly Match[], readonly SafeText[]> {
  const results = files.map((file) => match(file, stored, isOurs, show));
  const wrong = results.flatMap((result) => (result.ok ? [] : [result.error]));
  const matches = results.flatMap((result) => (result.ok ? [result.value] : []));
  for (const [index, { file, stored: target }] of matches.entries()) {
    const other = target && matches.slice(0, index).find((each) => each.stored?.id === target.id);
    if (!other) continue;
    const message = say`is the workflow ${show(target.id)} in n8n, as is "${show(other.file.name, LONGEST_NAME)}" in ${show(other.file.file)}. Remove the id from one of the files.`;
    wrong.push(finding(show, placeOf(file), message));
  }
  return wrong.length > 0 ? failed(wrong) : ok(matches);
}

function match(
  file: FileWorkflow,
  stored: readonly StoredWorkflow[],
  isOurs: IsOurs,
  show: Show,
): Result<Match, SafeText> {
  const wrong = (message: SafeText) => failed(finding(show, placeOf(file), message));
  const byId = file.id === undefined ? undefined : stored.find(({ id }) => id === file.id);
  const hasSameName = byId?.draft.name === file.name;
  if (byId && (hasSameName || isOurs(byId.published?.description))) {
    if (!byId.archived) return ok({ file, stored: byId, note: undefined });
    return wrong(
      say`is archived in n8n (${show(byId.id)}). Unarchive it there, or remove the id from the file to create a new one.`,
    );
  }
  const namesakes = stored.filter(({ draft }) => draft.name === file.name);
  const byName = namesakes.filter(({ archived }) => !archived);
  const [one, another] = byName;
  if (another) {
    const ids = byName.map(({ id }) => id);
    return wrong(
      say`n8n has ${byName.length} workflows of this name: ${listed(ids, show)}. Rename the others, or put the id of the right one into the file.`,
    );
  }
  if (one) return ok({ file, stored: one, note: undefined });
  const [inArchive] = namesakes;
  if (!byId && inArchive) {
    const note = say`n8n's workflow of this name (${show(inArchive.id)}) is archived, so a new one is created`;
    return ok({ file, stored: undefined, note });
  }
  const note =
    byId &&
    say`in n8n, the file's id belongs to "${show(byId.draft.name, LONGEST_NAME)}", which was not deployed from this repository, so a new workflow is created. If the two are the same, give them the same name.`;
  return ok({ file, stored: undefined, note });
}
