import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readShipped } from '../support/n8n/gateway.ts';
import { runN8nCommand } from '../support/n8n/server.ts';
import { ROOT } from '../support/paths.ts';
import { api, call, executionsOf, failureOf, newPath, replyOf, succeeded, url } from './suite.ts';

/** Imports a workflow of n8n/ and publishes it at a path of its own. */
async function deployShipped(file: string): Promise<{ id: string; url: string }> {
  const path = newPath();
  const workflow = readShipped(file);
  for (const node of workflow.nodes) if (node.name === 'Webhook') node.parameters['path'] = path;
  return { id: await api.deploy(workflow), url: `${url}/webhook/${path}` };
}

const folder = join(ROOT, 'n8n');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.json'));

test("n8n's own command imports all of them unchanged", async () => {
  const user = mkdtempSync(join(tmpdir(), 'n8n-import-'));
  const out = join(user, 'exported.json');
  try {
    await runN8nCommand(user, 'import:workflow', '--separate', `--input=${folder}`);
    await runN8nCommand(user, 'export:workflow', '--all', `--output=${out}`);
    const workflows: unknown = JSON.parse(readFileSync(out, 'utf8'));
    expect(workflows).toHaveLength(shipped.length);
    expect(workflows).toEqual(
      expect.arrayContaining(
        shipped
          .map(readShipped)
          .map(({ name, nodes, connections }) => expect.objectContaining({ name, nodes, connections })),
      ),
    );
  } finally {
    rmSync(user, { recursive: true, force: true });
  }
}, 120_000);

test('the README next to them describes each', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const name of shipped) expect(readme).toContain(`| [${name}](${name}) |`);
});

describe('report-back.json', () => {
  test.each([
    {
      message: 'a release',
      payload: { environment: 'production', version: '1.2.0' },
      reply: { approved: true, version: '1.2.0', message: '`1.2.0` may go to production.' },
    },
    {
      message: 'a release with build metadata',
      payload: { environment: 'production', version: '1.2.0+build-7' },
      reply: { approved: true, version: '1.2.0+build-7', message: '`1.2.0+build-7` may go to production.' },
    },
    {
      message: 'a pre-release',
      payload: { environment: 'production', version: '1.2.0-rc.1' },
      reply: {
        approved: false,
        version: '1.2.0-rc.1',
        message: '`1.2.0-rc.1` is a pre-release: it does not go to production.',
      },
    },
    {
      message: 'a pre-release for elsewhere',
      payload: { environment: 'staging', version: '1.2.0-`rc`' },
      reply: { approved: true, version: '1.2.0-`rc`', message: '`1.2.0-rc` may go to staging.' },
    },
    {
      message: 'a payload without a version',
      payload: { environment: 'staging' },
      reply: { approved: false, version: '', message: 'The payload needs an environment and a version.' },
    },
    {
      message: 'a payload without an environment',
      payload: { version: '1.2.0' },
      reply: { approved: false, version: '1.2.0', message: 'The payload needs an environment and a version.' },
    },
    {
      message: 'the GitHub context',
      payload: undefined,
      reply: { approved: false, version: '', message: 'The payload needs an environment and a version.' },
    },
  ])('replies to $message with what the next step needs', async ({ payload, reply }) => {
    const hook = await deployShipped('report-back.json');
    const step = succeeded(await call(hook, payload && { payload: JSON.stringify(payload) }));
    const [execution] = await executionsOf(hook);
    expect(replyOf(step)).toEqual({ ...reply, executionId: execution?.id });
    expect(step.outputs['execution-id']).toBe(execution?.id);
  });

  test('lets the step follow the execution that it names', async () => {
    const hook = await deployShipped('report-back.json');
    const step = succeeded(
      await call(hook, { payload: 'version: 1.2.0-rc.1', 'secret-key': api.key, 'workflow-id': hook.id, wait: 'true' }),
    );
    const reply = replyOf(step);
    expect(step.outputs).toMatchObject({ 'execution-status': 'success', 'execution-id': Object(reply).executionId });
    expect(JSON.parse(step.outputs['execution-data'] ?? '')).toEqual([reply]);
  });
});

