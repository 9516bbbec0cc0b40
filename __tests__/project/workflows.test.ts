// What the project's own workflows are held to beyond `npm run lint:workflows`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../../support/paths.ts';
import { at, isRecord, listAt } from '../../support/shapes.ts';

const github = join(ROOT, '.github');
const read = (...path: string[]): string => readFileSync(join(github, ...path), 'utf8');

interface Workflow {
  readonly name: string;
  readonly text: string;
  readonly contents: unknown;
  readonly jobs: readonly (readonly [name: string, job: unknown])[];
}

const workflows: readonly Workflow[] = readdirSync(join(github, 'workflows')).map((name) => {
  const text = read('workflows', name);
  const contents: unknown = parse(text);
  return { name, text, contents, jobs: Object.entries(recordAt(contents, 'jobs')) };
});

function recordAt(value: unknown, ...path: string[]): Record<string, unknown> {
  const found = at(value, ...path);
  return isRecord(found) ? found : {};
}

test('the workflows are the expected ones', () => {
  expect(workflows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['check-dist.yml', 'ci.yml', 'codeql.yml', 'e2e.yml', 'release.yml']),
  );
});

describe.each(workflows.map((workflow) => [workflow.name, workflow] as const))('%s', (_, { text, contents, jobs }) => {
  test('pins what it uses to a commit, with its version in a comment', () => {
    for (const [, use = ''] of text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)) {
      expect(use).toMatch(/^(?:\.\/\S*|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  test('grants only what each job asks for', () => {
    expect(at(contents, 'permissions')).toEqual({});
    for (const [name, job] of jobs) expect([name, at(job, 'permissions')]).toEqual([name, expect.any(Object)]);
  });

  test('leaves no credentials behind after a checkout', () => {
    const steps = jobs.flatMap(([, job]) => listAt(job, 'steps'));
    const checkouts = steps.filter((step) => String(at(step, 'uses')).startsWith('actions/checkout@'));
    for (const step of checkouts) expect(at(step, 'with', 'persist-credentials')).toBe(false);
  });

  test('limits the time of every job', () => {
    for (const [name, job] of jobs) {
      if (at(job, 'uses') !== undefined) continue;
      expect([name, at(job, 'timeout-minutes')]).toEqual([name, expect.any(Number)]);
    }
  });

  test('runs once for a branch or tag, and is cancelled only for a pull request', () => {
    expect(String(at(contents, 'concurrency', 'group'))).toMatch(/^[a-z0-9-]+(?:-\$\{\{ github\.ref \}\})?$/);
    expect([false, "${{ github.event_name == 'pull_request' }}"]).toContain(
      at(contents, 'concurrency', 'cancel-in-progress'),
    );
  });

  test('runs npm commands that exist', () => {
    const scripts = recordAt(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), 'scripts');
    for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const command of listAt(contents, 'jobs', 'long', 'strategy', 'matrix', 'command')) {
      expect(Object.keys(scripts)).toContain(command);
    }
  });
});

test('pins the same action to the same commit everywhere', () => {
  const versions = new Map<string, Set<string>>();
  const examples = readdirSync(join(ROOT, 'examples')).map((name) =>
    readFileSync(join(ROOT, 'examples', name), 'utf8'),
  );
  for (const text of [...workflows.map((workflow) => workflow.text), ...examples]) {
    for (const [, action = '', commit = ''] of text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\S+ # \S+)/g)) {
      versions.set(action, (versions.get(action) ?? new Set()).add(commit));
    }
  }
  expect(versions.size).toBeGreaterThan(3);
  for (const [action, commits] of versions) expect([action, [...commits]]).toEqual([action, [expect.any(String)]]);
});

describe('release.yml', () => {
  const release = workflows.find(({ name }) => name === 'release.yml')?.contents;
  const job = (name: string): unknown => at(release, 'jobs', name);

  test('publishes what has passed every check', () => {
    expect(at(job('publish'), 'needs')).toEqual(['version', 'package']);
    expect(at(job('package'), 'needs')).toEqual(['version', 'ci', 'e2e']);
    expect(at(job('ci'), 'uses')).toBe('./.github/workflows/ci.yml');
    expect(at(job('e2e'), 'uses')).toBe('./.github/workflows/e2e.yml');
    expect(JSON.stringify(at(job('version'), 'steps'))).toContain('npm run release:check');
  });

  test('lets only the last job write, which runs no code of the project', () => {
    const writers = Object.entries(recordAt(release, 'jobs')).filter(
      ([, each]) => at(each, 'permissions', 'contents') === 'write',
    );
    expect(writers.map(([name]) => name)).toEqual(['publish']);
    expect(JSON.stringify(job('publish'))).not.toMatch(/actions\/checkout|npm|node /);
  });
});

describe('dependabot.yml', () => {
  test('updates the actions, the bundle and the n8n under test, after a cooldown', () => {
    const updates = listAt(parse(read('dependabot.yml')), 'updates');
    const ecosystems = updates.map((update) => `${at(update, 'package-ecosystem')} ${at(update, 'directory') ?? ''}`);
    expect(ecosystems).toEqual(['npm /', 'npm /e2e/n8n', 'github-actions ']);
    for (const update of updates) expect(at(update, 'cooldown', 'default-days')).toBe(7);
  });
});

describe('an issue form', () => {
  const forms = readdirSync(join(github, 'ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');

  test.each(forms)('%s has what GitHub requires', (name) => {
    const form: unknown = parse(read('ISSUE_TEMPLATE', name));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = listAt(form, 'body').filter((field) => at(field, 'type') !== 'markdown');
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(field).toMatchObject({ id: expect.stringMatching(/^[\w-]+$/), attributes: { label: expect.any(String) } });
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(at(field, 'type'));
    }
    const names = fields.flatMap((field) => [at(field, 'id'), at(field, 'attributes', 'label')]);
    expect(new Set(names).size).toBe(names.length);
  });
});
