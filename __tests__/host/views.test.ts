import { expect, test } from '@jest/globals';
import { viewsOf } from '../../src/host/views.ts';

test('a text without escapes has one view, with small letters and spaces for plus signs', () => {
  expect(viewsOf('Ab+c').map(({ folded }) => folded)).toEqual(['ab c']);
});

test('escapes are undone repeatedly, but no more than four times', () => {
  expect(viewsOf('%2525252541').map(({ folded }) => folded.length)).toEqual([11, 9, 7, 5, 3]);
});

test('each set of rules is tried alone and after each of the others', () => {
  const readings = viewsOf('\\u0026#37;41').map(({ folded }) => folded);
  expect(readings).toEqual(['\\u0026#37;41', '&#37;41', '%41', 'a']);
  expect(viewsOf('%26amp;\\n').map(({ folded }) => folded)).toEqual(
    expect.arrayContaining(['&amp;\\n', '%26amp;\n', '&amp;\n', '&\\n', '&\n']),
  );
});

test('a text that can be read in many ways is read in some of them', () => {
  expect(viewsOf('%25\\\\&amp;\u200b'.repeat(9)).length).toBeLessThanOrEqual(64);
});

test('what is not an escape stays', () => {
  const text = '%zz %ff %c3 \\u12 &#; &#x; &nothing; 100%';
  expect(viewsOf(text).map(({ folded }) => folded)).toEqual([text]);
});

test.each([
  ['%C3%B6', 'ö'],
  ['\\u0062', 'b'],
  ['&#128512;', '😀'],
  ['%2541', 'a'],
  ['\\ud83d\\ude00', '😀'],
])('a view knows where %s is in the original text', (written, meant) => {
  const text = `x${written}y`;
  const view = viewsOf(text).find(({ folded }) => folded === `x${meant}y`);
  expect([view?.startOf(0), view?.startOf(1), view?.endOf(meant.length)]).toEqual([0, 1, text.length - 1]);
  expect(view?.startOf(1 + meant.length)).toBe(text.length - 1);
});
