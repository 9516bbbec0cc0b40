import { describe, expect, test } from '@jest/globals';
import { matchAll } from '../../../src/deploy/match/match.ts';
import { fileWorkflow, publishedWorkflow, show, storedWorkflow } from '../../../support/deployment.ts';

const none = () => false;
const matched = (...given: Parameters<typeof matchAll>) => {
  const result = matchAll(...given);
  if (!result.ok) throw new Error(result.error.join('\n'));
  return result.value.map(({ stored, note }) => [stored?.id, note]);
};
const refused = (...given: Parameters<typeof matchAll>) => {
  const result = matchAll(...given);
  return result.ok ? [] : result.error;
};

describe('a workflow in the files', () => {
  test('matches the one in n8n that has its id and its name', () => {
    const stored = [storedWorkflow('Shop', { id: 'a' }), storedWorkflow('Shop', { id: 'b' })];
    expect(matched([fileWorkflow('Shop', { id: 'b' })], stored, none, show)).toEqual([['b', undefined]]);
  });

  test('matches the one that has its id and another name, if that was deployed from here', () => {
    const stored = [publishedWorkflow('Old name', { id: 'a' })];
    expect(matched([fileWorkflow('New name', { id: 'a' })], stored, () => true, show)).toEqual([['a', undefined]]);
  });

  test('becomes a new one if its id belongs to something else, which is reported', () => {
    const [[id, note] = []] = matched(
      [fileWorkflow('Shop', { id: 'a' })],
      [storedWorkflow('Other', { id: 'a' })],
      none,
      show,
    );
    expect([id, note]).toEqual([undefined, expect.stringContaining('in n8n, the file\'s id belongs to "Other"')]);
  });

  test('matches the only one of exactly its name that is not archived', () => {
    const stored = [
      storedWorkflow('shop', { id: 'a' }),
      storedWorkflow('Shop extra', { id: 'b' }),
      storedWorkflow('Shop', { id: 'c', isArchived: true }),
      storedWorkflow('Shop', { id: 'd' }),
    ];
    expect(matched([fileWorkflow('Shop', { id: 'elsewhere' })], stored, none, show)).toEqual([['d', undefined]]);
    expect(matched([fileWorkflow('Shop')], stored.slice(0, 2), none, show)).toEqual([[undefined, undefined]]);
    expect(matched([fileWorkflow('Shop')], stored.slice(0, 3), none, show)).toEqual([
      [undefined, "n8n's workflow of this name (c) is archived, so a new one is created"],
    ]);
  });
});

describe('a workflow is refused', () => {
  test('if n8n has it in the archive', () => {
    const stored = [storedWorkflow('Shop', { id: 'a', isArchived: true })];
    expect(refused([fileWorkflow('Shop', { id: 'a' })], stored, none, show)).toEqual([
      'workflows/Shop.json: workflow "Shop": is archived in n8n (a). Unarchive it there, or remove the id from the file to create a new one.',
    ]);
  });

  test('if n8n has its name twice', () => {
    const stored = ['a', 'b'].map((id) => storedWorkflow('Shop', { id }));
    expect(refused([fileWorkflow('Shop')], stored, none, show)).toEqual([
      expect.stringContaining('2 workflows of this name: a, b.'),
    ]);
  });

  test('if another file matches the same one in n8n', () => {
    const files = [fileWorkflow('Shop'), fileWorkflow('Renamed', { id: 'a' })];
    expect(refused(files, [publishedWorkflow('Shop', { id: 'a' })], () => true, show)).toEqual([
      expect.stringContaining('is the workflow a in n8n, as is "Shop" in workflows/Shop.json'),
    ]);
  });
});
