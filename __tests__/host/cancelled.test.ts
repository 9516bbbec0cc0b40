import { expect, test } from '@jest/globals';
import { cancelled } from '../../src/host/cancelled.ts';

test('each signal of the runner cancels, and none ends the process', () => {
  expect(cancelled.aborted).toBe(false);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const)
    expect(process.listenerCount(signal)).toBe(1);
  process.emit('SIGINT');
  expect(cancelled.aborted).toBe(true);
  process.emit('SIGTERM');
  expect(cancelled.aborted).toBe(true);
});
