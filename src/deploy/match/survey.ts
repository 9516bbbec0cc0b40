import { failed, ok, type Result } from '../../text/result.ts';
import { join, NOTHING, type SafeText, say } from '../../text/safe.ts';
import type { ApiFailure } from '../../verdict/api-failure.ts';
import type { DeployApi } from '../n8n.ts';
import type { FileWorkflow } from '../read/workflow.ts';
import type { Ability } from './ability.ts';
import { type Credential, credentialsInUse, type Known, usesCredentials } from './credentials.ts';
import type { IsOurs, Match } from './match.ts';
import type { StoredWorkflow } from './stored.ts';

/** What n8n has and can do: everything that is read before a plan is made. */
export interface Survey {
  readonly ability: Ability;
  readonly stored: readonly StoredWorkflow[];
  readonly known: Known;
}

/** Reads what n8n has and can do; failures are lines to show. */
export async function survey(
  api: DeployApi,
  files: readonly FileWorkflow[],
): Promise<Result<Survey, readonly SafeText[]>> {
  const [ability, stored, credentials] = await Promise.all([
    api.ability(),
    api.workflows(),
    files.some(usesCredentials) ? api.credentials() : ok([]),
  ]);
  if (ability.ok && stored.ok) {
    return ok({ ability: ability.value, stored: stored.value, known: knownBy(credentials, stored.value) });
  }
  const failures = [ability, stored].flatMap((result) => (result.ok ? [] : [sentenceOf(result.error)]));
  return failed([...new Set(failures)]);
}

export function sentenceOf({ message, hint }: ApiFailure): SafeText {
  return hint === undefined ? message : join([message, hint]);
}

/** Only owners and admins can list credentials, and n8n before 2.8 has no list: then those in use are known. */
function knownBy(listed: Result<readonly Credential[], ApiFailure>, stored: readonly StoredWorkflow[]): Known {
  if (listed.ok) return { credentials: listed.value, complete: true, hint: NOTHING };
  const hint =
    listed.error.code === 'api-forbidden'
      ? say`Give the key the scope credential:list (n8n, Settings, n8n API), or the id of the credential to use: credentials: NAME=ID`
      : say`This n8n does not list its credentials (${listed.error.message}) Use it in a workflow of this n8n first, or give its id: credentials: NAME=ID`;
  return { credentials: credentialsInUse(stored), complete: false, hint };
}

/** Reads workflows again whose description has to be compared: the list leaves descriptions out. */
export async function withDescriptions(
  api: DeployApi,
  matches: readonly Match[],
): Promise<Result<readonly Match[], SafeText>> {
  const whole = await Promise.all(
    matches.map(async (match) => {
      const { file, stored } = match;
      if (file.description === undefined || !stored) return ok(match);
      const read = await api.workflow(stored.id);
      return read.ok ? ok({ ...match, stored: read.value }) : failed(sentenceOf(read.error));
    }),
  );
  const unread = whole.find((result) => !result.ok);
  if (unread && !unread.ok) return unread;
  return ok(whole.flatMap((result) => (result.ok ? [result.value] : [])));
}

/**
 * The ids of workflows that somebody rolled back: the saved version was published from this repository, and an older
 * one has been published since.
 */
export async function rolledBack(
  api: DeployApi,
  matches: readonly Match[],
  isOurs: IsOurs,
): Promise<ReadonlySet<string>> {
  const candidates = matches.flatMap(({ stored }) => {
    const { published } = stored ?? {};
    const isBehind = stored && published && isOurs(published.description) && published.versionId !== stored.versionId;
    return isBehind ? [stored] : [];
  });
  const ids = await Promise.all(
    candidates.map(async ({ id, versionId }) => {
      const description = await api.versionDescription(id, versionId);
      return isOurs(description) ? [id] : [];
    }),
  );
  return new Set(ids.flat());
}
