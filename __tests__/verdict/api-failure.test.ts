import { expect, test } from '@jest/globals';
import { say } from '../../src/text/safe.ts';
import { type ApiFailureCode, isGone } from '../../src/verdict/api-failure.ts';

test.each<[ApiFailureCode, boolean]>([
  ['api-not-found', true],
  ['mcp-no-execution', true],
  ['api-not-there', false],
  ['api-unavailable', false],
  ['mcp-not-found', false],
])('after %s, an execution is gone: %s', (code, gone) => {
  expect(isGone({ code, message: say`No.`, transient: false, mayHaveArrived: false })).toBe(gone);
});
