import { expect, test } from '@jest/globals';
import { isRounded } from '../../src/text/number.ts';

test.each([
  '9007199254740993',
  '-9007199254740993',
  '9007199254740994',
  '+12345678901234567890',
  '0x20000000000001',
  '0o400000000000000001',
  '1e400',
  '-1e400',
  '.inf',
  '.nan',
  '1e-400',
])('%s is rounded', (source) => {
  expect(isRounded(source, /nan|inf/.test(source) ? Number.NaN : Number(source))).toBe(true);
});

test.each([
  '0',
  '-0',
  '0.000',
  '0e5',
  '9007199254740992',
  '-9007199254740992',
  '0x1F',
  '1.10',
  '1e300',
  '0.1234567890123456789',
  '007',
])('%s is not rounded', (source) => {
  expect(isRounded(source, Number(source))).toBe(false);
});
