import { describe, expect, test } from '@jest/globals';
import { isTouched } from '../../../src/deploy/apply/state.ts';
import { type StoredWorkflow, toStored } from '../../../src/deploy/match/stored.ts';
import { atRequest, changed, deploy, file } from '../../../support/apply.ts';
import { newest, node, publishedWorkflow, storedWorkflow } from '../../../support/deployment.ts';

const live = (workflow: StoredWorkflow | undefined) => workflow?.published?.nodes;

describe('if a write fails', () => {
  test('nothing has been published yet, and saved drafts are put back', async () => {
    const { n8n, changes, failedAt } = await deploy(
      [
        [file('A'), publishedWorkflow('A')],
        [file('B'), publishedWorkflow('B')],
      ],
      atRequest(/^update stored B/, 'refused'),
    );
    expect([changes, failedAt]).toEqual([['put back', 'failed'], 1]);
    for (const name of ['A', 'B']) {
      const stored = n8n.store.get(`stored ${name}`);
      expect([stored?.draft.nodes[0]?.['parameters'], live(stored)?.[0]?.['parameters']]).toEqual([{}, {}]);
    }
  });

  test('at publishing, what was published is put back, and what was created stays as a draft', async () => {
    const { n8n, changes, states } = await deploy(
      [[file('A'), publishedWorkflow('A')], [file('B')], [file('C'), publishedWorkflow('C')]],
      atRequest(/^publish stored C/, 'refused'),
    );
    expect(changes).toEqual(['put back', 'created', 'failed']);
    expect(states[1]?.remark).toBe('created, and left as an unpublished draft');
    expect(states.map(({ mayBeLive }) => mayBeLive)).toEqual([false, false, false]);
    expect(n8n.store.get('stored A')?.published?.versionId).toBe('v1');
    expect(n8n.store.get('new B')?.published).toBeUndefined();
    expect(n8n.writes.filter((write) => write.startsWith('unpublish'))).toEqual(['unpublish new B']);
  });

  test('what was created before another creation failed is reported as left in place', async () => {
    const { n8n, changes, states } = await deploy([[file('A')], [file('B')]], atRequest(/^create B/, 'refused'));
    expect(changes).toEqual(['created', 'failed']);
    expect(states.map(({ remark }) => remark)).toEqual(['created, and left as an unpublished draft', undefined]);
    expect(n8n.writes).toEqual(['create A']);
  });

  test('what n8n refused to publish for the first time is not unpublished', async () => {
    const { writes, states } = await deploy([[file('A')]], atRequest(/^publish/, 'refused'));
    expect([writes, states[0]?.remark]).toEqual([['create A'], 'created, and left as an unpublished draft']);
    expect(states[0]?.mayBeLive).toBe(false);
  });

  test('what may be published, because neither reply nor state is known, is unpublished', async () => {
    const { writes } = await deploy([[file('A')]], (request, nth) => {
      if (request === 'read new A' && nth > 1) return 'refused';
      return request.startsWith('publish') ? 'reply lost' : undefined;
    });
    expect(writes.at(-1)).toBe('unpublish new A');
  });

  test('what may be published, and could not be unpublished, may be live', async () => {
    const { states } = await deploy([[file('A')]], (request, nth) => {
      if (request === 'read new A' && nth > 1) return 'refused';
      return request.startsWith('publish') || request.startsWith('unpublish') ? 'lost' : undefined;
    });
    expect(states.map(({ mayBeLive, now }) => [mayBeLive, now?.published])).toEqual([[true, undefined]]);
  });

  test.each(['update', 'publish'])(
    'if n8n no longer accepts the key, what %s did not write is not reported as needing a look',
    async (kind) => {
      const unauthorized = new RegExp(`^(?:${kind} stored A|(?:read|update) .* 2$)`);
      const { changes, states } = await deploy(
        [[file('A'), kind === 'update' ? publishedWorkflow('A') : storedWorkflow('A', changed)]],
        atRequest(unauthorized, 'unauthorized'),
      );
      expect([changes, states[0]?.remark]).toEqual([['failed'], undefined]);
      expect(states.map(isTouched)).toEqual([false]);
    },
  );

  test('what could not be put back is reported', async () => {
    const { changes, states } = await deploy(
      [
        [file('A'), publishedWorkflow('A')],
        [file('B'), publishedWorkflow('B')],
      ],
      (request, nth) =>
        /^publish stored B/.test(request) || (request === 'update stored A' && nth === 2) ? 'refused' : undefined,
    );
    expect(changes).toEqual(['updated', 'failed']);
    expect(states[0]?.remark).toBe('the previous content could not be put back: n8n said no.');
  });

  test('without drafts, it is published with the name and description that it had', async () => {
    const ours = publishedWorkflow('A', {}, { name: 'octo/demo@123' });
    const { n8n, changes } = await deploy([[file('A'), ours], [file('B')]], atRequest(/^publish new B/, 'refused'), {
      ...newest,
      drafts: false,
    });
    expect(changes).toEqual(['put back', 'failed']);
    expect(n8n.store.get('stored A')?.published).toMatchObject({
      versionName: 'octo/demo@123',
      description: ours.published?.description,
      nodes: ours.published?.nodes,
    });
  });

  test('without drafts, what was only published is put back, too', async () => {
    const saved = publishedWorkflow('A', { ...changed, versionId: 'v2' }, { nodes: [node('First')] });
    const { writes, changes } = await deploy(
      [[file('A'), saved], [file('B')]],
      atRequest(/^publish new B/, 'refused'),
      {
        ...newest,
        drafts: false,
      },
    );
    expect(changes).toEqual(['put back', 'failed']);
    expect(writes).toEqual(['create B', 'publish stored A v2', 'publish stored A v1']);
  });

  test('without versions, it is activated again if n8n has deactivated it', async () => {
    const { n8n, changes } = await deploy(
      [[file('A'), publishedWorkflow('A')], [file('B')]],
      (request, nth, memory) => {
        const { row } = memory.store.get('stored A') ?? publishedWorkflow('A');
        if (request === 'update stored A' && nth === 2)
          memory.store.set('stored A', toStored({ ...row, active: false }));
        return request.startsWith('publish new B') ? 'refused' : undefined;
      },
      { ...newest, drafts: false, versions: false },
    );
    expect(changes).toEqual(['put back', 'failed']);
    expect(n8n.store.get('stored A')?.published).toBeDefined();
  });

  test('what could not be unpublished again is reported', async () => {
    const { states } = await deploy([[file('A')], [file('B')]], (request) =>
      /^(?:publish new B|unpublish)/.test(request) ? 'refused' : undefined,
    );
    expect(states[0]?.remark).toBe('it could not be unpublished again: n8n said no.');
  });

  test('settings are put back as far as n8n allows', async () => {
    const settings = { timezone: 'UTC', saveManualExecutions: true };
    const { n8n, states } = await deploy(
      [[file('A', { settings }), publishedWorkflow('A')]],
      atRequest(/^publish .* v2/, 'refused'),
    );
    expect(n8n.store.get('stored A')?.draft.settings['timezone']).toBe('DEFAULT');
    expect(states[0]?.remark).toBe('put back, except for settings that n8n cannot remove: saveManualExecutions');
  });

  test.each([[{}], [{ description: 'Before' }]])(
    'so is the description, also if there was none: %j',
    async (before) => {
      const { n8n, changes } = await deploy(
        [[file('A', { description: 'After' }), publishedWorkflow('A', before)]],
        atRequest(/^publish .* v2/, 'refused'),
      );
      expect(changes).toEqual(['failed']);
      expect(n8n.store.get('stored A')?.draft.description).toBe(publishedWorkflow('A', before).draft.description);
    },
  );

  test('a step that is cancelled writes nothing more, and puts back what it wrote', async () => {
    const job = new AbortController();
    const { writes, changes, interruption } = await deploy(
      [
        [file('A'), publishedWorkflow('A')],
        [file('B'), publishedWorkflow('B')],
      ],
      (request) => void (request === 'update stored A' && job.abort()),
      undefined,
      job.signal,
    );
    expect([writes, changes]).toEqual([
      ['update stored A', 'update stored A'],
      ['put back', 'failed'],
    ]);
    expect(interruption?.failure.message).toBe('The step was cancelled.');
  });

  test('what somebody unpublished at the same time stays unpublished', async () => {
    const { n8n, states, writes } = await deploy(
      [
        [file('A'), publishedWorkflow('A')],
        [file('B'), publishedWorkflow('B')],
      ],
      (request, _, memory) => {
        if (!request.startsWith('publish stored B')) return undefined;
        const { row } = memory.store.get('stored A') ?? publishedWorkflow('A');
        memory.store.set('stored A', toStored({ ...row, active: false, activeVersion: null }));
        return 'refused';
      },
    );
    expect(n8n.store.get('stored A')?.published).toBeUndefined();
    expect(states[0]?.remark).toBe('somebody else changed it at the same time, so it was left alone');
    expect(writes.slice(-1)).toEqual(['update stored B']);
  });

  test('what somebody unpublished before it was published is not published, and its draft is put back', async () => {
    const { n8n, interruption, writes } = await deploy(
      [[file('A'), publishedWorkflow('A')]],
      (request, nth, memory) => {
        if (request !== 'read stored A' || nth !== 2) return undefined;
        const { row } = memory.store.get('stored A') ?? publishedWorkflow('A');
        memory.store.set('stored A', toStored({ ...row, active: false, activeVersion: null }));
        return undefined;
      },
    );
    expect(interruption?.failure.message).toContain('a person changed it at the same time');
    expect(writes).toEqual(['update stored A', 'update stored A']);
    expect(n8n.store.get('stored A')?.published).toBeUndefined();
  });
});
