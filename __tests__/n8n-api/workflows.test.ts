import { describe, expect, test } from '@jest/globals';
import { readWorkflow, workflowAt } from '../../src/n8n-api/workflows.ts';
import { playApi, workflow } from '../../support/n8n-api.ts';
import { answer } from '../../support/server.ts';

const call = { url: new URL('https://n8n.test/webhook/deploy'), method: 'POST' };

describe('the workflow at a URL', () => {
  test('is the one with exactly this path', async () => {
    const data = [workflow('w1', 'team/deploy'), workflow('w2', 'deploy'), workflow('w3', 'deploy/more')];
    const { api } = await playApi(() => ({ data, nextCursor: null }));
    expect(await workflowAt(api, call, undefined, {})).toMatchObject({ id: 'w2' });
    const other = { ...call, url: new URL('https://n8n.test/webhook/team1/deploy') };
    expect(await workflowAt(api, other, undefined, {})).toBeUndefined();
  });

  test('is found on a later page', async () => {
    const { api, asked } = await playApi((path) =>
      path.includes('cursor=')
        ? { data: [workflow('w2', 'deploy')], nextCursor: null }
        : { data: [workflow('w1', 'other')], nextCursor: 'next/page' },
    );
    expect(await workflowAt(api, call, undefined, {})).toMatchObject({ id: 'w2' });
    expect(asked()[1]).toContain('cursor=next%2Fpage');
  });

  test('is unknown if two fit, however many more there are', async () => {
    const data = Array.from({ length: 200_000 }, () => workflow('w', 'deploy'));
    const { api, asked } = await playApi(() => ({ data, nextCursor: 'more' }));
    expect(await workflowAt(api, call, undefined, {})).toBeUndefined();
    expect(asked()).toHaveLength(1);
  });

  test('is not known if there are more pages than are read, as another one there may fit, too', async () => {
    const { api, asked } = await playApi((path) => ({
      data: path.includes('cursor=') ? [] : [workflow('w2', 'deploy')],
      nextCursor: 'more',
    }));
    expect(await workflowAt(api, call, undefined, {})).toBeUndefined();
    expect(asked()).toHaveLength(8);
  });

  test('is the named one, if it serves that URL', async () => {
    const { api } = await playApi((path) => workflow('w1', path.includes('w1') ? 'deploy' : 'other'));
    expect(await workflowAt(api, call, 'w1', {})).toMatchObject({ id: 'w1' });
    expect(await workflowAt(api, call, 'w2', {})).toBeUndefined();
  });
});

test('a workflow that is not found is named', async () => {
  const { api } = await playApi(() => answer(404, '{"message":"Not Found"}'));
  expect(await readWorkflow(api, 'aBc')).toMatchObject({
    error: { code: 'api-not-found', message: expect.stringContaining('the workflow aBc') },
  });
});
