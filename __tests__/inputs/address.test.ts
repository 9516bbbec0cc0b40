import { describe, expect, test } from '@jest/globals';
import { instancePath, parseInstanceUrl, parseWebhookBase } from '../../src/inputs/address.ts';
import { underInstance } from '../../src/n8n/address.ts';
import { linesOf, valueIn } from '../../support/problems.ts';

describe('the base of production webhooks', () => {
  test.each([
    ['webhook', 'https://n8n.example.com/sub/webhook'],
    ['/hooks/v2/', 'https://n8n.example.com/sub/hooks/v2'],
    ['https://hooks.example.com', 'https://hooks.example.com'],
    ['HTTPS://hooks.example.com/webhook//', 'https://hooks.example.com/webhook'],
    ['http://hooks.example.com:8080/a/b?x#y', 'http://hooks.example.com:8080/a/b'],
  ])('"%s" is %s', (text, place) => {
    const base = valueIn(parseWebhookBase(text));
    expect(underInstance(base, 'https://n8n.example.com/sub')).toBe(place);
  });

  test.each([
    ['ftp://hooks.example.com', /^webhook-base: is not an absolute/],
    ['https://a:b@hooks.example.com', /^webhook-base: contains credentials/],
    ['https://hooks.example.com/a b', /^webhook-base: contains a space/],
  ])('cannot be %s', (text, message) => {
    expect(linesOf(parseWebhookBase(text))).toEqual([expect.stringMatching(message)]);
  });
});

describe("an instance's address", () => {
  test.each([
    '',
    '/',
    '/api/v1/',
    '/workflow/aBc-1',
    '/workflow/aBc/executions/7',
    '/workflow/new',
    '/home/workflows',
    '/projects/aBc/credentials',
    '/settings/api',
    '/signin',
  ])('may be that of one of its pages, %s', (page) => {
    expect(instancePath(`/sub${page}`)).toBe('/sub');
    expect(instancePath(page)).toBe('');
  });

  test.each(['/projects/n8n', '/home/n8n', '/workflow', '/settings'])('may have the path %s', (path) => {
    expect(instancePath(path)).toBe(path);
  });

  test('may be given, with the path of its API or without', () => {
    expect(valueIn(parseInstanceUrl(''))).toBeUndefined();
    expect(valueIn(parseInstanceUrl('https://n8n.example.com/sub/api/v1/'))).toBe('https://n8n.example.com/sub');
    expect(linesOf(parseInstanceUrl('n8n.example.com')).join()).toMatch(/^api-url: is not an absolute/);
  });
});
