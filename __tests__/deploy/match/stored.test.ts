import { expect, test } from '@jest/globals';
import { toStored } from '../../../src/deploy/match/stored.ts';

const row = { id: '1', name: 'Shop', active: true, versionId: 'v2', nodes: [{ name: 'New' }], connections: {} };
const activeVersion = { versionId: 'v1', nodes: [{ name: 'Old' }], connections: {}, description: 'Deployed' };

test('what is published is read apart from what is saved', () => {
  const { draft, versionId, published } = toStored({ ...row, activeVersion });
  expect([draft.nodes, versionId]).toEqual([[{ name: 'New' }], 'v2']);
  expect(published).toEqual({ ...activeVersion, nodes: [{ name: 'Old' }] });
});

test('on n8n without versions, what is saved runs', () => {
  expect(toStored(row).published).toMatchObject({ versionId: 'v2', nodes: [{ name: 'New' }], description: undefined });
});

test('a version that n8n remembers for an inactive workflow is not published', () => {
  expect(toStored({ ...row, active: false, activeVersion }).published).toBeUndefined();
});

test('members of an unexpected form are empty', () => {
  expect(toStored({ nodes: 'x', connections: [], settings: null, isArchived: 'yes' })).toMatchObject({
    id: '',
    archived: false,
    draft: { name: '', nodes: [], connections: {}, settings: {}, description: undefined },
    published: undefined,
  });
});

test('an id can be part of an address, whatever n8n says', () => {
  expect(encodeURIComponent(toStored({ id: 'a\ud800' }).id)).toBe('a%EF%BF%BD');
});
