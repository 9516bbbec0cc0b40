import { expect, test } from '@jest/globals';
import { helpOn } from '../../src/report/help.ts';
import { testHost } from '../../support/host.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_ACTION_REPOSITORY: 'octo/trigger',
  GITHUB_ACTION_REF: 'v1',
};
const PAGE = 'https://github.example/octo/trigger/blob/v1/docs/troubleshooting.md';

test("a row is explained on this version's page on troubleshooting", () => {
  expect(helpOn('basic-auth', testHost({ env }))).toBe(`${PAGE}#n8n-refused-the-call`);
});

test('an odd name of a version cannot change the rest of the address', () => {
  const host = testHost({ env: { ...env, GITHUB_ACTION_REF: 'fix/#1? a' } });
  expect(helpOn('inputs', host)).toBe(
    'https://github.example/octo/trigger/blob/fix/%231%3F%20a/docs/troubleshooting.md#inputs',
  );
});

test.each(['GITHUB_ACTION_REPOSITORY', 'GITHUB_ACTION_REF'])('without %s, there is no page to link to', (name) => {
  expect(helpOn('inputs', testHost({ env: { ...env, [name]: '' } }))).toBeUndefined();
  expect(helpOn('inputs', testHost())).toBeUndefined();
});
