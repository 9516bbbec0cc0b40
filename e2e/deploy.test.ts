// The second action from the first deployment to the smoke test of what was deployed, on the real n8n.
import { describe, expect, test } from '@jest/globals';
import { chain, form, schedule, set } from '../support/n8n/nodes.ts';
import { at, listAt } from '../support/shapes.ts';
import { runStep } from '../support/step.ts';
import {
  answering,
  answers,
  changes,
  deployed,
  deployFiles,
  deployment,
  failure,
  hasDrafts,
  hasVersions,
  named,
  newName,
  only,
  owner,
  settledAnswerAt,
  stored,
} from './deployment.ts';
import { apiKey, newestForm, newPath, run, since, succeeded, url } from './suite.ts';

describe('a deployment', () => {
  test('creates and publishes what is new, leaves alone what is the same, and writes what differs', async () => {
    const names = [newName('Shop'), newName('Stock')];
    const paths = [newPath(), newPath()];
    const files = (answer: number) => [
      answering(names[0] ?? '', paths[0] ?? '', answer),
      answering(names[1] ?? '', paths[1] ?? '', 1, { active: false }),
    ];
    const first = succeeded(await deployFiles(files(1)));
    const { id, versionId } = await only(names[0] ?? '');
    expect(deployed(first)).toEqual([
      {
        file: 'workflows/1.json',
        name: names[0],
        id,
        change: 'created',
        published: true,
        'version-id': versionId,
        'previous-version-id': '',
        url: `${url}/workflow/${id}`,
        webhooks: [{ node: 'Webhook', method: 'POST', url: `${url}/webhook/${paths[0]}` }],
      },
      expect.objectContaining({ file: 'workflows/2.json', change: 'created', published: false, webhooks: [] }),
    ]);
    await answers(paths[0] ?? '', 1);

    const second = succeeded(await deployFiles(files(1)));
    expect([changes(second), second.outputs['changed']]).toEqual([['unchanged', 'unchanged'], 'false']);
    expect((await only(names[0] ?? ''))['versionId']).toBe(versionId);

    const third = await deployFiles(files(2));
    expect([third.exitCode, changes(third), third.outputs['changed']]).toEqual([0, ['updated', 'unchanged'], 'true']);
    expect(third.visibleLog).toMatch(
      /updated +~1 +new version +Shop \w+ +workflows\/1\.json\n {4}~ Answer: jsonOutput/,
    );
    if (hasVersions) expect(deployed(third)[0]?.['previous-version-id']).toBe(versionId);
    await answers(paths[0] ?? '', 2);
  });

  since('2.0.0', 'versions with names').test('says in n8n which commit and run a version came from', async () => {
    const name = newName('Labelled');
    succeeded(await deployFiles([answering(name, newPath(), 1)]));
    expect(at(await only(name), 'activeVersion')).toMatchObject({
      name: 'octo/demo@ffac537',
      description:
        'Deployed from https://github.com/octo/demo/commit/ffac537e6cbbf934b08745a378932722df287a53 by https://github.com/octo/demo/actions/runs/7000000001',
    });
  });

  test('takes an export of all workflows, a byte order mark, and what the editor adds', async () => {
    const [one, other] = [newName('Exported'), newName('Archived')];
    const exported = {
      ...answering(one, newPath(), 1),
      id: 'from-elsewhere',
      versionId: 'x',
      meta: { instanceId: 'y' },
      tags: [{ id: '1', name: 'shop' }],
      pinData: { Answer: [{ json: { answer: 5 } }] },
      staticData: { 'node:Poll': { at: 1 } },
      shared: [{ role: 'workflow:owner' }],
      triggerCount: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    const list = JSON.stringify([exported, { ...answering(other, newPath(), 1), isArchived: true }], null, 2);
    const step = await runStep({
      ...deployment([]),
      files: { 'workflows/1.json': `\ufeff${list.replaceAll('\n', '\r\n')}` },
    });
    expect([step.exitCode, changes(step)]).toEqual([0, ['created']]);
    expect(failure(step)).toContain('is left out, because the file marks it as archived');
    expect(await only(one)).toMatchObject({ staticData: null, tags: [] });
    expect(await named(other)).toEqual([]);
  });

  since('2.13.0', 'descriptions over the API').test('brings a description along, and compares it', async () => {
    const [name, path] = [newName('Described'), newPath()];
    const file = (description: string) => answering(name, path, 1, { description });
    expect(changes(await deployFiles([file('First')]))).toEqual(['created']);
    expect(changes(await deployFiles([file('First')]))).toEqual(['unchanged']);
    expect(changes(await deployFiles([file('Second')]))).toEqual(['updated']);
    const { id } = await only(name);
    expect((await stored(id))['description']).toBe('Second');
  });

  test('outputs what the trigger needs for a smoke test', async () => {
    const [deployedRow] = deployed(succeeded(await deployFiles([answering(newName('Smoke'), newPath(), 1)])));
    const smoke = await run({ id: String(deployedRow?.['id']) }, { payload: '{"test": true}', route: 'webhook' });
    expect([smoke.exitCode, smoke.outputs['response-body']]).toEqual([0, '{"answer":1}']);
  });

  test('checks that forms are live, and reports that it cannot check schedules', async () => {
    const [formName, scheduleName, path] = [newName('Form'), newName('Schedule'), newPath()];
    const step = await deployFiles([
      { ...chain(formName, form(path, [], { typeVersion: newestForm() }), set('Result', { a: 1 })), active: true },
      { ...chain(scheduleName, schedule(), set('Result', { a: 1 })), active: true },
    ]);
    expect([step.exitCode, changes(step)]).toEqual([0, ['created', 'created']]);
    expect(listAt(deployed(step)[0], 'webhooks')).toMatchObject([
      { method: 'GET', url: `${url}/form/${path}` },
      { method: 'POST' },
    ]);
    expect(step.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['warning', expect.stringContaining(`"${scheduleName}": n8n's API does not show whether a schedule`)],
    ]);
  });

  test('says that webhooks could not be verified if their address leads elsewhere', async () => {
    const step = await deployFiles([answering(newName('Elsewhere'), newPath(), 1)], {
      'webhook-base': 'http://127.0.0.1:9/hooks',
    });
    expect([step.exitCode, step.annotations[0]?.level]).toEqual([0, 'warning']);
    expect(failure(step)).toContain('n8n did not reply at the webhook address');
  });

  test('leaves out files, and names patterns that match nothing', async () => {
    const [kept, left] = [newName('Kept'), newName('Left out')];
    const files = [answering(kept, newPath(), 1), answering(left, newPath(), 1)];
    const step = await deployFiles(files, { workflows: 'workflows/*.json\n!workflows/2.json' });
    expect(changes(succeeded(step))).toEqual(['created']);
    expect(await named(left)).toEqual([]);
    expect(failure(await deployFiles(files, { workflows: 'flows/*.json' }))).toContain('flows/*.json matches no file');
  });

  test('writes nothing in a dry run, with a key that only reads', async () => {
    const name = newName('Planned');
    const reads = await (await owner()).createApiKey(['workflow:list', 'workflow:read', 'credential:list']);
    const step = await deployFiles([answering(name, newPath(), 1)], { 'dry-run': 'true', 'secret-key': reads });
    expect([step.exitCode, changes(step), step.outputs['changed']]).toEqual([0, ['created'], 'true']);
    expect(step.visibleLog).toContain('This was a dry run: nothing was written.');
    expect(await named(name)).toEqual([]);
  });

  since('2.40.0', 'drafts of published workflows').test(
    'with publish: none saves drafts and changes nothing that runs',
    async () => {
      const [name, path] = [newName('Drafts'), newPath()];
      succeeded(await deployFiles([answering(name, path, 1)]));
      const step = succeeded(await deployFiles([answering(name, path, 2)], { publish: 'none' }));
      expect(changes(step)).toEqual(['updated']);
      expect(await settledAnswerAt(path)).toBe(1);
    },
  );
});

