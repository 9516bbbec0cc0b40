import { webhooksOf } from '../../n8n/webhooks.ts';
import { failed, ok, type Result } from '../../text/result.ts';
import { join, type SafeText, say } from '../../text/safe.ts';
import { lasting } from '../../verdict/api-failure.ts';
import { LONGEST_NAME } from '../finding.ts';
import { isEnabled, typeOf } from '../read/workflow.ts';
import { awaitRegistration, type Registration } from './probe.ts';
import type { Interruption, WorkflowState } from './state.ts';
import type { Tools } from './tools.ts';
import { holds, interference, isLive, readAgain } from './write.ts';

/**
 * How long to wait for triggers to start, in milliseconds. n8n 2.40 and later publish first and start triggers
 * afterwards: until then, the previous version replies, and looks the same.
 */
const SETTLED_MS = 2_000;

/** Checks that what was published is live and unchanged. Returns what cannot be verified. */
export async function verify(
  ordered: readonly WorkflowState[],
  tools: Tools,
): Promise<Result<readonly SafeText[], Interruption>> {
  const { host, ability, verification } = tools;
  const live = ordered.filter(
    ({ publishedVersion, written, now }) => publishedVersion !== undefined || (written && now?.published),
  );
  if (live.length === 0) return ok([]);
  const settled =
    ability.drafts && live.some(({ planned, publishedVersion }) => publishedVersion && planned.stored?.published)
      ? host.clock.sleep(SETTLED_MS, host.cancelled)
      : undefined;
  const seen = await Promise.all(live.map((state) => probeAll(state, tools)));
  await settled;
  // A probe that was cut short has seen nothing, and everything is published: there is nothing half done to put back.
  if (host.cancelled.aborted) return ok([unseen(live, tools)]);
  // Somebody may have unpublished what is not registered.
  const changed = await compare(live, tools);
  if (changed) return failed(changed);
  for (const [index, state] of live.entries()) {
    if (!seen[index]?.includes('missing')) continue;
    const message = say`n8n published it, but its webhook was not registered within ${Math.round(verification.publishTimeoutMs / 1000)} s.`;
    const failure = lasting('api-refused', message, say`Look at its triggers in n8n's log.`);
    return failed({ at: state, doing: say`check that it is live`, failure });
  }
  return ok(unverifiedIn(live, seen, tools));
}

/** Another deployment, or a person, may have written and published at the same time. */
async function compare(live: readonly WorkflowState[], { api, ability }: Tools): Promise<Interruption | undefined> {
  const read = await readAgain(api, live);
  if (!read.ok) return { at: undefined, doing: say`read back what was published`, failure: read.error };
  for (const state of live) {
    const { written, publishedVersion } = state;
    const now = read.value(state);
    if (!now) continue;
    state.now = now;
    if (isLive(now, publishedVersion, ability) && (written === undefined || holds(now, written))) continue;
    const message = say`n8n has a version other than this run's: another deployment or a person changed the workflow at the same time.`;
    return { at: state, doing: say`compare it after publishing`, failure: interference(message) };
  }
  return undefined;
}

function probeAll({ now }: WorkflowState, { host, verification }: Tools): Promise<Registration[]> {
  const { webhookBase, publishTimeoutMs, connections } = verification;
  const { clock, tempDirectory: spillDirectory, cancelled: signal } = host;
  const settings = { clock, spillDirectory, connections, signal };
  return Promise.all(
    webhooksOf(now?.published?.nodes ?? [], now?.id ?? '').map(({ methods, urlAt }) => {
      const url = URL.parse(urlAt(webhookBase));
      return url ? awaitRegistration({ url, methods }, publishTimeoutMs, settings) : ('unknown' as const);
    }),
  );
}

function unseen(live: readonly WorkflowState[], tools: Tools): SafeText {
  return say`The step was cancelled before it could check the webhooks of ${namesOf(live, tools)}. Everything is published; look at it in n8n.`;
}

function namesOf(states: readonly WorkflowState[], { host }: Tools): SafeText {
  return join(
    states.map(({ planned }) => say`"${host.show(planned.file.name, LONGEST_NAME)}"`),
    ', ',
  );
}

/** What cannot be verified from here: triggers other than webhooks, and webhooks whose address leads elsewhere. */
function unverifiedIn(
  live: readonly WorkflowState[],
  seen: readonly (readonly Registration[])[],
  tools: Tools,
): SafeText[] {
  const unreachable = live.filter((_, index) => seen[index]?.includes('unknown'));
  const others = live.filter(({ now }) =>
    (now?.published?.nodes ?? []).some((node) => isEnabled(node) && STARTS_LATER.test(typeOf(node))),
  );
  return [
    unreachable.length > 0
      ? say`n8n did not reply at the webhook address for ${namesOf(unreachable, tools)}, so whether the webhooks are registered is unknown. Set webhook-base to their address.`
      : undefined,
    others.length > 0
      ? say`${namesOf(others, tools)}: n8n's API does not show whether a schedule, poll or subscription was started. Check the workflow in n8n.`
      : undefined,
  ].filter((line) => line !== undefined);
}

/** Triggers that n8n starts after publishing, and whose state its API does not show. */
const STARTS_LATER =
  /(?:Trigger|\.cron|\.interval|\.emailReadImap)$(?<!\.manualTrigger|\.errorTrigger|\.executeWorkflowTrigger|\.formTrigger|\.chatTrigger|\.mcpTrigger)/;
