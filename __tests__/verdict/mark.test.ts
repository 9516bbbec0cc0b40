import { expect, test } from '@jest/globals';
import { isForm, isMarked } from '../../src/verdict/mark.ts';

const at = (path: string) => new URL(path, 'https://n8n.example.com');

test.each([
  ['sandbox allow-downloads allow-forms', true],
  ["default-src 'self'; sandbox", true],
  ["default-src 'none'", false],
  ['sandboxed-iframe', false],
  [undefined, false],
])('whether the policy %s is the mark of a webhook: %s', (policy, expected) => {
  expect(isMarked({ 'content-security-policy': policy })).toBe(expected);
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
])('a form at a renamed address is recognized by its page, but not at a webhook’s: %s', (page) => {
  expect(isForm(at('/apply/x'), page)).toBe(true);
  expect(isForm(at('/webhook/x'), page)).toBe(false);
  expect(isForm(at('/webhook-waiting/7'), page)).toBe(true);
});

test.each(['/webhook/x/n8n-form', '/webhook/x?from=n8n-form'])(
  'n8n answers %s with a form’s page if there is no webhook',
  (path) => {
    expect(isForm(at(path), '<title>Problem loading form</title>')).toBe(true);
    expect(isForm(at(path), '<title>Done</title>')).toBe(false);
  },
);
