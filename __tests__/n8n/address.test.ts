import { describe, expect, test } from '@jest/globals';
import { credentialsOf, instanceOf, isTestUrl, resumedExecution } from '../../src/n8n/address.ts';

describe("an instance's address", () => {
  test.each([
    ['https://n8n.example.com/webhook/deploy', 'https://n8n.example.com'],
    ['https://n8n.example.com/sub/webhook-test/a/b?x=1', 'https://n8n.example.com/sub'],
    ['https://n8n.example.com/webhook/webhook/x', 'https://n8n.example.com'],
    ['https://n8n.example.com/hooks/deploy', undefined],
    ['https://n8n.example.com/webhook', undefined],
    ['https://n8n.example.com/my-webhook/x', undefined],
  ])('is the part before the webhook: %s', (url, instance) => {
    expect(instanceOf(new URL(url))).toBe(instance);
  });
});

test.each([
  ['https://n8n.example.com', undefined],
  ['https://user@n8n.example.com', 'user:'],
  ['https://:pass@n8n.example.com', ':pass'],
  ['https://u%3Aer:p%zz@n8n.example.com', 'u:er:p%zz'],
])('the credentials of %s are %s', (url, credentials) => {
  expect(credentialsOf(new URL(url))).toBe(credentials);
});

test.each([
  ['https://n8n.example.com/webhook-waiting/42', '42'],
  ['https://n8n.example.com/sub/webhook-waiting/42/approve?signature=abc', '42'],
  ['https://n8n.example.com/form-waiting/42?signature=abc', '42'],
  ['https://n8n.example.com/hooks-wait/42?signature=abc', '42'],
  ['https://n8n.example.com/hooks-wait/42/approve?signature=abc', '42'],
  ['https://n8n.example.com/hooks-wait/42', undefined],
  ['https://n8n.example.com/webhook/deploy?signature=abc', undefined],
  ['https://n8n.example.com/webhook-waiting/abc', undefined],
])('%s resumes execution %s', (url, id) => {
  expect(resumedExecution(new URL(url))).toBe(id);
});

test.each([
  ['https://n8n.test/webhook-test/x', true],
  ['https://n8n.test/sub/form-test/x', true],
  ['https://n8n.test/webhook/webhook-test', false],
  ['https://n8n.test/webhook/x', false],
])('%s is a test URL: %s', (url, expected) => {
  expect(isTestUrl(new URL(url))).toBe(expected);
});
