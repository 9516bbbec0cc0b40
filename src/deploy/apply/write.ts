import type { Clock } from '../../host/host.ts';
import { failed, ok, type Result } from '../../text/result.ts';
import { say } from '../../text/safe.ts';
import type { ApiFailure } from '../../verdict/api-failure.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { DeployApi, Written } from '../n8n.ts';
import { difference, isSame, sameGraph } from '../plan/compare.ts';
import type { Content } from '../read/workflow.ts';

/** How often a write is sent in all, where its reply was lost and n8n shows that it was not done. */
const MOST_SENT = 3;

/** How long a lost write may still be on its way, in milliseconds. */
const STILL_COMING_MS = 1_000;

/** A write, and how to see whether it was done. */
interface Sure {
  readonly send: () => Promise<Written>;
  /** Gives the workflow where the write was done; undefined where it was not. */
  readonly look: () => Promise<StoredWorkflow | undefined>;
  readonly clock: Clock;
}

/** Writes once. Where the reply was lost, looks whether it was done before anything is sent again. */
export async function writeOnce({ send, look, clock }: Sure): Promise<Written> {
  for (let sent = 1; ; sent += 1) {
    const written = await send();
    if (written.ok || !written.error.mayHaveArrived) return written;
    const done = (await look()) ?? (await clock.sleep(STILL_COMING_MS).then(look));
    if (done) return ok(done);
    if (sent >= MOST_SENT || written.error.code === 'aborted') return written;
  }
}

/**
 * Creates a workflow. A lost reply must not make a second one: what n8n has of this name, and did not have before, is it.
 *
 * @param known the ids of the workflows that were there before
 */
export function create(api: DeployApi, content: Content, known: ReadonlySet<string>, clock: Clock): Promise<Written> {
  return writeOnce({
    clock,
    send: () => api.create(content),
    look: async () => {
      const list = await api.workflows();
      const isIt = ({ id, draft, archived }: StoredWorkflow) =>
        !known.has(id) && !archived && draft.name === content.name;
      return list.ok ? list.value.find(isIt) : undefined;
    },
  });
}

/** Asks for a workflow, and gives it if it is as it should be. */
export async function lookFor(
  api: DeployApi,
  id: string,
  isIt: (workflow: StoredWorkflow) => boolean,
): Promise<StoredWorkflow | undefined> {
  const read = await api.workflow(id);
  return read.ok && isIt(read.value) ? read.value : undefined;
}

/** From so many on, one list of all workflows is read sooner than each by itself. */
const MANY = 4;

/** Reads workflows again, by their ids. */
export async function readAgain(
  api: DeployApi,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, StoredWorkflow>, ApiFailure>> {
  if (ids.length >= MANY) {
    const list = await api.workflows();
    return list.ok ? ok(new Map(list.value.map((workflow) => [workflow.id, workflow]))) : list;
  }
  const found = new Map<string, StoredWorkflow>();
  for (const id of ids) {
    const read = await api.workflow(id);
    if (!read.ok) return read;
    found.set(id, read.value);
  }
  return ok(found);
}

/** Whether n8n has saved this. */
export function holds({ draft }: StoredWorkflow, content: Content): boolean {
  return isSame(difference(draft, content)) && sameGraph(draft, content);
}

/** What is said where n8n took a write and has something else. */
export function otherThanWritten(): { readonly ok: false; readonly error: ApiFailure } {
  const message = say`n8n took what was written, and has something else now: another deployment or a person changed it at the same time, or this n8n did not save it.`;
  return failed({ code: 'api-refused', message, transient: false, mayHaveArrived: true });
}
