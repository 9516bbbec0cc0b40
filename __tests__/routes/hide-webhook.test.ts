import { expect, test } from '@jest/globals';
import { hideWebhook } from '../../src/routes/hide-webhook.ts';
import { testHost } from '../../support/host.ts';
import { sound } from '../../support/inputs.ts';

const HOOK = 'https://n8n.test/sub/webhook/h1dden';

async function shown(given: Record<string, string>, text: string): Promise<string> {
  const host = testHost();
  const inputs = await sound(given);
  const step = { inputs, host, identity: { traceparent: '', 'idempotency-key': '' } };
  hideWebhook(step, new URL(`${HOOK}?token=s3cret`));
  return host.show(text);
}

test("a webhook's path and query are hidden: anyone who knows them can call it", async () => {
  expect(await shown({ url: HOOK }, 'h1dden, /sub/webhook, s3cret')).not.toMatch(/h1dden|\/sub|s3cret/);
});

test('the path of an instance stays visible if the inputs name it', async () => {
  const api = { mode: 'api', url: 'https://n8n.test/sub/', 'workflow-id': 'aBc123', 'secret-key': 'a-key' };
  expect(await shown(api, '/sub/healthz, h1dden')).toMatch(/^\/sub\/healthz, (?!h1dden)/);
});

test("the path of an instance is hidden if only the webhook's URL has it", async () => {
  expect(await shown({ url: HOOK, 'secret-key': 'a-key' }, 'https://n8n.test/sub/webhook/h1dden')).not.toContain('sub');
});
