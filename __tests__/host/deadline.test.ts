import { expect, test } from '@jest/globals';
import { deadlineAfter } from '../../src/host/deadline.ts';
import { testClock } from '../../support/clock.ts';

const { signal } = new AbortController();

test('a deadline counts down to zero, and then its signal is aborted', () => {
  const clock = testClock();
  const deadline = deadlineAfter(1000, clock, signal);
  clock.pass(400);
  expect([deadline.leftMs(), deadline.signal.aborted]).toEqual([600, false]);
  clock.pass(600);
  expect([deadline.leftMs(), deadline.signal.aborted, deadline.isCancelled()]).toEqual([0, true, false]);
  clock.pass(600);
  expect(deadline.leftMs()).toBe(0);
});

test('a last reply gets a grace period, during which no time is left', () => {
  const clock = testClock();
  const deadline = deadlineAfter(1000, clock, signal, 500);
  clock.pass(1499);
  expect([deadline.leftMs(), deadline.signal.aborted]).toEqual([0, false]);
  clock.pass(1);
  expect(deadline.signal.aborted).toBe(true);
});

test('a cancellation ends a deadline at once, and is not taken for a timeout', () => {
  const cancel = new AbortController();
  const deadline = deadlineAfter(1000, testClock(), cancel.signal);
  expect(deadline.isCancelled()).toBe(false);
  cancel.abort();
  expect([deadline.signal.aborted, deadline.isCancelled()]).toEqual([true, true]);
});

test('a deadline within another ends no later than that', () => {
  const clock = testClock();
  const outer = deadlineAfter(1000, clock, signal, 500);
  const shorter = outer.within(300);
  const longer = outer.within(5000);
  expect([shorter.leftMs(), longer.leftMs()]).toEqual([300, 1000]);
  clock.pass(1200);
  expect([shorter.signal.aborted, longer.signal.aborted]).toEqual([true, false]);
  clock.pass(300);
  expect(longer.signal.aborted).toBe(true);
});

test('a pause ends with the time', async () => {
  const clock = testClock();
  const deadline = deadlineAfter(1000, clock, signal);
  await deadline.sleep(700);
  await deadline.sleep(700);
  expect(clock.monotonic()).toBe(1000);
});
