import { readFileSync } from 'node:fs';
import type { Env } from '../host/host.ts';
import { type Json, type JsonMap, tryJson } from '../text/json.ts';

/**
 * The default payload: data about the run, with no token in it, named as in the `github` context of workflow files.
 * The toolkit's own `context` gives the same values (a test compares them), but loads the whole REST client.
 *
 * @param now milliseconds since 1970
 */
export function githubContext(env: Env, now: number): JsonMap {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const runId = env['GITHUB_RUN_ID'] ?? '';
  return {
    event_name: env['GITHUB_EVENT_NAME'] ?? '',
    repository,
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    actor: env['GITHUB_ACTOR'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    run_id: Number(runId),
    run_number: Number(env['GITHUB_RUN_NUMBER'] ?? 0),
    run_attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 0),
    run_url: `${server}/${repository}/actions/runs/${runId}`,
    server_url: server,
    sent_at: new Date(now).toISOString(),
    event: readEvent(env['GITHUB_EVENT_PATH']) ?? {},
  };
}

/** The complete webhook event from the runner; undefined if there is none. */
function readEvent(path: string | undefined): Json | undefined {
  if (!path) return undefined;
  try {
    // A small file of the runner's own. To read it without waiting, Node would load a dozen of its modules.
    return tryJson(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
