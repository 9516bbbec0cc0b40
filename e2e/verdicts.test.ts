import { describe, expect, test } from '@jest/globals';
import { until } from '../support/n8n/api.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at } from '../support/shapes.ts';
import {
  api,
  apiKey,
  call,
  type Deployed,
  deployAll,
  endings,
  executionsOf,
  failureOf,
  since,
  succeeded,
  url,
  warningOf,
} from './suite.ts';

const hooks = await deployAll({
  onlyRunIf: (path) => workflows.immediate(path, { options: { onlyRunIf: '={{ $json.body.run === true }}' } }),
  fails: workflows.fails,
  failsLate: workflows.failsBeforeResponding,
  failsSoftly: workflows.fails,
  empty: workflows.lastNodeEmpty,
  noFile: workflows.binaryMissing,
  failsWithKey: workflows.fails,
  emptyWithKey: workflows.lastNodeEmpty,
  noRespondNode: workflows.noRespondNode,
  unusedRespondNode: workflows.unusedRespondNode,
  elsewhere: (path) =>
    workflows.responds(path, { with: 'redirect', redirectTo: 'https://example.com/other/place?token=hidden' }),
  sameHost: (path) => workflows.responds(path, { with: 'redirect', redirectTo: `${url}/webhook/another-path` }),
  teapot: (path) => workflows.responds(path, { with: 'json', body: '{"brewed":false}', code: 418 }),
  conflict: (path) => workflows.responds(path, { with: 'json', body: '{"message":"Stock is locked"}', code: 409 }),
  large: workflows.echo,
  unparsed: workflows.echo,
  slow: (path) => workflows.slow(path, 2),
});

