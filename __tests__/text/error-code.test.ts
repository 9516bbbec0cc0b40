import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CodedError, errorCode } from '../../src/text/error-code.ts';

test('an error of the system has a code', () => {
  const error = (() => {
    try {
      return readFileSync('/no/such/file');
    } catch (caught) {
      return caught;
    }
  })();
  expect(errorCode(error)).toBe('ENOENT');
});

test.each([[new Error('plain')], [{ code: 42 }], ['ENOENT'], [null], [undefined]])('%j has no code', (error) => {
  expect(errorCode(error)).toBeUndefined();
});

test("an error of the action's own has a code and a cause", () => {
  const cause = new Error('why');
  expect(errorCode(new CodedError('DISK_ENOSPC', cause))).toBe('DISK_ENOSPC');
  expect(new CodedError('DISK_ENOSPC', cause).cause).toBe(cause);
});
