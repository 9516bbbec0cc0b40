import { describe, expect, test } from '@jest/globals';
import type { Ability } from '../../../src/deploy/match/ability.ts';
import type { StoredWorkflow } from '../../../src/deploy/match/stored.ts';
import { atRequest, deploy, file } from '../../../support/apply.ts';
import {
  fileWorkflow,
  newest,
  node,
  publishedWorkflow,
  storedWorkflow,
  webhookNode,
} from '../../../support/deployment.ts';

const somebodys = publishedWorkflow('A', { versionId: 'v9', nodes: [node('Theirs')] }, { versionId: 'v9' });
const live = (workflow: StoredWorkflow | undefined) => workflow?.published?.nodes;
describe('a plan is carried out', () => {
  test('with all that is new first, then all drafts, then one publication after the other', async () => {
    const { writes, changes, setback, n8n } = await deploy([[file('A'), publishedWorkflow('A')], [file('B')]]);
    expect(writes).toEqual(['create B', 'update stored A', 'publish stored A v3', 'publish new B v2'].sort(byKind));
    expect([changes, setback]).toEqual([['updated', 'created'], undefined]);
    expect(live(n8n.store.get('stored A'))?.[0]).toMatchObject({ parameters: { a: 1 } });
  });

  test('and each write is in the log with its time', async () => {
    const { log } = await deploy([[file('A'), publishedWorkflow('A')]]);
    expect(log).toEqual(['info: A: saved in 0 ms', 'info: A: published in 0 ms']);
  });

  test('without a write where everything is as it should be', async () => {
    const { writes, changes } = await deploy([[fileWorkflow('A'), publishedWorkflow('A')]]);
    expect([writes, changes]).toEqual([[], ['unchanged']]);
  });
});

/** Creating, saving, publishing: the order of the steps. */
const KINDS = ['create', 'update', 'publish'];
function byKind(one: string, other: string): number {
  return KINDS.indexOf(one.split(' ')[0] ?? '') - KINDS.indexOf(other.split(' ')[0] ?? '');
}

test('cancelled after publishing, it says that nothing was verified, and puts nothing back', async () => {
  const job = new AbortController();
  const { changes, setback, unverified, writes } = await deploy(
    [[fileWorkflow('A', { active: true, nodes: [webhookNode('a')] })]],
    (request) => void (/^publish/.test(request) && job.abort()),
    newest,
    job.signal,
  );
  expect([changes, setback, writes.length]).toEqual([['created'], undefined, 2]);
  expect(unverified).toEqual([
    expect.stringMatching(/^The step was cancelled before it could check the webhooks of "A"\./),
  ]);
});

describe('where a write fails', () => {
  test('nothing has been published yet, and saved drafts are put back', async () => {
    const { n8n, changes, setback } = await deploy(
      [
        [file('A'), publishedWorkflow('A')],
        [file('B'), publishedWorkflow('B')],
      ],
      atRequest(/^update stored B/, 'refused'),
    );
    expect([changes, setback?.place]).toEqual([['put back', 'failed'], 1]);
    for (const name of ['A', 'B']) {
      const stored = n8n.store.get(`stored ${name}`);
      expect([stored?.draft.nodes[0]?.['parameters'], live(stored)?.[0]?.['parameters']]).toEqual([{}, {}]);
    }
  });

  test('at publishing, what was published is put back, and what was created stays as a draft', async () => {
    const { n8n, changes, standings } = await deploy(
      [[file('A'), publishedWorkflow('A')], [file('B')], [file('C'), publishedWorkflow('C')]],
      atRequest(/^publish stored C/, 'refused'),
    );
    expect(changes).toEqual(['put back', 'created', 'failed']);
    expect(standings[1]?.remark).toBe('created, and left as an unpublished draft');
    expect(n8n.store.get('stored A')?.published?.versionId).toBe('v1');
    expect(n8n.store.get('new B')?.published).toBeUndefined();
    expect(n8n.writes.filter((write) => write.startsWith('unpublish'))).toEqual(['unpublish new B']);
  });

  test('what was created before another could not be is said to stay', async () => {
    const { n8n, changes, standings } = await deploy([[file('A')], [file('B')]], atRequest(/^create B/, 'refused'));
    expect(changes).toEqual(['created', 'failed']);
    expect(standings.map(({ remark }) => remark)).toEqual(['created, and left as an unpublished draft', undefined]);
    expect(n8n.writes).toEqual(['create A']);
  });

  test('what n8n refused to publish for the first time is not unpublished', async () => {
    const { writes, standings } = await deploy([[file('A')]], atRequest(/^publish/, 'refused'));
    expect([writes, standings[0]?.remark]).toEqual([['create A'], 'created, and left as an unpublished draft']);
  });

  test('what may be published, because neither reply nor state is known, is unpublished', async () => {
    const { writes } = await deploy([[file('A')]], (request, nth) => {
      if (request === 'read new A' && nth > 1) return 'refused';
      return request.startsWith('publish') ? 'reply lost' : undefined;
    });
    expect(writes.at(-1)).toBe('unpublish new A');
  });

  test('what could not be put back is reported', async () => {
    const { changes, standings } = await deploy(
      [
        [file('A'), publishedWorkflow('A')],
        [file('B'), publishedWorkflow('B')],
      ],
      (request, nth) =>
        /^publish stored B/.test(request) || (request === 'update stored A' && nth === 2) ? 'refused' : undefined,
    );
    expect(changes).toEqual(['updated', 'failed']);
    expect(standings[0]?.remark).toBe('the previous content could not be put back: n8n said no.');
  });

  test('settings are put back as far as n8n takes them back', async () => {
    const settings = { timezone: 'UTC', saveManualExecutions: true };
    const { n8n, standings } = await deploy(
      [[file('A', { settings }), publishedWorkflow('A')]],
      atRequest(/^publish .* v2/, 'refused'),
    );
    expect(n8n.store.get('stored A')?.draft.settings['timezone']).toBe('DEFAULT');
    expect(standings[0]?.remark).toBe('put back, except for settings that n8n cannot remove: saveManualExecutions');
  });
});

