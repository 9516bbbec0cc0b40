import { describe, expect, test } from '@jest/globals';
import { newTrace } from '../../src/request/trace.ts';

/** Counts up, so that no two calls give the same bytes. */
function counting() {
  let next = 1;
  return (count: number) => Buffer.from(Array.from({ length: count }, () => next++));
}

const GIVEN = '0af7651916cd43dd8448eb211c80319c';
const OF_RUN = '5f0f7001ef072159c07cd675f7d9fb8b';

describe('the trace id', () => {
  test.each([
    ['1', OF_RUN],
    ['3', 'e710fa8dbe87f1b858a31cc0cc663c7f'],
  ])("is the OpenTelemetry receiver's for attempt %s of a run", (attempt, traceId) => {
    // printf 70000000011t | sha256sum | cut -c1-32
    expect(newTrace({ GITHUB_RUN_ID: '7000000001', GITHUB_RUN_ATTEMPT: attempt }, counting()).traceId).toBe(traceId);
  });

  test('takes a run without an attempt for its first', () => {
    expect(newTrace({ GITHUB_RUN_ID: '7000000001' }, counting()).traceId).toBe(OF_RUN);
  });

  test.each([
    `00-${GIVEN}-b7ad6b7169203331-01`,
    `00-${GIVEN}-b7ad6b7169203331-00`,
    `01-${GIVEN}-b7ad6b7169203331-01-what-the-future-brings`,
  ])('continues TRACEPARENT %s', (TRACEPARENT) => {
    expect(newTrace({ TRACEPARENT, GITHUB_RUN_ID: '7000000001' }, counting()).traceId).toBe(GIVEN);
  });

  test.each([
    ['nothing', ''],
    ['upper case', `00-${GIVEN.toUpperCase()}-b7ad6b7169203331-01`],
    ['zeros for the trace', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['zeros for the span', `00-${GIVEN}-${'0'.repeat(16)}-01`],
    ['the forbidden version ff', `ff-${GIVEN}-b7ad6b7169203331-01`],
    ['version 00 with more after it', `00-${GIVEN}-b7ad6b7169203331-01-more`],
    ['too few digits', `00-${GIVEN.slice(1)}-b7ad6b7169203331-01`],
    ['too many digits', `00-${GIVEN}-b7ad6b7169203331-011`],
    ['a line in front', `x\n00-${GIVEN}-b7ad6b7169203331-01`],
    ['a line after it', `00-${GIVEN}-b7ad6b7169203331-01\nx`],
  ])('ignores a TRACEPARENT with %s', (_, TRACEPARENT) => {
    expect(newTrace({ TRACEPARENT, GITHUB_RUN_ID: '7000000001' }, counting()).traceId).toBe(OF_RUN);
  });

  test('is random outside of a run', () => {
    expect(newTrace({}, counting()).traceId).toBe('0102030405060708090a0b0c0d0e0f10');
  });
});

describe('the traceparent', () => {
  test('has the trace id, a span id of its own and the flag "sampled"', () => {
    expect(newTrace({ GITHUB_RUN_ID: '7000000001' }, counting()).traceparent).toBe(`00-${OF_RUN}-0102030405060708-01`);
  });

  test('never has a span id of zeros, which would be invalid', () => {
    const { traceparent } = newTrace({ GITHUB_RUN_ID: '7000000001' }, (count) => Buffer.alloc(count));
    expect(traceparent).toBe(`00-${OF_RUN}-0000000000000001-01`);
  });
});
