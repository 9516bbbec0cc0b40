import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { githubContext } from '../../src/inputs/github-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'github-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

const eventPath = join(folder, 'event.json');
const event = { action: 'opened', issue: { number: 7, title: 'Umlauts: äöü 😀' }, repository: { private: true } };
writeFileSync(eventPath, JSON.stringify(event));

const env = {
  GITHUB_ACTOR: 'octocat',
  GITHUB_EVENT_NAME: 'issues',
  GITHUB_EVENT_PATH: eventPath,
  GITHUB_JOB: 'deploy',
  GITHUB_REF: 'refs/heads/feature/a',
  GITHUB_REPOSITORY: 'octo/demo',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_RUN_ID: '12345678901',
  GITHUB_RUN_NUMBER: '42',
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
  GITHUB_TOKEN: 'ghs_s3cret',
  GITHUB_WORKFLOW: 'Deploy to production',
};

describe('the GitHub context', () => {
  test("equals the toolkit's own context of the same run", async () => {
    const before = { ...process.env };
    Object.assign(process.env, env);
    // Imported here, because the toolkit reads the environment as it is loaded.
    const { context } = await import('@actions/github');
    const { owner, repo } = context.repo;
    process.env = before;
    expect(await githubContext(env, NOW)).toEqual({
      event_name: context.eventName,
      repository: `${owner}/${repo}`,
      ref: context.ref,
      sha: context.sha,
      actor: context.actor,
      workflow: context.workflow,
      job: context.job,
      run_id: context.runId,
      run_number: context.runNumber,
      run_attempt: context.runAttempt,
      run_url: `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`,
      server_url: context.serverUrl,
      sent_at: '2026-01-02T03:04:05.678Z',
      event: context.payload,
    });
  });

  test('has the values of the environment and the complete event', async () => {
    expect(await githubContext(env, NOW)).toEqual({
      event_name: 'issues',
      repository: 'octo/demo',
      ref: 'refs/heads/feature/a',
      sha: 'ffac537e6cbbf934b08745a378932722df287a53',
      actor: 'octocat',
      workflow: 'Deploy to production',
      job: 'deploy',
      run_id: 12345678901,
      run_number: 42,
      run_attempt: 2,
      run_url: 'https://github.example.com/octo/demo/actions/runs/12345678901',
      server_url: 'https://github.example.com',
      sent_at: '2026-01-02T03:04:05.678Z',
      event,
    });
  });

  test('holds no token', async () => {
    expect(JSON.stringify(await githubContext(env, NOW))).not.toContain('s3cret');
  });

  test.each([
    ['missing', join(folder, 'no-such.json')],
    ['no path', ''],
  ])('has an empty event if the file is %s', async (_, path) => {
    expect(await githubContext({ ...env, GITHUB_EVENT_PATH: path }, NOW)).toHaveProperty('event', {});
  });

  test('has an empty event if the file is broken', async () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{"action":');
    expect(await githubContext({ ...env, GITHUB_EVENT_PATH: path }, NOW)).toHaveProperty('event', {});
  });

  test('is complete JSON even if the environment is empty', async () => {
    const context = await githubContext({}, NOW);
    expect(JSON.parse(JSON.stringify(context))).toEqual(context);
    expect(context).toHaveProperty('server_url', 'https://github.com');
  });
});