describe('what n8n says when nothing ran', () => {
  since('2.30.0', 'the option Only Run If').test('Only Run If is false: the step succeeds with a warning', async () => {
    const step = await call(hooks.onlyRunIf, { payload: 'run: false' });
    expect(warningOf(step)).toMatch(/ran nothing: the "Only Run If" condition .*is false/);
    expect(step.outputs).toMatchObject({ success: 'true', status: '200' });
    expect(await endings(hooks.onlyRunIf)).toEqual([]);
    succeeded(await call(hooks.onlyRunIf, { payload: 'run: true' }));
    expect(await endings(hooks.onlyRunIf)).toEqual(['success']);
  });

  test('a workflow that n8n cannot start is reported with the reason', async () => {
    const [none, unused] = await Promise.all([call(hooks.noRespondNode), call(hooks.unusedRespondNode)]);
    expect(failureOf(none)).toMatch(/could not start the workflow: "No Respond to Webhook node found/);
    expect(failureOf(unused)).toMatch(/could not start the workflow: "Unused Respond to Webhook node found/);
    // n8n notes its own refusal as a failed execution, some time after the reply: no node but the first is in it.
    for (const hook of [hooks.noRespondNode, hooks.unusedRespondNode]) {
      const noted = await until('the refusal to be noted', 20_000, async () => (await executionsOf(hook))[0]);
      const execution = await api.execution(noted.id, true);
      expect(Object.keys(Object(at(execution?.raw, 'data', 'resultData', 'runData')))).toEqual(['Webhook']);
    }
  });

  test('a body over the limit is reported as too large', async () => {
    const files = { 'large.txt': 'x'.repeat(17_000_000) };
    const step = await call(hooks.large, { 'payload-file': 'large.txt', 'content-type': 'text/plain' }, { files });
    // n8n replies while it is still being sent to, and breaks the connection: the reply does not always come through.
    const failure = failureOf(step);
    expect(failure).toMatch(/body of 17\.0 MB.* 16 MiB/);
    for (const words of ['The workflow did not run.', 'N8N_PAYLOAD_SIZE_MAX']) expect(failure).toContain(words);
    expect(await endings(hooks.large)).toEqual([]);
  });

  test('a body that n8n cannot parse is reported as such', async () => {
    // Only once: after a second body like this, n8n 2.41 answers no XML at all until it is restarted.
    const contentType = 'application/xml';
    const step = await call(hooks.unparsed, { payload: '<a', 'content-type': contentType });
    expect(failureOf(step)).toContain(`n8n could not parse the body as ${contentType}. The workflow did not run.`);
    expect(step.outputs).toMatchObject({ status: '422', attempts: '1' });
    expect(await endings(hooks.unparsed)).toEqual([]);
  });
});

describe('what n8n says when the workflow ran', () => {
  const expectFailedOnce = async (hook: Deployed) => {
    const step = await call(hook, { retries: '3', 'retry-ambiguous': 'true' });
    expect(failureOf(step)).toMatch(/^The n8n workflow failed\. The workflow ran and failed\./);
    expect(step.outputs).toMatchObject({ status: '500', attempts: '1' });
    expect(await endings(hook)).toEqual(['error']);
  };

  test('an error in the workflow is a failure, and the workflow does not run again', () =>
    expectFailedOnce(hooks.fails));

  since('2.38.0', 'an error before the Respond to Webhook node is an error in the reply').test(
    'so is an error before its Respond to Webhook node',
    () => expectFailedOnce(hooks.failsLate),
  );

  test('a last node without an item is reported as a run without an answer, and the workflow does not run again', async () => {
    const [empty, noFile] = await Promise.all([
      call(hooks.empty, { retries: '3', 'retry-ambiguous': 'true' }),
      call(hooks.noFile, { retries: '3', 'retry-ambiguous': 'true' }),
    ]);
    for (const step of [empty, noFile]) {
      expect(failureOf(step)).toContain('The workflow ran, and its last node returned nothing');
      expect(step.outputs).toMatchObject({ status: '500', attempts: '1' });
    }
    expect(await endings(hooks.empty)).toEqual(['success']);
    expect(await endings(hooks.noFile)).toEqual(['success']);
  });

  test('with secret-key, the execution is read: the failing node is named, and an empty last node is not a failure', async () => {
    const [fails, empty] = await Promise.all([
      call(hooks.failsWithKey, { 'secret-key': apiKey }),
      call(hooks.emptyWithKey, { 'secret-key': apiKey }),
    ]);
    expect(failureOf(fails)).toMatch(/^The n8n workflow failed\. .*"Refuse": No stock left/);
    expect(empty).toMatchObject({ exitCode: 0, outputs: { success: 'true', status: '500', attempts: '1' } });
    expect(await endings(hooks.failsWithKey)).toEqual(['error']);
    expect(await endings(hooks.emptyWithKey)).toEqual(['success']);
  });

  since('2.17.0', 'a reply that waits for a short Wait node').test(
    'no reply in time may have run, and is not sent again unless the workflow may run twice',
    async () => {
      const step = await call(hooks.slow, { timeout: '1s', retries: '3' });
      expect(failureOf(step)).toMatch(/^The n8n workflow may have run\. No reply came from .* within 1\.0 s\./);
      expect(step.outputs).toMatchObject({ status: '', attempts: '1' });
      expect(await endings(hooks.slow)).toEqual(['success']);
      const again = await call(hooks.slow, { timeout: '1s', retries: '1', 'retry-ambiguous': 'true' });
      expect(again.outputs['attempts']).toBe('2');
      expect(await endings(hooks.slow)).toEqual(['success', 'success', 'success']);
    },
  );
});

describe('a redirect', () => {
  test('is not followed, and the failure says where it points to, without its query', async () => {
    const step = await call(hooks.elsewhere);
    expect(failureOf(step)).toMatch(/redirects \(HTTP 307\) to https:\/\/example\.com\/other\/place; .*not followed/);
    expect(step.visibleLog).not.toContain('token=hidden');
    expect(step.outputs).toMatchObject({ status: '307', attempts: '1' });
  });

  test('to the same server is not followed either, and no webhook path is shown', async () => {
    const step = await call(hooks.sameHost);
    expect(failureOf(step)).toContain('(HTTP 307) to another path on the same server');
    expect(step.visibleLog).not.toContain('another-path');
  });

  test('is a success if its status is accepted', async () => {
    const step = succeeded(await call(hooks.elsewhere, { 'accept-status': '200-299,307' }));
    expect(JSON.parse(step.outputs['response-headers'] ?? '')).toMatchObject({
      location: 'https://example.com/other/place?token=hidden',
    });
  });
});

describe('accept-status', () => {
  test('a status outside of it is a failure that quotes the reply', async () => {
    const step = await call(hooks.conflict);
    expect(failureOf(step)).toMatch(
      /^The n8n workflow ran, but its result was not accepted\. The workflow ran, and replied with HTTP 409 and "Stock is locked"/,
    );
    expect(step.outputs['response-body']).toBe('{"message":"Stock is locked"}');
  });

  test('makes any status a success, and only those that it lists', async () => {
    const step = succeeded(await call(hooks.teapot, { 'accept-status': '418' }));
    expect(step.outputs).toMatchObject({ status: '418', 'response-body': '{"brewed":false}' });
    expect(failureOf(await call(hooks.teapot, { 'accept-status': '200-417, 419-599' }))).toContain('HTTP 418');
  });
});

describe('fail-on-error: false', () => {
  test('lets the job go on with a warning, and the outputs say that the step failed', async () => {
    const step = await call(hooks.failsSoftly, { 'fail-on-error': 'false' });
    expect(warningOf(step)).toMatch(/The workflow ran and failed\. .*fail-on-error is false/);
    expect(step.outputs).toMatchObject({ success: 'false', status: '500', attempts: '1' });
    expect(step.outputs['response-body']).toContain('Error in workflow');
    expect(await endings(hooks.failsSoftly)).toEqual(['error']);
  });

  test('does not apply to wrong inputs', async () => {
    const step = await call(hooks.failsSoftly, { 'fail-on-error': 'false', retries: 'many', timeout: '0', url: 'n8n' });
    const lines = failureOf(step).split('\n');
    expect(lines).toEqual([
      expect.stringContaining('url: is not an absolute http or https URL'),
      expect.stringMatching(/^timeout: "0" is out of range/),
      expect.stringMatching(/^retries: "many" is not a whole number/),
      'Nothing was sent.',
    ]);
  });
});
