import { NOTHING, type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, LONGEST_NAME, placeOf } from '../finding.ts';
import { type Reference, referencesOf } from '../read/references.ts';
import type { FileWorkflow } from '../read/workflow.ts';
import type { Match } from './match.ts';
import type { StoredWorkflow } from './stored.ts';

/** The target of a reference: a workflow of the files, by its place, or one that is only in n8n. */
type ReferenceTarget = { readonly place: number } | { readonly stored: StoredWorkflow };

/** A workflow's reference and its target. */
export interface ResolvedReference {
  readonly reference: Reference;
  readonly target: ReferenceTarget;
}

/**
 * Finds the target of a reference: the workflow in the files that has this id; else the one in n8n; else, because files
 * from another n8n may have lost their ids, the only one in the files with the name noted next to the id.
 */
function targetOf(
  { id, name }: Reference,
  matches: readonly Match[],
  stored: readonly StoredWorkflow[],
): ReferenceTarget | undefined {
  const byId = matches.findIndex(({ file }) => file.id === id);
  if (byId >= 0) return { place: byId };
  const found = stored.find((each) => each.id === id);
  const asStored = found && matches.findIndex((match) => match.stored?.id === found.id);
  if (found) return asStored === undefined || asStored < 0 ? { stored: found } : { place: asStored };
  const byName = matches.findIndex(({ file }) => name !== undefined && file.name === name);
  return byName < 0 ? undefined : { place: byName };
}

/** The references of a workflow that have a target, and a line about each that has none. */
export function resolveReferences(
  file: FileWorkflow,
  matches: readonly Match[],
  stored: readonly StoredWorkflow[],
  show: Show,
): { readonly resolved: readonly ResolvedReference[]; readonly wrong: readonly SafeText[] } {
  const resolved: ResolvedReference[] = [];
  const wrong: SafeText[] = [];
  for (const reference of referencesOf(file)) {
    const target = targetOf(reference, matches, stored);
    const place = placeOf(file, reference.node);
    if (reference.byUrl && reference.kind === 'call' && reference.enabled) {
      wrong.push(
        finding(
          show,
          place,
          say`names its workflow by URL, which n8n refuses to publish. Choose it from the list, or by its id.`,
        ),
      );
    } else if (target) {
      resolved.push({ reference, target });
    } else if (reference.enabled) {
      const named = reference.name === undefined ? NOTHING : say` ("${show(reference.name, LONGEST_NAME)}")`;
      const what = reference.kind === 'error' ? say`has the error workflow` : say`refers to the workflow`;
      wrong.push(
        finding(
          show,
          place,
          say`${what} ${show(reference.id, 40)}${named}, which is neither among the files nor in n8n. Add its file.`,
        ),
      );
    }
  }
  return { resolved, wrong };
}
