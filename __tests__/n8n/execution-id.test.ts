import { expect, test } from '@jest/globals';
import { executionIdOf } from '../../src/n8n/execution-id.ts';

test.each([
  ['7', '7'],
  [231, '231'],
  ['0', undefined],
  ['-1', undefined],
  ['7a', undefined],
  ['9007199254740993', undefined],
  [null, undefined],
  [undefined, undefined],
])('the id of an execution is a number from 1 up: %j → %j', (value, id) => {
  expect(executionIdOf(value)).toBe(id);
});
