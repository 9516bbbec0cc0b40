import { readFile } from 'node:fs/promises';
import type { Env } from '../host/host.ts';
import { type JsonMap, tryJson } from '../text/json.ts';

/**
 * The default payload: data about the run, with no token in it, named as in the `github` context of workflow files.
 * The toolkit's own `context` gives the same values (a test compares them), but loads the whole REST client.
 *
 * @param now milliseconds since 1970
 */
export async function githubContext(env: Env, now: number): Promise<JsonMap> {
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
    event: tryJson(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8').catch(() => '')) ?? {},
  };
}
