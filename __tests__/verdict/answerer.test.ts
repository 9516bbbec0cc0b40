import { describe, expect, test } from '@jest/globals';
import { answererOf, asksForPause } from '../../src/verdict/answerer.ts';
import { madeCall } from '../../support/call.ts';
import { madeReply } from '../../support/recorded.ts';

const at = (path: string) => new URL(path, 'https://n8n.example.com');
const policy = (value: string) => ({ 'content-security-policy': value });
const who = (headers: Record<string, string>, path = '/webhook/x', body = '', status = 200) =>
  answererOf({ ...madeReply(status, body, headers), text: body, call: madeCall({ url: at(path) }) }).who;

describe('who replied', () => {
  test.each([
    ['a sandbox policy', policy('sandbox allow-downloads allow-forms'), 'webhook'],
    ['one among others', policy("default-src 'self'; sandbox"), 'webhook'],
    ['another policy', policy("default-src 'none'"), 'unknown'],
    ['a word that only begins like it', policy('sandboxed-iframe'), 'unknown'],
    ['none', {}, 'unknown'],
  ])('is known from %s', (_, headers, expected) => {
    expect(who(headers)).toBe(expected);
  });

  test('is n8n or the author at a form, where both have the policy', () => {
    expect(who(policy('sandbox'), '/form/apply')).toBe('form');
    expect(who({}, '/form/apply')).toBe('unknown');
  });

  test('is a proxy by its words, and not if the webhook was reached', () => {
    expect(who({}, '/webhook/x', 'no available server\n', 503)).toBe('proxy');
    expect(who(policy('sandbox'), '/webhook/x', 'no available server\n', 503)).toBe('webhook');
    expect(who({}, '/webhook/x', 'no available server\n', 200)).toBe('unknown');
  });

  test('is not searched for beyond the first 16 KiB', () => {
    const page = (blanks: number) => `${' '.repeat(blanks)}No server is available to handle this request.`;
    expect(who({}, '/webhook/x', page(16_000), 503)).toBe('proxy');
    expect(who({}, '/webhook/x', page(16_384), 503)).toBe('unknown');
  });
});

test.each([
  [{ 'retry-after': '5' }, true],
  [{ 'retry-after': '5', via: '1.1 Caddy', server: 'nginx' }, true],
  [{ 'retry-after': '5', via: '1.1 varnish' }, false],
  [{ 'retry-after': '5', server: 'Varnish' }, false],
  [{ 'retry-after': '5', 'x-varnish': '1' }, false],
  [{ 'retry-after': '5', 'x-served-by': 'cache-fra' }, false],
  [{}, false],
])('whether a pause that is asked for proves anything, by %j: %s', (headers, expected) => {
  expect(asksForPause(headers)).toBe(expected);
});
