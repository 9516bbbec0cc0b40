// What goes wrong where people deploy workflows by hand, each tried on the real n8n.
import { describe, expect, test } from '@jest/globals';
import { calledByAnotherWorkflow, chain, httpRequest, schedule, set, webhook } from '../support/n8n/nodes.ts';
import { at, isRecord, listAt } from '../support/shapes.ts';
import {
  answering,
  answers,
  calls,
  changes,
  deployed,
  deployFiles,
  editByHand,
  failure,
  hasDrafts,
  hasVersions,
  isSettled,
  named,
  newName,
  only,
  owner,
  settledAnswerAt,
  stored,
} from './deployment.ts';
import { api, isSince, newPath, since, succeeded } from './suite.ts';

const nodeOf = (workflow: Record<string, unknown>, name: string): unknown =>
  listAt(workflow, 'nodes').find((node) => at(node, 'name') === name);

const nothingWritten = async (...names: string[]): Promise<void> => {
  for (const name of names) expect(await named(name)).toEqual([]);
};

test('a credential without an id is found by its name or refused, never left to n8n to choose', async () => {
  const [name, credential] = [newName('Credential'), newName('Key')];
  const id = await api.createCredential(credential, 'httpHeaderAuth', { name: 'X-Key', value: 'v' });
  const file = (given: unknown) => {
    const workflow = answering(name, newPath(), 1);
    workflow.nodes.push({
      ...httpRequest('Ask', 'http://127.0.0.1:9/'),
      credentials: { httpHeaderAuth: given as { id: string; name: string } },
    });
    return workflow;
  };
  const refused = await deployFiles([file({ name: 'no such one' })]);
  expect(failure(refused)).toMatch(
    /workflows\/1\.json:1: workflow "Credential .*", node "Ask": (?:n8n has no|whether n8n has the) credential "no such one" \(httpHeaderAuth\)/,
  );
  await nothingWritten(name);
  const mapped = await deployFiles([file({ name: 'no such one' })], {
    // Older n8n has no list of credentials in which to look for the name.
    credentials: `no such one=${isSince('2.8.0') ? credential : id}`,
    publish: 'none',
  });
  expect(changes(mapped)).toEqual(['created']);
  expect(at(nodeOf(await only(name), 'Ask'), 'credentials', 'httpHeaderAuth')).toEqual({ id, name: credential });
});

test('a schedule that can never run is refused', async () => {
  const name = newName('Bad cron');
  const trigger = schedule();
  trigger.parameters = { rule: { interval: [{ field: 'cronExpression', expression: 'not a cron' }] } };
  const step = await deployFiles([{ ...chain(name, trigger, set('Result', { a: 1 })), active: true }]);
  expect(failure(step)).toMatch(/node "Schedule Trigger": "not a cron" is not a cron expression/);
  await nothingWritten(name);
});

since('2.0.0', 'a publish that is refused leaves what runs').test(
  'a version that n8n refuses to publish is put back, saved and settings too',
  async () => {
    const [name, path] = [newName('Refused'), newPath()];
    const first = answering(name, path, 1);
    succeeded(await deployFiles([first]));
    const before = await only(name);
    const second = answering(name, path, 2, { settings: { executionOrder: 'v1', timezone: 'Asia/Tokyo' } });
    second.nodes.push(httpRequest('No address', ''));
    second.connections['Answer'] = { main: [[{ node: 'No address', type: 'main', index: 0 }]] };
    const step = await deployFiles([second]);
    expect(step.exitCode).toBe(1);
    expect(failure(step)).toMatch(/could not (?:publish|save) it.*Missing or invalid required parameters: url/);
    expect(failure(step)).toContain(`"${name}": put back as it was before.`);
    expect(changes(step)).toEqual(['failed']);
    const after = await only(name);
    expect([after['nodes'], at(after, 'settings', 'timezone')]).toEqual([before['nodes'], undefined]);
    expect(isSettled(after)).toBe(true);
    expect(await settledAnswerAt(path)).toBe(1);
  },
);

