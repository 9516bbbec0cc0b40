import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { DEFAULTS, withDefaults } from '../../src/inputs/defaults.ts';

test('the defaults are those of action.yml', () => {
  const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
  const declared = Object.entries<{ default?: unknown }>(action.inputs)
    .filter(([, input]) => input.default !== undefined)
    .map(([name, input]) => [name, String(input.default)]);
  expect(DEFAULTS).toEqual(Object.fromEntries(declared));
});

test('an input is trimmed, and its default if it is blank', () => {
  const given: Record<string, string> = { method: ' PUT\n', retries: ' \n', url: '' };
  const text = withDefaults((name) => given[name] ?? '');
  expect(['method', 'retries', 'url', 'timeout', 'files'].map(text)).toEqual(['PUT', '3', '', '5m', '']);
});
