import type { VersionLabel, Written } from '../n8n.ts';
import type { Tools } from './tools.ts';
import { isLive, lookFor, writeOnce } from './write.ts';

/** n8n's reply if another workflow has a webhook's path. */
const TAKEN = 409;

/** How long n8n may take to free a path, and the pause before trying again, in milliseconds. */
const GIVEN_UP_MS = { most: 5_000, pause: 250 } as const;

/**
 * Publishes a version of a workflow. If it takes over a webhook's path, n8n refuses it until the workflow that had the
 * path has freed it, some time after that one was published or unpublished (n8n 2.40 and later).
 */
export async function publish(
  { id, versionId }: { readonly id: string; readonly versionId: string },
  label: VersionLabel | undefined,
  { api, ability, host }: Pick<Tools, 'api' | 'ability' | 'host'>,
): Promise<Written> {
  const { clock } = host;
  const began = clock.monotonic();
  for (;;) {
    const published = await writeOnce({
      clock,
      send: () => api.publish(id, versionId, label, ability),
      look: () => lookFor(api, id, (workflow) => isLive(workflow, versionId, ability)),
    });
    const isTaken = !published.ok && published.error.status === TAKEN && ability.drafts;
    if (!isTaken || clock.monotonic() - began >= GIVEN_UP_MS.most) return published;
    await clock.sleep(GIVEN_UP_MS.pause);
  }
}
