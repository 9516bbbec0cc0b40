import { ok } from '../../text/result.ts';
import { type SafeText, say } from '../../text/safe.ts';
import { listed } from '../finding.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { Written } from '../n8n.ts';
import { sameGraph } from '../plan/compare.ts';
import { contentFor, isUnset, unsetValue } from '../plan/send.ts';
import type { Content } from '../read/workflow.ts';
import { publish } from './publish.ts';
import { isTouched, type WorkflowState } from './state.ts';
import { type Tools, timed } from './tools.ts';
import { holds, lookFor, readAgain, writeOnce } from './write.ts';

/**
 * Puts back what this run did: first what is published, callers before the workflows that they call; then what is
 * saved. Created workflows stay, unpublished: nothing is ever deleted.
 */
export async function putBack(ordered: readonly WorkflowState[], tools: Tools): Promise<void> {
  const touched = ordered.filter(isTouched);
  if (touched.length === 0) return;
  tools.host.log.info(say`Putting back what this run changed`);
  const read = await readAgain(tools.api, touched);
  const current = (state: WorkflowState) => (read.ok ? read.value(state) : undefined);
  const reversed = [...touched].reverse();
  for (const state of reversed) {
    const found = current(state);
    if (!found || !isChangedElsewhere(found, state)) continue;
    state.now = found;
    remark(state, say`somebody else changed it at the same time, so it was left alone`);
  }
  const own = reversed.filter((state) => state.remark === undefined);
  for (const state of own) await putBackPublished(state, current(state), tools);
  for (const state of own) await putBackSaved(state, tools);
}

/** Whether n8n has neither what this run wrote nor what was there before: somebody else changed it. */
function isChangedElsewhere(current: StoredWorkflow, state: WorkflowState): boolean {
  const { planned, written, publishedVersion, wentLive } = state;
  const { stored } = planned;
  const isKnownDraft =
    written === undefined ||
    holds(current, written) ||
    (stored !== undefined && sameGraph(current.draft, stored.draft));
  const version = current.published?.versionId;
  const isKnownVersion =
    publishedVersion === undefined ||
    (version === undefined ? !wentLive : [publishedVersion, stored?.published?.versionId].includes(version));
  return current.archived || !isKnownDraft || !isKnownVersion;
}

/** @param current the workflow as it is now, if it could be read */
async function putBackPublished(
  state: WorkflowState,
  current: StoredWorkflow | undefined,
  tools: Tools,
): Promise<void> {
  const { api, ability, host } = tools;
  const { planned, publishedVersion, written, now } = state;
  const before = planned.stored?.published;
  if (!now || publishedVersion === undefined) return;
  // Without drafts, saving over a published version published it, and saving the previous content restores that.
  if (before && written && !ability.drafts) return;
  if (current && current.published?.versionId === before?.versionId) {
    state.mayBeLive = false;
    return;
  }
  const done = await timed(state, before ? say`put back to the previous version` : say`unpublished again`, tools, () =>
    before
      ? publish({ id: now.id, versionId: before.versionId }, undefined, tools)
      : writeOnce({
          clock: host.clock,
          send: () => api.unpublish(now.id, ability),
          look: () => lookFor(api, now.id, ({ published }) => published === undefined),
        }),
  );
  if (done.ok) {
    state.now = done.value;
    state.mayBeLive = false;
  } else if (before) remark(state, say`the previous version could not be put back: ${done.error.message}`);
  else remark(state, say`it could not be unpublished again: ${done.error.message}`);
}

async function putBackSaved(state: WorkflowState, tools: Tools): Promise<void> {
  const { api, ability, host } = tools;
  const { planned, written, now } = state;
  const { stored } = planned;
  if (!stored || !now) {
    if (now) remark(state, say`created, and left as an unpublished draft`);
    return;
  }
  if (written) {
    const content = contentBefore(stored, written, state, tools);
    const saved = await timed(state, say`put back to the previous content`, tools, () =>
      writeOnce({
        clock: host.clock,
        send: () => api.update(stored.id, content, ability),
        look: () => lookFor(api, stored.id, (workflow) => holds(workflow, content)),
      }),
    );
    if (!saved.ok) return remark(state, say`the previous content could not be put back: ${saved.error.message}`);
    const republished = await putBackLive(stored, saved.value, tools);
    if (!republished.ok) return remark(state, say`it could not be published again: ${republished.error.message}`);
    state.now = republished.value;
    if (!ability.drafts) state.mayBeLive = false;
    const kept = addedSettings(stored, written);
    if (kept.length > 0) {
      remark(state, say`put back, except for settings that n8n cannot remove: ${listed(kept, host.show)}`);
    }
  }
  if (state.remark === undefined) state.putBack = true;
}

/**
 * Without drafts, saving has published a new version, which lacks the name and description of the one before it: without
 * them, the next deployment would not recognize it. And n8n 1.x deactivates a workflow if it fails to publish it.
 */
async function putBackLive({ published }: StoredWorkflow, now: StoredWorkflow, tools: Tools): Promise<Written> {
  const { versionName: name, description } = published ?? {};
  const label = name === undefined || description === undefined ? undefined : { name, description };
  const isRight = now.published && (!label || now.published.description === description);
  // With drafts, only somebody else can have unpublished it.
  if (!published || tools.ability.drafts || isRight) return ok(now);
  return publish(now, label, tools);
}

/** What was saved before, in the form that n8n takes. Settings that it did not have are reset, as far as n8n allows. */
function contentBefore(
  stored: StoredWorkflow,
  written: Content,
  { planned }: WorkflowState,
  { ability }: Tools,
): Content {
  const before = contentFor(
    { ...planned.file, ...stored.draft, nodeGroups: stored.draft.nodeGroups },
    undefined,
    ability,
  );
  const undone = Object.keys(written.settings).flatMap((name) => {
    const value = unsetValue(name);
    return isUnset(name, stored.draft.settings[name]) && value !== undefined ? [[name, value]] : [];
  });
  const described = written.description !== undefined && { description: stored.draft.description ?? '' };
  return { ...before, settings: { ...before.settings, ...Object.fromEntries(undone) }, ...described };
}

function addedSettings({ draft }: StoredWorkflow, { settings }: Content): string[] {
  return Object.keys(settings).filter((name) => draft.settings[name] === undefined && unsetValue(name) === undefined);
}

function remark(state: WorkflowState, text: SafeText): void {
  state.remark ??= text;
}
