import { expect, test } from '@jest/globals';
import { orderOf } from '../../../src/deploy/plan/order.ts';

const all = (...needs: number[][]) => needs.map((each) => ({ needs: each, prefers: [] }));

test('what others need comes first, and otherwise the order stays', () => {
  expect(orderOf(all([2], [], [3], []))).toEqual({ order: [1, 3, 2, 0], stuck: [] });
});

test('a preference gives way if it cannot be met', () => {
  const dependents = [
    { needs: [], prefers: [1] },
    { needs: [], prefers: [0] },
    { needs: [], prefers: [] },
  ];
  expect(orderOf(dependents).order).toEqual([2, 0, 1]);
});

test('a workflow that needs itself is not stuck', () => {
  expect(orderOf(all([0]))).toEqual({ order: [0], stuck: [] });
});

test('a circle is stuck, without what merely needs it', () => {
  expect(orderOf(all([1], [0], [0], [], [2])).stuck).toEqual([0, 1]);
});
