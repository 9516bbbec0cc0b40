// Steps that call a waiting execution back, and follow it from there.
import { describe, expect, test } from '@jest/globals';
import { chain, respond, set, stopAndError, waitForCall, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at } from '../support/shapes.ts';
import { runStep, type StepResult } from '../support/step.ts';
import { api, apiKey, type Deployed, deployAll, failureOf, isSince, succeeded, url, webhookUrl } from './suite.ts';

const callback = { httpMethod: 'POST', responseMode: 'onReceived' };
const hands = respond('Dispatch', { with: 'json', body: '={{ { "resumeUrl": $execution.resumeUrl } }}' });
const begins = (path: string) => webhook(path, { responseMode: 'responseNode' });

const hooks = await deployAll({
  good: workflows.waitsForCallback,
  fails: (path) =>
    chain(`Fails after ${path}`, begins(path), hands, waitForCall('Callback', callback), stopAndError('Refuse', 'No')),
  twice: (path) =>
    chain(
      `Waits twice ${path}`,
      begins(path),
      hands,
      waitForCall('First', callback),
      waitForCall('Second', callback),
      set('Result', { twice: true }),
    ),
  form: (path) => {
    const asks = { resume: 'form', formTitle: 'Ask', formFields: { values: [{ fieldLabel: 'reason' }] } };
    const both = '={{ { "resumeUrl": $execution.resumeUrl, "formUrl": $execution.resumeFormUrl } }}';
    const handsBoth = respond('Dispatch', { with: 'json', body: both });
    return chain(`Waits for a form ${path}`, begins(path), handsBoth, waitForCall('Ask', asks), set('Result', {}));
  },
});

/** Starts a workflow, and gives the address at which its execution waits, by the name that it is replied under. */
async function resumeUrlOf({ url: hook }: Deployed, name = 'resumeUrl'): Promise<URL> {
  const reply: unknown = await (await fetch(hook, { method: 'POST' })).json();
  // n8n makes the link with the name that it believes to have.
  const link = new URL(String(at(reply, name)));
  const id = /\d+$/.exec(link.pathname)?.[0] ?? '';
  while ((await api.execution(id))?.status !== 'waiting') await new Promise((resolve) => setTimeout(resolve, 100));
  return new URL(link.pathname + link.search, webhookUrl);
}

const resume = (link: URL, inputs: Record<string, string> = {}): Promise<StepResult> =>
  runStep({
    with: {
      url: link.href,
      'api-url': url,
      'secret-key': apiKey,
      wait: 'true',
      payload: '{"outcome":"success"}',
      ...inputs,
    },
  });

describe('a waiting execution that is called back', () => {
  test('is followed to its success, with its final result', async () => {
    const link = await resumeUrlOf(hooks.good);
    const id = /\d+$/.exec(link.pathname)?.[0];
    const { outputs, visibleLog } = succeeded(await resume(link));
    expect(outputs).toMatchObject({
      'execution-id': id,
      'execution-status': 'success',
      'execution-data': '[{"outcome":"success"}]',
      'execution-url': `${url}/workflow/${hooks.good.id}/executions/${id}`,
    });
    expect(visibleLog).not.toContain('signature=');
  });

  test('is followed to its failure', async () => {
    const step = await resume(await resumeUrlOf(hooks.fails));
    expect(failureOf(step)).toMatch(/Execution \d+ failed in the node "Refuse": No/);
    expect(step.outputs['execution-status']).toBe('error');
  });

  test('is still followed while it waits for another call', async () => {
    const link = await resumeUrlOf(hooks.twice);
    const first = resume(link, { 'wait-timeout': '3s' });
    expect(failureOf(await first)).toMatch(/Stopped waiting: execution \d+ is still waiting/);
    expect(succeeded(await resume(link)).outputs['execution-data']).toBe('[{"twice":true}]');
  });

  test('is named if it is not followed', async () => {
    const link = await resumeUrlOf(hooks.good);
    const { outputs } = succeeded(await resume(link, { wait: 'false' }));
    expect(outputs['execution-id']).toBe(/\d+$/.exec(link.pathname)?.[0]);
  });
});

test('a truncated address resumes nothing, and nothing is followed', async () => {
  const link = await resumeUrlOf(hooks.good);
  const id = /\d+$/.exec(link.pathname)?.[0] ?? '';
  // Before n8n 2.16, the address has no signature, and an id is enough.
  if (!isSince('2.16.0')) return;
  link.search = '?signature=0';
  const step = await resume(link);
  expect(step.exitCode).toBe(1);
  expect((await api.execution(id))?.status).toBe('waiting');
});

test.each([
  ['called at the other address', 'resumeUrl', {}],
  ['sent as JSON', 'formUrl', {}],
  ['only shown', 'formUrl', { method: 'GET' }],
] as const)('a form that waits is not submitted if it is %s', async (_, name, inputs) => {
  // n8n 2.16 has no other address for it, and takes JSON.
  if (!isSince('2.41.0')) return;
  const link = await resumeUrlOf(hooks.form, name);
  const step = await resume(link, { retries: '0', payload: '', ...inputs });
  expect(failureOf(step)).toContain('The execution was not resumed.');
  expect((await api.execution(/\d+$/.exec(link.pathname)?.[0] ?? ''))?.status).toBe('waiting');
});
