import { describe, expect, test } from '@jest/globals';
import { rolledBack, survey, withDescriptions } from '../../../src/deploy/match/survey.ts';
import { failed, ok } from '../../../src/text/result.ts';
import { fileWorkflow, matchOf, node, publishedWorkflow } from '../../../support/deployment.ts';
import { memoryN8n, refusal } from '../../../support/memory-n8n.ts';

const credentials = { httpHeaderAuth: { id: 'c', name: 'Key' } };
const file = fileWorkflow('A', { nodes: [node('Ask', { credentials })] });
const stored = publishedWorkflow('A', { nodes: [node('Ask', { credentials })] });

describe('credentials', () => {
  test('are all those that n8n lists', async () => {
    const listed = [{ id: 'd', name: 'Other', type: 'httpHeaderAuth' }];
    const known = await survey({ ...memoryN8n([stored]), credentials: async () => ok(listed) }, [file]);
    expect(known).toMatchObject({ value: { known: { credentials: listed, complete: true } } });
  });

  test('are those in use if n8n does not list them', async () => {
    const known = await survey({ ...memoryN8n([stored]), credentials: async () => failed(refusal) }, [file]);
    expect(known).toMatchObject({
      value: { known: { credentials: [{ id: 'c', name: 'Key', type: 'httpHeaderAuth' }], complete: false } },
    });
  });

  test('are not requested if no file names any', async () => {
    const n8n = { ...memoryN8n([]), credentials: () => Promise.reject(new Error('asked')) };
    expect(await survey(n8n, [fileWorkflow('A')])).toMatchObject({ ok: true });
  });
});

test('an n8n that fails is reported once', async () => {
  const n8n = { ...memoryN8n([]), ability: async () => failed(refusal), workflows: async () => failed(refusal) };
  expect(await survey(n8n, [])).toEqual(failed(['n8n said no.']));
});

test('only workflows whose description is to be compared are read again', async () => {
  const described = publishedWorkflow('B', { description: 'Sells' });
  const matches = [matchOf(file, stored), matchOf(fileWorkflow('B', { description: 'Buys' }), described)];
  const n8n = {
    ...memoryN8n([described]),
    workflow: async (id: string) => (id === described.id ? ok(described) : failed(refusal)),
  };
  expect(await withDescriptions(n8n, matches)).toEqual(ok(matches));
  expect(await withDescriptions({ ...n8n, workflow: async () => failed(refusal) }, matches)).toEqual(
    failed('n8n said no.'),
  );
});

test('a saved version that was published from here before the present one counts as rolled back', async () => {
  const behind = (name: string) => matchOf(fileWorkflow(name), publishedWorkflow(name, { versionId: 'v2' }));
  const matches = [behind('A'), behind('B'), matchOf(fileWorkflow('C'), publishedWorkflow('C'))];
  const n8n = {
    ...memoryN8n([]),
    versionDescription: async (id: string) => (id === 'stored B' ? undefined : 'Deployed'),
  };
  expect(await rolledBack(n8n, matches, (description) => description?.startsWith('Deployed') === true)).toEqual(
    new Set(['stored A']),
  );
});
