import { describe, expect, test } from '@jest/globals';
import { stateOf } from '../../../src/deploy/apply/state.ts';
import { unlessCancelled } from '../../../src/deploy/apply/tools.ts';
import type { Written } from '../../../src/deploy/n8n.ts';
import { failed, ok } from '../../../src/text/result.ts';
import { say } from '../../../src/text/safe.ts';
import { unreadable } from '../../../src/verdict/api.ts';
import { fileWorkflow, planOf, storedWorkflow } from '../../../support/deployment.ts';
import { testHost } from '../../../support/host.ts';

const [state] = planOf([[fileWorkflow('Shop\n::error::x')]]).workflows.map(stateOf);

/** Does a write that takes two seconds. */
async function write(result: Written, cancelled = new AbortController().signal) {
  const host = { ...testHost(), cancelled };
  let sent = 0;
  const written =
    state &&
    (await unlessCancelled(state, say`saved`, { host }, async () => {
      sent += 1;
      host.clock.pass(2000);
      return result;
    }));
  return { written, sent, log: host.events };
}

describe('a write', () => {
  test('is logged with its time, and with a name that cannot forge a line', async () => {
    const saved = ok(storedWorkflow('Shop'));
    expect(await write(saved)).toEqual({ written: saved, sent: 1, log: ['info: Shop : :error: :x: saved in 2.0 s'] });
  });

  test('that fails is not logged as done', async () => {
    const failure = failed(unreadable(say`the workflow`));
    expect(await write(failure)).toEqual({ written: failure, sent: 1, log: [] });
  });

  test('is not sent after a cancellation, so that nothing of it may have arrived', async () => {
    const { written, sent, log } = await write(ok(storedWorkflow('Shop')), AbortSignal.abort());
    expect(written).toMatchObject({ ok: false, error: { code: 'aborted', mayHaveArrived: false } });
    expect([sent, log]).toEqual([0, []]);
  });
});