test('a webhook with a parameter in its path keeps its address, though the file has no webhook id', async () => {
  const [name, start] = [newName('Dynamic path'), newPath()];
  const file = (answer: number) => {
    const { webhookId: _, ...trigger } = webhook(`${start}/:id`, { responseMode: 'lastNode' });
    return { ...chain(name, { ...trigger, id: '' }, set('Answer', { answer })), active: true };
  };
  const [first] = deployed(succeeded(await deployFiles([file(1)])));
  const [second] = deployed(succeeded(await deployFiles([file(2)])));
  expect(at(listAt(first, 'webhooks')[0], 'url')).toMatch(/\/webhook\/[0-9a-f-]{36}\/hook-[0-9a-f-]+\/:id$/);
  expect(second).toMatchObject({ change: 'updated', webhooks: first?.['webhooks'] });
  const path = String(at(listAt(first, 'webhooks')[0], 'url')).replace(/^.*\/webhook\//, '');
  await answers(path.replace(':id', '7'), 2);
});

test('a setting that was removed from the file stays in n8n, and the plan says so', async () => {
  const [name, path] = [newName('Settings'), newPath()];
  succeeded(
    await deployFiles([answering(name, path, 1, { settings: { executionOrder: 'v1', executionTimeout: 60 } })]),
  );
  const step = await deployFiles([answering(name, path, 1, { settings: {} })]);
  expect(changes(succeeded(step))).toEqual(['unchanged']);
  expect(step.visibleLog).toContain('n8n keeps settings that the file does not have: executionTimeout');
  expect(at(await only(name), 'settings', 'executionTimeout')).toBe(60);
});

describe('a name', () => {
  test('is matched exactly, among workflows that are not archived', async () => {
    const name = newName('Alpha');
    const extra = await api.createWorkflow(strict(answering(`${name} extra`, newPath(), 1)));
    await api.createWorkflow(strict(answering(name.toLowerCase(), newPath(), 1)));
    const own = await api.createWorkflow(strict(answering(name, newPath(), 1)));
    const step = await deployFiles([answering(name, newPath(), 2, { active: false })]);
    expect(deployed(succeeded(step))).toMatchObject([{ id: own, change: 'updated' }]);
    expect(at(await stored(extra), 'name')).toBe(`${name} extra`);
  });

  test('that two workflows have is refused, with their ids', async () => {
    const name = newName('Twice');
    const ids = [
      await api.createWorkflow(strict(answering(name, newPath(), 1))),
      await api.createWorkflow(strict(answering(name, newPath(), 1))),
    ];
    const step = await deployFiles([answering(name, newPath(), 2)]);
    for (const id of ids) expect(failure(step)).toContain(id);
    expect(failure(step)).toContain('n8n has 2 workflows of this name');
    const chosen = await deployFiles([answering(name, newPath(), 2, { id: ids[1], active: false })]);
    expect(deployed(succeeded(chosen))).toMatchObject([{ id: ids[1], change: 'updated' }]);
  });
});

describe('a sub-workflow', () => {
  const caller = (name: string, id: unknown, mode?: string) => ({
    ...chain(name, webhook(newPath()), calls('Call', id, mode)),
    active: true,
  });

  test('from another n8n, or named by URL, is refused before anything is written', async () => {
    const [unknown, byUrl] = [newName('Unknown'), newName('By URL')];
    const step = await deployFiles([
      caller(unknown, 'no-such-id'),
      caller(byUrl, `http://127.0.0.1/workflow/x`, 'url'),
    ]);
    expect(failure(step)).toMatch(
      /node "Call": refers to the workflow no-such-id, which is neither among the files nor in n8n/,
    );
    expect(failure(step)).toContain('names its workflow by URL, which n8n refuses to publish');
    await nothingWritten(unknown, byUrl);
  });

  since('2.0.0', 'only published sub-workflows run').test(
    'in a circle of which none is published is refused',
    async () => {
      const [one, other] = [newName('Circle one'), newName('Circle other')];
      const step = await deployFiles([
        { ...caller(one, 'other-id'), id: 'one-id' },
        { ...caller(other, 'one-id'), id: 'other-id' },
      ]);
      expect(failure(step)).toContain('call each other in a circle');
      await nothingWritten(one, other);
    },
  );

  test('in the files is published first, under the id that it has here, and runs', async () => {
    const [main, sub, path] = [newName('Main'), newName('Sub'), newPath()];
    const files = [
      { ...chain(main, webhook(path, { responseMode: 'lastNode' }), calls('Call', 'sub-there')), active: true },
      { ...chain(sub, calledByAnotherWorkflow(), set('Answer', { answer: 7 })), id: 'sub-there', active: false },
    ];
    const step = succeeded(await deployFiles(files));
    const [{ id: _, ...mainRow } = {}, subRow] = deployed(step);
    expect([mainRow['change'], subRow?.['change'], subRow?.['published']]).toEqual(['created', 'created', hasVersions]);
    expect(at(nodeOf(await only(main), 'Call'), 'parameters', 'workflowId', 'value')).toBe(subRow?.['id']);
    await answers(path, 7);
    expect(changes(succeeded(await deployFiles(files)))).toEqual(['unchanged', 'unchanged']);
  });
});

test('an error workflow of the files is published along with what uses it', async () => {
  const [main, error] = [newName('Fails'), newName('On error')];
  const onError = {
    ...schedule(),
    type: 'n8n-nodes-base.errorTrigger',
    typeVersion: 1,
    parameters: {},
    name: 'Error Trigger',
  };
  const files = [
    answering(main, newPath(), 1, { settings: { executionOrder: 'v1', errorWorkflow: 'error-there' } }),
    { ...chain(error, onError, set('Note', { noted: true })), id: 'error-there' },
  ];
  const step = succeeded(await deployFiles(files));
  const errorId = deployed(step)[1]?.['id'];
  expect(at(await only(main), 'settings', 'errorWorkflow')).toBe(errorId);
  expect(Boolean(at(await stored(errorId), 'active'))).toBe(hasVersions);
});

test('static data of production is not touched', async () => {
  const [name, path] = [newName('Static data'), newPath()];
  succeeded(await deployFiles([answering(name, path, 1)]));
  const { id, nodes, connections, settings } = await only(name);
  const staticData = { 'node:Poll': { lastId: 42 } };
  await api.request('PUT', `/workflows/${id}`, { name, nodes, connections, settings, staticData });
  const before = (await stored(id))['staticData'];
  const step = await deployFiles(
    [answering(name, path, 2, { staticData: { 'node:Poll': { lastId: 1 } }, pinData: { Answer: [] } })],
    {
      'on-drift': 'overwrite',
    },
  );
  expect(changes(step)).toEqual(['updated']);
  expect([before, (await stored(id))['staticData']]).toEqual([staticData, staticData]);
});

since('2.0.0', 'drafts beside what is published').describe('drift', () => {
  test('somebody saved changes in the editor: nothing is written until they may be overwritten', async () => {
    const [name, path] = [newName('Edited'), newPath()];
    succeeded(await deployFiles([answering(name, path, 1)]));
    const { id, nodes } = await only(name);
    const edited = (Array.isArray(nodes) ? nodes : []).map((node) =>
      isRecord(node) && node['name'] === 'Answer' ? { ...node, notes: 'by hand' } : node,
    );
    await editByHand(id, edited);
    const unchanged = await deployFiles([answering(name, path, 1)]);
    expect([unchanged.exitCode, changes(unchanged), unchanged.annotations[0]?.level]).toEqual([
      0,
      ['unchanged'],
      'warning',
    ]);
    const step = await deployFiles([answering(name, path, 2)]);
    expect(failure(step)).toMatch(/drift: somebody saved changes in n8n.*Nothing was written/s);
    expect(at(nodeOf(await stored(id), 'Answer'), 'notes')).toBe('by hand');
    const planned = await deployFiles([answering(name, path, 2)], { 'dry-run': 'true' });
    expect([planned.exitCode, planned.outputs['plan']?.includes('drift')]).toEqual([0, true]);
    const forced = await deployFiles([answering(name, path, 2)], { 'on-drift': 'overwrite' });
    expect([forced.exitCode, changes(forced)]).toEqual([0, ['updated']]);
    await answers(path, 2);
  });

  test('a workflow that was made by hand is taken over once, by overwriting', async () => {
    const [name, path] = [newName('By hand'), newPath()];
    const id = await api.createWorkflow(strict(answering(name, path, 1)));
    await api.publish(id);
    const step = await deployFiles([answering(name, path, 2)]);
    expect(failure(step)).toContain('was not deployed from this repository');
    expect((await deployFiles([answering(name, path, 2)], { 'on-drift': 'overwrite' })).exitCode).toBe(0);
    expect(changes(succeeded(await deployFiles([answering(name, path, 3)])))).toEqual(['updated']);
  });

  since('2.33.0', 'versions that can be published over the API').test(
    'somebody published an older version: the same commit does not put the newer one live again',
    async () => {
      const [name, path] = [newName('Rolled back'), newPath()];
      succeeded(await deployFiles([answering(name, path, 1)]));
      const { id, versionId } = await only(name);
      succeeded(await deployFiles([answering(name, path, 2)]));
      await api.request('POST', `/workflows/${id}/publish`, { versionId });
      const step = await deployFiles([answering(name, path, 2)]);
      expect(failure(step)).toContain('drift: ');
      expect(await settledAnswerAt(path)).toBe(1);
    },
  );
});

test('when two deployments run at the same time, one wins as a whole, or both report that neither did', async () => {
  const [name, path] = [newName('Race'), newPath()];
  succeeded(await deployFiles([answering(name, path, 1)]));
  const steps = await Promise.all([2, 3].map((number) => deployFiles([answering(name, path, number)])));
  const answer = await settledAnswerAt(path);
  const winners = steps.flatMap((step, index) => (step.exitCode === 0 ? [index + 2] : []));
  expect(winners.length > 0 ? winners : [1, 2, 3]).toContain(answer);
  for (const step of steps) {
    if (step.exitCode !== 0)
      expect(failure(step)).toMatch(/same time|drift|deployment to n8n failed|different content/);
  }
  if (hasDrafts) expect(isSettled(await only(name))).toBe(true);
});

describe('a path that is taken', () => {
  test('by another file is refused', async () => {
    const [one, other, path] = [newName('One'), newName('Other'), newPath()];
    const step = await deployFiles([answering(one, path, 1), answering(other, path, 2)]);
    expect(failure(step)).toMatch(
      /workflows\/2\.json:1: workflow "Other .*", node "Webhook": uses the same path and method \(POST\) as the node "Webhook" of the workflow "One .*" in workflows\/1\.json/,
    );
    expect(failure(step)).not.toContain(path);
    await nothingWritten(one, other);
  });

  test('by a workflow that only n8n has is refused, and names it', async () => {
    const [holder, name, path] = [newName('Holder'), newName('Late'), newPath()];
    await api.deploy(strict(answering(holder, path, 1)));
    const step = await deployFiles([answering(name, path, 2)]);
    expect(failure(step)).toContain(`of the workflow "${holder}"`);
    await nothingWritten(name);
  });
});

since('2.13.0', 'keys that tell their scopes').test(
  'a key without a scope is reported before anything is written',
  async () => {
    const name = newName('No right');
    const key = await (await owner()).createApiKey([
      'workflow:list',
      'workflow:read',
      'workflow:create',
      'workflow:update',
    ]);
    const step = await deployFiles([answering(name, newPath(), 1)], { 'secret-key': key });
    expect(failure(step)).toContain('secret-key: lacks the scope workflow:activate');
    await nothingWritten(name);
    const plan = await deployFiles([answering(name, newPath(), 1)], { 'secret-key': key, 'dry-run': 'true' });
    expect([plan.exitCode, plan.outputs['success']]).toEqual([0, 'true']);
    expect(plan.outputs['plan']).toContain('lacks the scope');
  },
);

/** What the API takes of a file. */
function strict({ name, nodes, connections, settings }: ReturnType<typeof answering>) {
  return { name, nodes, connections, settings };
}
