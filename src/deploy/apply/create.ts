import { textOf } from '../../text/json.ts';
import { failed, ok, type Result } from '../../text/result.ts';
import { say } from '../../text/safe.ts';
import type { StoredWorkflow } from '../match/stored.ts';
import type { Written } from '../n8n.ts';
import { type Content, LONGEST_WORKFLOW_NAME } from '../read/workflow.ts';
import type { Interruption, WorkflowState } from './state.ts';
import { type Tools, unlessCancelled } from './tools.ts';
import { interference, MANY, writeOnce } from './write.ts';

/**
 * Creates missing workflows. n8n has no locks and accepts the same name twice, so another deployment of the same files
 * may create them at the same time. The older of two workflows keeps the name; the deployment that created the newer
 * one renames it and fails.
 */
export async function createAll(
  missing: readonly WorkflowState[],
  contentOf: (state: WorkflowState) => Content,
  tools: Tools,
): Promise<Interruption | undefined> {
  if (missing.length === 0) return undefined;
  const before = await newcomers(missing, tools);
  if (!before.ok) return before.error;
  for (const state of missing) {
    if (before.value(state).length > 0) return interferedAt(state);
    const wanted = contentOf(state);
    const made = await unlessCancelled(state, say`created`, tools, () => create(tools, wanted));
    if (!made.ok) {
      if (made.error.mayHaveArrived) {
        state.remark = say`it may still be created, because the reply was lost: the next deployment finds it by its name`;
      }
      return { at: state, doing: say`create it`, failure: made.error };
    }
    state.now = made.value;
    state.written = wanted;
  }
  const after = await newcomers(missing, tools);
  if (!after.ok) return after.error;
  let interruption: Interruption | undefined;
  for (const state of missing) {
    const older = after.value(state).find((other) => state.now && isOlder(other, state.now));
    if (!older) continue;
    await rename(state, older, tools);
    interruption ??= interferedAt(state);
  }
  return interruption;
}

/** Looks up the workflows of a name that anyone has created since this deployment first looked. */
async function newcomers(
  missing: readonly WorkflowState[],
  { api, known }: Tools,
): Promise<Result<(state: WorkflowState) => readonly StoredWorkflow[], Interruption>> {
  const names = missing.length < MANY ? missing.map(({ planned }) => planned.file.name) : [undefined];
  const found: StoredWorkflow[] = [];
  for (const name of names) {
    const list = await api.workflows(name);
    if (!list.ok) return failed({ at: undefined, doing: say`list the workflows again`, failure: list.error });
    found.push(...list.value.filter(({ id, archived }) => !known.has(id) && !archived));
  }
  return ok(({ planned }) => found.filter(({ draft }) => draft.name === planned.file.name));
}

/** Whether a workflow was created before another; their ids decide if n8n's clock does not. */
function isOlder(one: StoredWorkflow, other: StoredWorkflow): boolean {
  const [created, otherCreated] = [textOf(one.row['createdAt']), textOf(other.row['createdAt'])];
  return created === otherCreated ? one.id < other.id : created < otherCreated;
}

async function rename(state: WorkflowState, older: StoredWorkflow, { api, ability, host }: Tools): Promise<void> {
  const { now, written } = state;
  if (!now || !written) return;
  const name = `${[...written.name].slice(0, LONGEST_WORKFLOW_NAME - SPARE.length).join('')}${SPARE}`;
  const renamed = await api.update(now.id, { ...written, name }, ability);
  state.remark = renamed.ok
    ? say`another deployment created it first (${host.show(older.id, 40)}). This run's workflow is now called "${host.show(name)}"`
    : say`another deployment created it first (${host.show(older.id, 40)}), and this run's workflow (${host.show(now.id, 40)}) could not be renamed: ${renamed.error.message}`;
}

const SPARE = ' (created twice, delete this one)';

function interferedAt(at: WorkflowState): Interruption {
  const failure = interference(say`Another deployment created a workflow of this name at the same time.`);
  return { at, doing: say`create it`, failure };
}

/**
 * Creates a workflow. A lost reply must not lead to a second one: a new workflow of this name is taken to be it. If
 * there is none, the request may still arrive, so it is not sent again, and the next deployment finds the workflow.
 */
function create({ api, known, host }: Tools, content: Content): Promise<Written> {
  return writeOnce({
    clock: host.clock,
    once: true,
    send: () => api.create(content),
    look: async () => {
      const list = await api.workflows(content.name);
      const isIt = ({ id, draft, archived }: StoredWorkflow) =>
        !known.has(id) && !archived && draft.name === content.name;
      return list.ok ? list.value.find(isIt) : undefined;
    },
  });
}
