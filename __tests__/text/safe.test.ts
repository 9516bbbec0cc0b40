import { expect, test } from '@jest/globals';
import { declareSafe, join, say } from '../../src/text/safe.ts';

const name = declareSafe('"Deploy"');

test('a sentence takes safe texts and numbers', () => {
  expect(say`Workflow ${name} ran ${2} times.`).toBe('Workflow "Deploy" ran 2 times.');
  expect(say`One\\two: \n`).toBe('One\\two: \n');
});

test('texts are joined, and empty ones leave no gap', () => {
  expect(join([say`It ran.`, say``, say`Look at it.`])).toBe('It ran. Look at it.');
  expect(join([name, name], ', ')).toBe('"Deploy", "Deploy"');
});

test('text from outside does not compile', () => {
  const outside: string = process.title;
  // @ts-expect-error a text that no door has let in
  expect(typeof say`${outside}`).toBe('string');
});
