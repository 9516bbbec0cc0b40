import { expect, test } from '@jest/globals';
import { readUnlisted } from '../../src/n8n-api/unlisted.ts';
import { type Play, playApi, playing, row } from '../../support/n8n-api.ts';
import { answer } from '../../support/server.ts';
import { triggered } from '../../support/triggered.ts';

const idsIn = (path: string) => /^executions\/(\d+)/.exec(path)?.[1];

/** Plays executions; its lists have only these. */
const hiding =
  (ids: readonly number[], listed: readonly number[]): Play =>
  (path, method) =>
    playing((idsIn(path) === undefined ? listed : ids).map((id) => row(id)))(path, method);

const read = async (play: Play, afterId: number | undefined) => {
  const { api, asked } = await playApi(play);
  const found = await readUnlisted(api, triggered({ afterId }), {});
  return {
    ids: found?.map(({ execution }) => Number(execution.id)),
    asked: asked().flatMap((path) => idsIn(path) ?? []),
  };
};

test('ids from the call to twenty beyond the newest are read, except those listed', async () => {
  const { ids, asked } = await read(hiding([11, 12, 14, 20], [10, 12]), 10);
  expect(ids).toEqual([11, 14, 20]);
  expect(asked.map(Number)).toEqual([11, ...Array.from({ length: 28 }, (_, n) => 13 + n)]);
});

test('too many ids are not requested', async () => {
  const { ids, asked } = await read(hiding([], [500]), 10);
  expect(ids).toBeUndefined();
  expect(asked).toEqual([]);
});

test('an id that is not a safe integer does no harm', async () => {
  const { ids } = await read(
    (path) => (path.startsWith('executions?') ? { data: [row(1), { ...row(1), id: '9007199254740992' }] } : undefined),
    0,
  );
  expect(ids).toEqual([]);
  const largest = Number.MAX_SAFE_INTEGER;
  expect((await read(hiding([], [largest]), largest - 1)).ids).toEqual([]);
});

test('an execution that cannot be read leaves the question open', async () => {
  const forbidden = answer(403, '{"message":"Forbidden"}');
  expect((await read(() => forbidden, 0)).ids).toBeUndefined();
  const { ids } = await read((path, method) => (idsIn(path) ? forbidden : hiding([], [1])(path, method)), 0);
  expect(ids).toBeUndefined();
});