test('everything that is wrong is reported at once, and nothing is written', async () => {
  const good = newName('Good');
  const step = await runStep({
    ...deployment([]),
    files: {
      'workflows/1.json': '{\n  "name": "Broken",\n  "nodes": [,]\n}',
      'workflows/2.json': JSON.stringify([[answering('Nested', newPath(), 1)]]),
      'workflows/3.json': JSON.stringify(answering(good, newPath(), 1)),
      'workflows/4.json': JSON.stringify({ ...answering(good, newPath(), 2), connections: { Gone: { main: [[]] } } }),
      'workflows/5.json': '',
    },
  });
  const message = failure(step);
  expect(step.exitCode).toBe(1);
  expect(message).toContain('workflows/1.json:3: is not valid JSON at column 13');
  expect(message).toContain('workflows/2.json: entry 1 of the list is not a workflow: it is not an object');
  expect(message).toContain('has the same name as a workflow in workflows/3.json');
  expect(message).toContain('a connection starts at the node "Gone", which does not exist');
  expect(message).toContain('workflows/5.json: is empty');
  expect(message).toContain('Nothing was written.');
  expect(await named(good)).toEqual([]);
  expect(step.outputs).toMatchObject({ success: 'false', changed: 'false', workflows: '[]' });
});

test('neither log nor plan nor summary contains the key, parameter values or addresses of webhooks', async () => {
  const [name, path] = [newName('Discreet'), newPath()];
  const file = (secret: string) => {
    const workflow = answering(name, path, 1);
    return { ...workflow, nodes: [...workflow.nodes, { ...set('Config', { secret }), id: 'config' }] };
  };
  const steps = [await deployFiles([file('s3cret-one')]), await deployFiles([file('s3cret-two')])];
  for (const step of steps) {
    for (const text of [step.log.replace(/^::add-mask::.*$/gm, ''), step.outputs['plan'] ?? '', step.summary]) {
      for (const hidden of ['s3cret', path, apiKey]) expect(text).not.toContain(hidden);
    }
  }
  expect(steps[1]?.visibleLog).toContain('~ Config: jsonOutput');
});

test('a cancelled job leaves what runs as it was', async () => {
  const [name, path] = [newName('Cancelled'), newPath()];
  succeeded(await deployFiles([answering(name, path, 1)]));
  const controller = new AbortController();
  const others = Array.from({ length: 8 }, () => answering(newName('Beside'), newPath(), 1));
  const running = deployFiles([answering(name, path, 2), ...others], {}, { signal: controller.signal });
  setTimeout(() => controller.abort(), 450);
  const step = await running;
  expect(step.durationMs).toBeLessThan(9000);
  if (step.exitCode === 0) return;
  expect(failure(step)).toMatch(/cancelled/);
  expect(await settledAnswerAt(path)).toBe(1);
  if (hasDrafts) expect(changes(step)).not.toContain('updated');
});
