import { describe, expect, test } from '@jest/globals';
import { deployApi } from '../../src/deploy/n8n.ts';
import { newest } from '../../support/deployment.ts';
import { type Play, playApi } from '../../support/n8n-api.ts';
import { answer } from '../../support/server.ts';

const content = { name: 'Shop', nodes: [], connections: {}, settings: {}, description: 'Sells' };
async function played(play: Play) {
  const { api, server, asked } = await playApi(play);
  return { n8n: deployApi(api), asked, bodies: () => server.requests.map(({ body }) => body.toString()) };
}

describe('a list', () => {
  test('is read to its last page', async () => {
    const { n8n, asked } = await played((path) =>
      path.includes('cursor=a%3D')
        ? { data: [{ id: '2' }], nextCursor: null }
        : { data: [{ id: '1' }], nextCursor: 'a=' },
    );
    const list = await n8n.workflows();
    expect(list.ok && list.value.map(({ id }) => id)).toEqual(['1', '2']);
    expect(asked()).toHaveLength(2);
  });

  test('with a given name requests only that name', async () => {
    const { n8n, asked } = await played(() => ({ data: [], nextCursor: null }));
    await n8n.workflows('Shop & \ud800');
    expect(asked()).toEqual(['workflows?excludePinnedData=true&name=Shop%20%26%20%EF%BF%BD&limit=250']);
  });

  test('without an end is a failure', async () => {
    const { n8n } = await played(() => ({ data: [], nextCursor: 'again' }));
    expect(await n8n.credentials()).toMatchObject({ error: { code: 'api-unreadable' } });
  });
});

test.each([{}, { data: null }, { data: { id: '1' } }])(
  'a reply that is not a list is not an empty one: %j',
  async (reply) => {
    const { n8n } = await played(() => reply);
    expect(await n8n.workflows()).toMatchObject({ error: { code: 'api-unreadable', mayHaveArrived: false } });
  },
);

test.each([
  ['JSON of something else', 'api-unreadable', answer(200, '{"message":"ok"}')],
  ['JSON that was cut', 'api-unreadable', answer(200, '{"id":"1"')],
  ['a page', 'api-not-there', answer(200, '<html></html>')],
])('%s instead of a workflow does not show whether it was written', async (_, code, reply) => {
  const { n8n } = await played(() => reply);
  expect(await n8n.create(content)).toMatchObject({ error: { code, mayHaveArrived: true } });
  expect(await n8n.workflow('1')).toMatchObject({ error: { code, mayHaveArrived: false } });
});

test('a page that says that there is nothing shows that nothing was written', async () => {
  const { n8n } = await played(() => answer(405, '<html></html>'));
  expect(await n8n.create(content)).toMatchObject({ error: { code: 'api-not-there', mayHaveArrived: false } });
});

describe('what n8n can do', () => {
  test('is read even though n8n before 2.13 does not say what the key may do', async () => {
    const { n8n } = await played(() => undefined);
    expect(await n8n.ability()).toMatchObject({ value: { versions: false, drafts: false, publish: 'activate' } });
  });

  test('is not guessed if the key is refused', async () => {
    const { n8n } = await played(() => answer(401, '{"message":"Unauthorized"}'));
    expect(await n8n.ability()).toMatchObject({ error: { code: 'api-unauthorized' } });
  });
});

test('a draft is saved without publishing if n8n has drafts, and a creation has no description', async () => {
  const { n8n, asked, bodies } = await played(() => ({ id: '1' }));
  await n8n.update('1', content, newest);
  await n8n.update('1', content, { ...newest, drafts: false });
  await n8n.create(content);
  expect(asked()).toEqual(['workflows/1?publishIfActive=false', 'workflows/1', 'workflows']);
  expect(bodies().map((body) => JSON.parse(body).description)).toEqual(['Sells', 'Sells', undefined]);
});

test('the version that was saved is published, with its label, if n8n has versions', async () => {
  const { n8n, asked, bodies } = await played(() => ({ id: '1' }));
  const label = { name: 'octo/demo@abc', description: 'Deployed' };
  await n8n.publish('1', 'v2', label, newest);
  await n8n.publish('1', 'v2', label, { ...newest, versions: false, publish: 'activate' });
  expect(asked()).toEqual(['workflows/1/publish', 'workflows/1/activate']);
  expect(bodies().map((body) => JSON.parse(body))).toEqual([{ versionId: 'v2', ...label }, {}]);
});

test.each([
  ['of the version', { data: [{ versionId: 'v1' }, { versionId: 'v2', description: 'By hand' }] }, 'By hand'],
  ['of another version', { data: [{ versionId: 'v1', description: 'x' }] }, undefined],
  ['that n8n keeps no history of', undefined, undefined],
])('a description %s', async (_, history, description) => {
  const { n8n } = await played(() => history);
  expect(await n8n.versionDescription('1', 'v2')).toBe(description);
});
