import { expect, test } from '@jest/globals';
import { stateOf } from '../../../src/deploy/apply/state.ts';
import { reportApplied } from '../../../src/deploy/report/report.ts';
import { say } from '../../../src/text/safe.ts';
import { fileWorkflow, planOf, publishedWorkflow } from '../../../support/deployment.ts';
import { testHost } from '../../../support/host.ts';
import { refusal } from '../../../support/memory-n8n.ts';

test('a failure describes the state of each workflow, in sentences with one period', async () => {
  const host = testHost();
  const plan = planOf(['A', 'B'].map((name) => [fileWorkflow(name, { active: true })]));
  const remarks = [say`created, and left as an unpublished draft`, say`it could not be published: ${refusal.message}`];
  const states = plan.workflows.map((planned, index) => ({
    ...stateOf(planned),
    now: publishedWorkflow(planned.file.name),
    mayBeLive: index === 1,
    written: planned.contentWith([]),
    remark: remarks[index],
  }));
  const interruption = { at: states[1], doing: say`publish it`, failure: refusal };
  const instance = {
    base: 'http://127.0.0.1',
    credentials: undefined,
    secretKey: '',
    headers: [],
    addressFrom: 'url',
  } as const;
  const inputs = { instance, webhookBase: 'http://127.0.0.1/webhook', summary: false };
  expect(await reportApplied({ states, interruption, unverified: [] }, { host, inputs, began: 0 })).toBe(1);
  const error = host.events.find((line) => line.startsWith('error: ')) ?? '';
  expect(error.split('\n')).toEqual([
    'error: [The deployment to n8n failed] "B" (workflows/B.json): could not publish it. n8n said no.',
    '"A": created, and left as an unpublished draft.',
    '"B": it could not be published: n8n said no. This run\'s version may be live.',
    expect.stringMatching(/^In n8n, look at the workflows that could not be put back/),
  ]);
});
