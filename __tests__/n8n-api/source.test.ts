import { describe, expect, test } from '@jest/globals';
import { deadlineAfter } from '../../src/host/deadline.ts';
import { apiExecutions } from '../../src/n8n-api/source.ts';
import { ok } from '../../src/text/result.ts';
import { testClock } from '../../support/clock.ts';
import { type Play, playApi, playing, row } from '../../support/n8n-api.ts';
import { answer } from '../../support/server.ts';
import { madeExecution } from '../../support/triggered.ts';

const sourceOf = async (play: Play) => apiExecutions((await playApi(play)).api);
const deadline = () => deadlineAfter(1000, testClock(), new AbortController().signal);

describe('the state of an execution in the list', () => {
  test('is its status there', async () => {
    const source = await sourceOf(playing([row(7, { status: 'error' })]));
    expect(await source.listed(madeExecution(), {})).toEqual(ok(madeExecution({ status: 'error' })));
  });

  test('is unknown if the list does not have it, and a failure if there is no list', async () => {
    expect(await (await sourceOf(playing([row(8)]))).listed(madeExecution(), {})).toEqual(ok(undefined));
    const broken = await sourceOf(() => answer(500, '{"message":"broken"}'));
    expect(await broken.listed(madeExecution(), {})).toMatchObject({ error: { code: 'api-unavailable' } });
  });
});

describe('which endings are saved', () => {
  const settings = { saveDataSuccessExecution: 'all', saveDataErrorExecution: 'none' };
  const play: Play = (path, method) =>
    path.startsWith('workflows/') ? { id: 'wf1', settings } : playing([])(path, method);

  test('is read from the settings of its workflow', async () => {
    const saves = await (await sourceOf(play)).saving(madeExecution(), deadline());
    expect(saves).toEqual({ successes: 'yes', failures: 'no' });
  });

  test('is not known for a manual run, which has other settings, nor without its workflow', async () => {
    const source = await sourceOf(play);
    expect(await source.saving(madeExecution({ mode: 'manual' }), deadline())).toBeUndefined();
    expect(await source.saving(madeExecution({ workflowId: undefined }), deadline())).toBeUndefined();
  });
});