describe('release-notes.json', () => {
  const release = {
    tag_name: 'v1.2.0',
    name: 'The quick one',
    body: '<!-- Release notes\ngenerated -->\r\n\r\n## What is new\r\n* "Quotes", `{{ $json }}` & é 🙈\r\n',
    html_url: 'https://github.com/octo/demo/releases/tag/v1.2.0',
    prerelease: false,
    author: { login: 'octocat' },
  };
  const byOctocat = 'by octocat in octo/demo: [v1.2.0](https://github.com/octo/demo/releases/tag/v1.2.0)';

  test.each([
    {
      message: 'a release',
      given: release,
      reply: {
        tag: 'v1.2.0',
        title: 'The quick one',
        notes: `## What is new\n* "Quotes", \`{{ $json }}\` & é 🙈\n\nReleased ${byOctocat}`,
      },
    },
    {
      message: 'a pre-release that says nothing',
      given: { ...release, name: null, body: null, prerelease: true },
      reply: {
        tag: 'v1.2.0',
        title: 'v1.2.0',
        notes: `Nothing is said about this release.\n\nPre-release ${byOctocat}`,
      },
    },
  ])('makes notes of $what that the default payload carries', async ({ given, reply }) => {
    const hook = await deployShipped('release-notes.json');
    const event = { action: 'published', release: given, repository: { full_name: 'octo/demo' } };
    const env = { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v1.2.0', GITHUB_REF_NAME: 'v1.2.0' };
    const step = succeeded(await call(hook, {}, { event, env }));
    expect(replyOf(step)).toEqual(reply);
    expect(step.outputs['execution-id']).toBe((await executionsOf(hook))[0]?.id);
  });

  const commit = (id: string, message: string) => ({
    id: id.repeat(40),
    message,
    url: `https://github.com/octo/demo/commit/${id.repeat(40)}`,
  });
  const link = (id: string): string => `([${id.repeat(7)}](https://github.com/octo/demo/commit/${id.repeat(40)}))`;
  const push = { ref: 'refs/heads/main', compare: 'https://github.com/octo/demo/compare/a...f' };

  test('makes notes from a push of commits, by their prefixes', async () => {
    const hook = await deployShipped('release-notes.json');
    const commits = [
      commit('a', 'fix(api)!: Take "quotes"\n\nA body.'),
      commit('b', 'feat: Follow executions'),
      commit('c', 'Merge branch of others'),
      commit('d', 'Tidy up'),
      commit('e', 'Feat(ui): Show them'),
    ];
    const step = await call(hook, {}, { event: { ...push, commits, head_commit: commits.at(-1) } });
    expect(replyOf(succeeded(step))).toEqual({
      tag: 'main',
      title: 'demo main',
      notes: [
        `## Features\n\n- Follow executions ${link('b')}\n- Show them ${link('e')}`,
        `## Fixes\n\n- Take "quotes" ${link('a')}`,
        `## Other changes\n\n- Tidy up ${link('d')}`,
        '[All changes](https://github.com/octo/demo/compare/a...f)',
      ].join('\n\n'),
    });
  });

  test('makes notes from a push of a tag, about the commit that it points to', async () => {
    const hook = await deployShipped('release-notes.json');
    const event = { ...push, ref: 'refs/tags/v1.2.0', commits: [], head_commit: commit('f', 'fix: All') };
    const step = await call(hook, {}, { event, env: { GITHUB_REF: 'refs/tags/v1.2.0' } });
    expect(replyOf(succeeded(step))).toEqual({
      tag: 'v1.2.0',
      title: 'demo v1.2.0',
      notes: `## Fixes\n\n- All ${link('f')}\n\n[All changes](https://github.com/octo/demo/compare/a...f)`,
    });
  });

  test('refuses anything else', async () => {
    const hook = await deployShipped('release-notes.json');
    const steps = [await call(hook, {}, { event: { inputs: {} } }), await call(hook, { payload: '{}' })];
    for (const step of steps) {
      expect(failureOf(step)).toContain('There is neither a release nor a push');
      expect(step.outputs).toMatchObject({ status: '400', attempts: '1' });
    }
  });
});
