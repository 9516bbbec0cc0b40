import { expect, test } from '@jest/globals';
import { ruleOut } from '../../src/n8n-api/rule-out.ts';
import type { TriggeredCall } from '../../src/n8n-api/triggered-call.ts';
import type { JsonMap } from '../../src/text/json.ts';
import { type FakeN8n, fakeN8n, type Row, workflow } from '../../support/n8n-api.ts';
import { triggered } from '../../support/triggered.ts';

// What its callers need is tried in lost-reply.test.ts; here is what it must not be content with.
const saved = { saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' };
const hook = workflow('w1', 'deploy', { settings: saved });

async function ruledOut(n8n: Partial<FakeN8n>, given: Partial<TriggeredCall> = {}, behind: JsonMap | undefined = hook) {
  const { api } = await fakeN8n(n8n);
  return ruleOut(api, triggered(given), behind, {});
}

test('a call did not run if everything that it needs is known, and n8n has nothing of it', async () => {
  expect(await ruledOut({})).toEqual({ ran: 'no' });
});

test.each<[string, Partial<FakeN8n>, Partial<TriggeredCall>, JsonMap | undefined]>([
  ['its workflow is not known', {}, {}, undefined],
  ['it went to a test URL', {}, { url: new URL('https://n8n.test/webhook-test/deploy') }, hook],
  [
    'failures are not saved',
    {},
    {},
    workflow('w1', 'deploy', { settings: { ...saved, saveDataErrorExecution: 'none' } }),
  ],
  ['nothing shows what is saved', {}, {}, workflow('w1', 'deploy')],
])('it may have run if %s', async (_, n8n, given, behind) => {
  const { api } = await fakeN8n(n8n);
  expect(await ruleOut(api, triggered(given), behind, {})).toMatchObject({ ran: 'maybe' });
});

test('it ran if an execution received our key, though not our trace', async () => {
  const mine: Row = { id: 2, headers: { 'idempotency-key': triggered().key.value } };
  expect(await ruledOut({ rows: [mine] })).toMatchObject({ ran: 'yes', execution: { id: '2' } });
});

test('a clock that is an hour slow hides no execution', async () => {
  const startedAt = new Date(triggered().sentAt - 3_600_000).toISOString();
  expect(await ruledOut({ rows: [{ id: 2, headers: {}, startedAt }] })).toMatchObject({ ran: 'maybe' });
});
