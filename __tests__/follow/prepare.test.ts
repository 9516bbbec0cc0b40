import { describe, expect, test } from '@jest/globals';
import { prepare } from '../../src/follow/prepare.ts';
import type { Host } from '../../src/host/host.ts';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import { apiExecutions } from '../../src/n8n-api/source.ts';
import { ok } from '../../src/text/result.ts';
import { testHost } from '../../support/host.ts';
import { type Play, playApi, playing, row } from '../../support/n8n-api.ts';
import { valueIn } from '../../support/problems.ts';
import { answer } from '../../support/server.ts';

async function inputsWith(given: Record<string, string> = {}): Promise<Inputs> {
  const all: Record<string, string> = { url: 'https://n8n/webhook/a', 'secret-key': 'a-key', wait: 'true', ...given };
  const { inputs } = await readInputs(
    (name) => all[name] ?? '',
    '.',
    async () => ({}),
  );
  return valueIn(inputs);
}

describe('before the trigger', () => {
  const ready = async (play: Play, given: Record<string, string> = {}, host: Host = testHost()) => {
    const { api, asked } = await playApi(play);
    return { prepared: await prepare(await inputsWith(given), apiExecutions(api), host), asked };
  };

  test('the newest execution is noted', async () => {
    expect((await ready(playing([row(41)]))).prepared).toEqual(ok(41));
    expect((await ready(playing([]))).prepared).toEqual(ok(0));
  });

  test('nothing is asked without wait', async () => {
    const { prepared, asked } = await ready(playing([row(41)]), { wait: 'false' });
    expect(prepared).toEqual(ok(undefined));
    expect(asked()).toEqual([]);
  });

  test('a key that is refused ends the step', async () => {
    const { prepared } = await ready(() => answer(403, '{"message":"Forbidden"}'));
    expect(prepared).toMatchObject({ error: { row: 'api-forbidden', ran: 'no' } });
  });

  test('a cancel is reported as such', async () => {
    const { prepared } = await ready(playing([]), {}, { ...testHost(), cancelled: AbortSignal.abort() });
    expect(prepared).toMatchObject({ error: { row: 'cancelled', ran: 'no', success: false } });
  });
});
