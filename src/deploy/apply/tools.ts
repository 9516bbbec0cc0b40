import type { Host } from '../../host/host.ts';
import type { Connections } from '../../http/connections.ts';
import { formatDuration } from '../../text/format.ts';
import { failed } from '../../text/result.ts';
import { type SafeText, say } from '../../text/safe.ts';
import { lasting } from '../../verdict/api-failure.ts';
import { LONGEST_NAME } from '../finding.ts';
import type { Ability } from '../match/ability.ts';
import type { DeployApi, VersionLabel, Written } from '../n8n.ts';
import type { WorkflowState } from './state.ts';

/** Everything that carrying out a plan needs. */
export interface Tools {
  readonly api: DeployApi;
  readonly ability: Ability;
  readonly host: Host;
  readonly label: VersionLabel;
  /** The ids of all workflows that existed before. */
  readonly known: ReadonlySet<string>;
  readonly verification: Verification;
}

/** How to verify webhooks: their address, and how long registration may take. */
interface Verification {
  /** An absolute URL without a trailing slash. */
  readonly webhookBase: string;
  readonly publishTimeoutMs: number;
  readonly connections: Connections;
}

/** Does a write, and logs how long it took. */
export async function timed(
  { planned }: WorkflowState,
  done: SafeText,
  { host }: Pick<Tools, 'host'>,
  write: () => Promise<Written>,
): Promise<Written> {
  const began = host.clock.monotonic();
  const written = await write();
  const took = formatDuration(host.clock.monotonic() - began);
  if (written.ok) host.log.info(say`${host.show(planned.file.name, LONGEST_NAME)}: ${done} in ${took}`);
  return written;
}

/** Does a write as {@link timed} does, unless the job was cancelled meanwhile. */
export async function unlessCancelled(
  state: WorkflowState,
  done: SafeText,
  tools: Pick<Tools, 'host'>,
  write: () => Promise<Written>,
): Promise<Written> {
  if (!tools.host.cancelled.aborted) return timed(state, done, tools, write);
  return failed(lasting('aborted', say`The step was cancelled.`));
}
