import { describe, expect, test } from '@jest/globals';
import { answererOf, asksForPause, isForm } from '../../src/verdict/answerer.ts';
import { madeReply } from '../../support/recorded.ts';

const at = (path: string) => new URL(path, 'https://n8n.example.com');
const policy = (value: string) => ({ 'content-security-policy': value });
const who = (headers: Record<string, string>, path = '/webhook/x', body = '', status = 200) =>
  answererOf(madeReply(status, body, headers), body, at(path)).who;

describe('who answered', () => {
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
  ['/form/apply', true],
  ['/sub/form-test/apply', true],
  ['/form-waiting/7', true],
  ['/webhook/form/apply', false],
  ['/webhook-waiting/form/7', false],
  ['/forms/apply', false],
])('whether %s is a form: %s', (path, expected) => {
  expect(isForm(at(path), '')).toBe(expected);
});

test.each([
  "<form class='card' name='n8n-form' id='n8n-form' novalidate>",
  '<title>Problem loading form</title>',
  '<title>Invalid Form Link</title>',
  '<title>No action required</title>',
])('a form at a renamed address is recognised by its page, but not at a webhook’s: %s', (page) => {
  expect(isForm(at('/apply/x'), page)).toBe(true);
  expect(isForm(at('/webhook/x'), page)).toBe(false);
  expect(isForm(at('/webhook-waiting/7'), page)).toBe(true);
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
