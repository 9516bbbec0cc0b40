// How soon after the end of an execution the step ends, and how often it asks n8n until then: the committed bundle against
// an n8n of its own.

import { deadlineAfter } from '../../src/host/deadline.ts';
import { followExecution } from '../../src/n8n-api/poll.ts';
import type { ExecutionSource } from '../../src/n8n-api/source.ts';
import { ok } from '../../src/text/result.ts';
import { testClock } from '../../support/clock.ts';
import { startN8n } from '../../support/n8n/server.ts';
import * as workflows from '../../support/n8n/workflows.ts';
import { startProxy } from '../../support/proxy.ts';
import { startStep } from '../../support/step.ts';
import { madeExecution } from '../../support/triggered.ts';
import { median, printAgainst } from './print.ts';

const SHORT = [0.1, 0.3, 0.5, 0.8, 1, 1.2, 1.5, 1.8, 2];

export async function benchFollowing(): Promise<void> {
  const server = await startN8n({ progress: console.log });
  try {
    const hook = async (seconds: number): Promise<string> => {
      const path = `bench-${String(seconds).replace('.', '-')}`;
      await server.api.deploy(workflows.waitsLong(path, seconds));
      return `${server.url}/webhook/${path}`;
    };
    const hooks = new Map(
      await Promise.all([...SHORT, 10, 30, 60].map(async (seconds) => [seconds, await hook(seconds)] as const)),
    );

    /** Milliseconds from the end of the execution, by n8n's clock, to the end of the step. */
    const lateness = async (seconds: number, more: Record<string, string> = {}): Promise<number> => {
      const step = await startStep({
        with: { url: hooks.get(seconds) ?? '', 'secret-key': server.apiKey, wait: 'true', ...more },
      }).finished;
      const ended = Date.now();
      if (step.exitCode !== 0) throw new Error(step.visibleLog);
      const execution = await server.api.execution(step.outputs['execution-id'] ?? '');
      return ended - Date.parse(String(execution?.raw['stoppedAt']));
    };

    await lateness(0.1);
    const short: number[] = [];
    for (const seconds of [...SHORT, ...SHORT]) short.push(await lateness(seconds));

    const proxy = await startProxy(server.url, ({ url }) => url);
    const [ten, thirty] = await Promise.all([
      Promise.all([1, 2, 3].map(() => lateness(10))),
      Promise.all([1, 2, 3].map(() => lateness(30))),
      lateness(60, { 'api-url': proxy.url }),
    ]);
    const hour = await requestsFor(3_600_000);

    console.log('\nFrom the end of the execution to the end of the step');
    printAgainst('0.1 to 2 s, median', median(short), 250, ' ms');
    printAgainst('10 s, median', median(ten), 1000, ' ms');
    printAgainst('30 s, at most', Math.max(...thirty), 1000, ' ms');
    console.log('\nRequests to the API, from the first look to the last');
    printAgainst('60 s, with finding and reading', proxy.calls(), 125, '');
    printAgainst('one hour, by a simulated clock', hour, 1460, '');
    await proxy.close();
  } finally {
    await server.stop();
  }
}

/** How many looks it takes to follow an execution of that length, by a clock that only pauses move. */
async function requestsFor(lengthMs: number): Promise<number> {
  const clock = testClock();
  let requests = 0;
  const start = madeExecution();
  const read: ExecutionSource['read'] = async () => {
    requests += 1;
    const execution = { ...start, status: clock.monotonic() < lengthMs ? 'running' : 'success' } as const;
    return ok({ execution, data: {} });
  };
  await followExecution({ read, listed: async () => ok(undefined), minPauseMs: 0 }, start, {
    clock,
    since: 0,
    usualMs: undefined,
    deadline: deadlineAfter(lengthMs * 2, clock, new AbortController().signal),
    onStatus: () => {},
    onReadFailure: () => {},
  });
  return requests;
}
