import { expect, test } from '@jest/globals';
import { isMap, mapOf, mapsOf, scalarText, tryJson } from '../../src/text/json.ts';

test('scalars are texts, and all else is empty', () => {
  expect(['a', 5, true, null, undefined, {}, []].map(scalarText)).toEqual(['a', '5', 'true', '', '', '', '']);
});

test('text that is not JSON is undefined if that is not an error', () => {
  expect(tryJson('{"a":')).toBeUndefined();
  expect(tryJson('')).toBeUndefined();
  expect(tryJson('null')).toBeNull();
});

test('a byte order mark is not part of JSON', () => {
  expect(tryJson('\ufeff{"a":1}')).toEqual({ a: 1 });
});

test('only objects are maps', () => {
  expect([{}, [], null, 'a', 1, true, undefined].map(isMap)).toEqual([true, false, false, false, false, false, false]);
});

test.each([[{ a: 1 }], [[{ a: 1 }, 'b', [2]]], ['a'], [null], [undefined]])(
  'what is not as expected is empty: %j',
  (value) => {
    const isObject = isMap(value);
    expect(mapOf(value)).toEqual(isObject ? { a: 1 } : {});
    expect(mapsOf(value)).toEqual(Array.isArray(value) ? [{ a: 1 }] : []);
  },
);
