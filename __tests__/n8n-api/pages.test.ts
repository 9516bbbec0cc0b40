import { describe, expect, test } from '@jest/globals';
import { pagesOf } from '../../src/n8n-api/pages.ts';
import { say } from '../../src/text/safe.ts';
import { type Play, playApi } from '../../support/n8n-api.ts';

const subject = { thing: say`the list of things`, scope: say`thing:list` };

async function pages(play: Play, most = 3) {
  const { api, asked } = await playApi(play);
  const read = [];
  for await (const page of pagesOf(api, 'things?active=true&', subject, most)) {
    read.push(page.ok ? page.value.map(({ id }) => id) : page.error.message);
  }
  return { read, asked: asked() };
}

describe('a list', () => {
  test('ends with its last page', async () => {
    const { read, asked } = await pages((path) =>
      path.includes('cursor=') ? { data: [{ id: 2 }, 'x'] } : { data: [{ id: 1 }], nextCursor: 'a=' },
    );
    expect(read).toEqual([[1], [2]]);
    expect(asked).toEqual(['things?active=true&limit=250', 'things?active=true&limit=250&cursor=a%3D']);
  });

  test('ends with a failure if there are more pages than are read', async () => {
    const { read } = await pages(() => ({ data: [{ id: 1 }], nextCursor: 'more' }), 2);
    expect(read).toEqual([[1], [1], "n8n's API returned the list of things without an end."]);
  });

  test.each([{}, { data: null }, { data: { id: '1' } }])('is not taken for an empty one: %j', async (reply) => {
    const { read } = await pages(() => reply);
    expect(read).toEqual([expect.stringContaining('the list of things in a form that cannot be read')]);
  });
});
