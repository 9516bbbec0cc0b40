import { describe, expect, test } from '@jest/globals';
import { cancelledUnseen, findLate, stop } from '../../src/follow/cancel.ts';
import { testClock } from '../../support/clock.ts';
import { type GivenCall, ours, playCall } from '../../support/following.ts';
import { type Play, playing, row } from '../../support/n8n-api.ts';
import { accepted } from '../../support/results.ts';
import { answer } from '../../support/server.ts';
import { madeExecution } from '../../support/triggered.ts';

// A cancelled step is not to be stopped by the signal that ended it.
const cancelled = AbortSignal.abort();
const running = madeExecution();

async function stopped(play: Play, inputs: Record<string, string> = {}) {
  const { following, server } = await playCall(play, { cancelled, inputs });
  return { ...(await stop(running, following)), requests: server.requests };
}

describe('the execution of a cancelled step', () => {
  test('is stopped in n8n', async () => {
    const ending = await stopped((path) => (path === 'executions/7/stop' ? row(7) : undefined));
    expect(ending).toMatchObject({ end: 'cancelled', stopped: 'yes', execution: { id: '7', status: 'canceled' } });
    expect(ending.requests.map(({ method }) => method)).toEqual(['POST']);
  });

  test('is left alone with stop-on-cancel: false', async () => {
    const ending = await stopped(playing([]), { 'stop-on-cancel': 'false' });
    expect(ending).toMatchObject({ stopped: 'unwanted', execution: running });
    expect(ending.requests).toEqual([]);
  });

  test('is read if it cannot be stopped: it may have ended', async () => {
    const refusal = answer(409, '{"message":"Only running or waiting executions can be stopped"}');
    const ending = await stopped((path, method) =>
      method === 'POST' ? refusal : ours({ status: 'success' })(path, method),
    );
    expect(ending).toMatchObject({ stopped: { code: 'api-refused' }, execution: { status: 'success' } });
  });

  test('is as it was last seen if it can be neither stopped nor read', async () => {
    const ending = await stopped(() => answer(503, '{"message":"broken"}'));
    expect(ending).toMatchObject({ stopped: { code: 'api-unavailable' }, execution: running });
    expect(ending.requests).toHaveLength(2);
  });
});

test('an n8n that does not reply is abandoned before the runner ends the step', async () => {
  const clock = testClock();
  const { following } = await playCall(
    (_, method) => () => clock.pass(method === 'POST' ? 2000 : 800),
    { cancelled },
    clock,
  );
  expect(await stop(running, following)).toMatchObject({
    stopped: { message: 'n8n did not reply in time.' },
    execution: running,
  });
  expect(clock.monotonic()).toBe(2800);
});

describe('an execution that was not found before the cancellation', () => {
  const found = async (play: Play, given: GivenCall = {}) => {
    const { following, asked, clock } = await playCall(play, { cancelled, ...given });
    return { execution: await findLate(following), asked: asked(), tookMs: clock.monotonic() };
  };

  test('is searched for once more', async () => {
    expect((await found(ours({ status: 'running' }))).execution).toMatchObject({ id: '7', status: 'running' });
  });

  test('ends soon, because the runner ends the step', async () => {
    const { execution, tookMs } = await found(playing([]));
    expect(execution).toBeUndefined();
    expect(tookMs).toBe(1500);
  });

  test('is not searched for after a resume URL: another call started it', async () => {
    expect(await found(ours(), { call: { resumes: '7' } })).toMatchObject({ execution: undefined, asked: [] });
  });

  test.each(['yes', 'no', 'maybe'] as const)('leaves an open question open, ran: %s', (ran) => {
    expect(cancelledUnseen({ ...accepted, ran })).toMatchObject({ row: 'cancelled', success: false, ran });
  });
});
