import { expect, test } from '@jest/globals';
import { say } from '../../src/text/safe.ts';
import { type ApiFailureCode, isGone, lasting } from '../../src/verdict/api-failure.ts';

test.each<[ApiFailureCode, boolean]>([
  ['api-not-found', true],
  ['mcp-no-execution', true],
  ['api-not-there', false],
  ['api-unavailable', false],
  ['mcp-not-found', false],
])('after %s, an execution is gone: %s', (code, gone) => {
  expect(isGone(lasting(code, say`No.`))).toBe(gone);
});