describe('a reply that is lost', () => {
  test.each(['update', 'publish'])(
    'of %s is sent again where n8n shows that nothing arrived, with a bound',
    async (kind) => {
      const pairs = [[file('A'), publishedWorkflow('A')]] as const;
      const { writes, setback } = await deploy(pairs, atRequest(new RegExp(`^${kind} stored A`), 'lost', 2));
      expect([writes, setback]).toEqual([['update stored A', 'publish stored A v2'], undefined]);
      const failing = await deploy(pairs, atRequest(new RegExp(`^${kind} stored A`), 'lost', 3));
      expect(failing.setback?.failure.code).toBe('api-unreachable');
    },
  );

  test.each(['update', 'publish'])('of %s is looked into', async (kind) => {
    const { writes, setback } = await deploy(
      [[file('A'), publishedWorkflow('A')]],
      atRequest(new RegExp(`^${kind}`), 'reply lost'),
    );
    expect([writes, setback]).toEqual([['update stored A', 'publish stored A v2'], undefined]);
  });
});

test('somebody who saves or publishes at the same time is noticed, and what they did is left', async () => {
  const { setback, changes, standings, writes } = await deploy(
    [[file('A'), publishedWorkflow('A')]],
    (request, nth, n8n) => {
      if (request === 'read stored A' && nth === 2) n8n.store.set('stored A', somebodys);
      return undefined;
    },
  );
  expect([setback?.failure.message, changes]).toEqual([expect.stringContaining('at the same time'), ['failed']]);
  expect(standings[0]?.remark).toContain('somebody else changed it');
  expect(writes).toEqual(['update stored A', 'publish stored A v2']);
});

test('a draft that n8n took and did not save is noticed before anything is published', async () => {
  const { setback, writes } = await deploy([[file('A'), publishedWorkflow('A')]], (request, nth, n8n) => {
    if (request === 'read stored A' && nth === 1) n8n.store.set('stored A', publishedWorkflow('A'));
    return undefined;
  });
  expect([setback?.doing, writes.filter((write) => write.startsWith('publish'))]).toEqual(['compare it', []]);
});

test('without drafts, what is saved is live, and is put back by saving what was there', async () => {
  const old: Ability = { ...newest, drafts: false };
  const { writes, n8n } = await deploy(
    [
      [file('A'), publishedWorkflow('A')],
      [file('B'), publishedWorkflow('B')],
    ],
    atRequest(/^update stored B/, 'refused'),
    old,
  );
  expect(writes).toEqual(['update stored A', 'update stored B', 'update stored A']);
  expect(live(n8n.store.get('stored A'))?.[0]?.['parameters']).toEqual({});
});

test('before versions, a workflow that runs is not published again, and one that does not is activated', async () => {
  const oldest: Ability = { ...newest, drafts: false, versions: false };
  const { writes } = await deploy(
    [
      [file('A'), publishedWorkflow('A')],
      [file('B'), storedWorkflow('B')],
    ],
    undefined,
    oldest,
  );
  expect(writes).toEqual(['update stored A', 'update stored B', 'publish stored B v3']);
});
