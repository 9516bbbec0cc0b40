import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readShipped } from '../support/n8n/gateway.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { startProxy } from '../support/proxy.ts';
import { at } from '../support/shapes.ts';
import {
  api,
  call,
  deploy,
  endings,
  failureOf,
  isSince,
  newPath,
  received,
  replyOf,
  since,
  succeeded,
  url,
} from './suite.ts';

const secret = `signing "secret" ${newPath()}`;
const genuine = { message: 'The signature is genuine.' };

const signing = since('2.16.0', 'version 2 of the Crypto node');
const id = isSince('2.16.0') ? await api.createCredential('Signing', 'crypto', { hmacSecret: secret }) : '';

/** n8n/verify-signature.json, set up as its note says. */
async function verifier(method = 'POST') {
  const path = newPath();
  const workflow: workflows.Workflow = readShipped('verify-signature.json');
  for (const node of workflow.nodes) {
    if (node.name === 'Webhook') Object.assign(node.parameters, { path, httpMethod: method });
    if (node.name === 'HMAC of the body') node.credentials = { crypto: { id, name: 'Signing' } };
  }
  return { id: await api.deploy(workflow), url: `${url}/webhook/${path}` };
}

const bytes = Buffer.from(Array.from({ length: 2_000_000 }, (_, index) => (index * 7) % 251));

signing.describe('the workflow that verifies signatures', () => {
  test.each([
    { message: 'JSON', inputs: { payload: '{ "text": "é\\u2028 \\ud83d" }' } },
    { message: 'the GitHub context', inputs: {} },
    { message: 'a form', inputs: { payload: 'a: b c&é', 'content-type': 'application/x-www-form-urlencoded' } },
    { message: 'a text', inputs: { payload: '  any é\r\ntext\n', 'content-type': 'text/plain' } },
    { message: 'a file', inputs: { 'payload-file': 'a.bin', 'content-type': 'application/octet-stream' } },
    { message: 'an empty file', inputs: { 'payload-file': 'none', 'content-type': 'text/plain' } },
  ])('takes $what that the action has signed', async ({ inputs }) => {
    const hook = await verifier();
    const files = { 'a.bin': bytes, none: '' };
    const step = await call(hook, { ...inputs, 'signing-secret': secret }, { files });
    expect(replyOf(succeeded(step))).toEqual(genuine);
  });

  test('takes a signed request without a body', async () => {
    const step = await call(await verifier('GET'), { method: 'GET', 'signing-secret': secret });
    expect(replyOf(succeeded(step))).toEqual(genuine);
  });

  test('refuses what is signed with another secret, or unsigned, which is explained', async () => {
    const hook = await verifier();
    const [wrong, missing, changed] = await Promise.all([
      call(hook, { 'signing-secret': 'another', retries: '3' }),
      call(hook, { retries: '3' }),
      call(hook, { payload: '{"a":1}', headers: `X-Hub-Signature-256: sha256=${hmac('{"a":2}')}` }),
    ]);
    expect(failureOf(wrong)).toMatch(/rejected the signature and replied .*; signing-secret was sent\./);
    expect(failureOf(missing)).toMatch(
      /rejected the signature and replied .*; no credentials were sent.* signing-secret/,
    );
    expect(changed.outputs).toMatchObject({ status: '401', success: 'false' });
    for (const { outputs } of [wrong, missing]) expect(outputs).toMatchObject({ status: '401', attempts: '1' });
    expect(await endings(hook)).toEqual(['success', 'success', 'success']);
  });

  test('cannot verify multipart/form-data, for which n8n has no raw body, which is explained', async () => {
    const hook = await verifier();
    const step = await call(hook, { files: 'a.txt', 'signing-secret': secret }, { files: { 'a.txt': 'a' } });
    expect(failureOf(step)).toMatch(/n8n does not keep the raw body of multipart\/form-data/);
  });
});

signing.test('neither secret nor signature is shown', async () => {
  const step = await call(
    await verifier(),
    { payload: '{"a":1}', 'signing-secret': secret },
    { env: { RUNNER_DEBUG: '1' } },
  );
  expect(succeeded(step).visibleLog).not.toContain(secret);
  expect(step.visibleLog).not.toContain(hmac('{"a":1}'));
  expect(step.masks).toEqual(expect.arrayContaining([secret, hmac('{"a":1}')]));
});

test('uploads are signed over their exact bytes', async () => {
  const hook = await deploy(workflows.immediate);
  const sent: Buffer[] = [];
  const proxy = await startProxy(url, (incoming) => {
    incoming.on('data', (chunk: Buffer) => sent.push(chunk));
    return incoming.url;
  });
  const inputs = { files: 'a.bin', payload: 'text: "é \\r\\n"', 'signing-secret': secret };
  succeeded(await call({ url: hook.url.replace(url, proxy.url) }, inputs, { files: { 'a.bin': bytes } }));
  await proxy.close();
  expect(at(await received(hook), 'headers')).toMatchObject({
    'content-type': expect.stringContaining('multipart/form-data'),
    'x-hub-signature-256': `sha256=${hmac(Buffer.concat(sent))}`,
  });
});

function hmac(body: string | Buffer): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
