import { expect, test } from '@jest/globals';
import { viewsOf } from '../../src/host/views.ts';

test('a text without escapes has one view, with small letters and spaces for plus signs', () => {
  expect(viewsOf('Ab+c').map(({ folded }) => folded)).toEqual(['ab c']);
});

test('escapes are undone once and again, and no more than five times', () => {
  expect(viewsOf('%252525252541').map(({ folded }) => folded.length)).toEqual([13, 11, 9, 7, 5, 3]);
});

test('what is no escape stays', () => {
  expect(viewsOf('%zz %ff %c3 \\u12 &#; &#x; &nothing; 100%').map(({ folded }) => folded)).toEqual([
    '%zz %ff %c3 \\u12 &#; &#x; &nothing; 100%',
    '%zz %ff %c3 u12 &#; &#x; &nothing; 100%',
  ]);
});

test('a view knows where its characters stand in the text that came', () => {
  const text = 'a%C3%B6\\u0062&#128512;%2541z';
  const views = viewsOf(text);
  const places = views.map(({ folded, startOf, endOf }) =>
    [...folded].map((character) => text.slice(startOf(folded.indexOf(character)), endOf(folded.indexOf(character)))),
  );
  expect(views[1]?.folded).toBe('aöb😀%41z');
  expect(places[1]?.slice(0, 4)).toEqual(['a', '%C3%B6', '\\u0062', '&#128512;']);
  expect(views[2]?.folded).toBe('aöb😀az');
  expect(text.slice(views[2]?.startOf(5), views[2]?.endOf(5))).toBe('%2541');
});
