import { expect, test } from '@jest/globals';
import { labelFor, repositoryUrl } from '../../../src/deploy/apply/label.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_REPOSITORY: 'octo/demo',
  GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
  GITHUB_RUN_ID: '7',
};

test('a version is named after its commit, and links to commit and run', () => {
  expect(labelFor('', env)).toEqual({
    name: 'octo/demo@ffac537',
    description:
      'Deployed from https://github.example.com/octo/demo/commit/ffac537e6cbbf934b08745a378932722df287a53 by https://github.example.com/octo/demo/actions/runs/7',
  });
  expect(repositoryUrl(env)).toBe('https://github.example.com/octo/demo');
});

test('a given name is cut to what n8n accepts, in whole characters', () => {
  expect(labelFor('Release 7', env).name).toBe('Release 7');
  expect([...labelFor('🚀'.repeat(200), env).name]).toHaveLength(128);
});
