import { describe, expect, test } from '@jest/globals';
import { createDoor } from '../../src/host/door.ts';
import { gather, problemsOf, shownLine, soundOf, unset, wrong } from '../../src/text/problem.ts';
import { ok } from '../../src/text/result.ts';

const FIELDS = { a: wrong('a: 1', 'a: 2'), b: ok('sound'), c: unset('c: 1'), d: ok(undefined) };

describe('fields', () => {
  test('that are all sound give their values, among them undefined', () => {
    expect(gather({ count: ok(0), nothing: ok(undefined) })).toEqual(ok({ count: 0, nothing: undefined }));
  });

  test('give every problem, in their order, if one is wrong', () => {
    expect(gather(FIELDS)).toEqual({
      ok: false,
      error: [
        { line: 'a: 1', isUnset: false },
        { line: 'a: 2', isUnset: false },
        { line: 'c: 1', isUnset: true },
      ],
    });
  });

  test('that are wrong are left out of the sound ones, and those not given are not', () => {
    expect(Object.entries(soundOf(FIELDS))).toEqual([
      ['b', 'sound'],
      ['d', undefined],
    ]);
  });
});

test('no line is no problem', () => {
  expect(problemsOf([wrong(), ok(1), wrong()])).toEqual([]);
});

test('a line about an input, which may quote it, is made safe to show', () => {
  const { hide, show } = createDoor();
  hide('boundary-secret');
  expect(shownLine('payload: a list cannot be sent as a/b; x=boundary-secret ##[error]x.', show)).toBe(
    'payload: a list cannot be sent as a/b; x=*** # #[error]x.',
  );
});
