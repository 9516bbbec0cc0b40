import { expect, test } from '@jest/globals';
import { gather, Problem } from '../../src/text/problem.ts';
import { linesOf } from '../../support/problems.ts';

test('sound fields come back as they are', () => {
  const fields = { count: 0, text: '', nothing: undefined };
  expect(gather(fields)).toBe(fields);
});

test('the lines of every problem come back, in the order of the fields', () => {
  const read = gather({ a: new Problem('a: 1', 'a: 2'), b: 'sound', c: new Problem('c: 1') });
  expect(linesOf(read)).toEqual(['a: 1', 'a: 2', 'c: 1']);
});
