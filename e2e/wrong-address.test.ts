import { describe, expect, test } from '@jest/globals';
import * as workflows from '../support/n8n/workflows.ts';
import {
  api,
  call,
  deploy,
  deployAll,
  endings,
  failureOf,
  isSince,
  newPath,
  startCall,
  succeeded,
  url,
} from './suite.ts';

const hooks = await deployAll({
  post: workflows.immediate,
  several: (path) => workflows.immediate(path, { method: ['GET', 'PUT'] }),
});

/** n8n 2.16 and before gives its page to browsers, and to others at `/` only. */
const hasPageEverywhere = isSince('2.17.0');

describe('a production URL', () => {
  test('that n8n does not know is reported as not published or mistyped', async () => {
    const path = newPath();
    const failure = failureOf(await call({ url: `${url}/webhook/${path}` }));
    expect(failure).toMatch(/^The n8n workflow was not triggered\. n8n has no webhook for POST at this address\./);
    expect(failure).toMatch(/The workflow did not run\. Publish the workflow/);
  });

  test('that is not known yet is retried, because publishing takes n8n some time', async () => {
    const path = newPath();
    const id = await api.createWorkflow(workflows.immediate(path));
    const step = startCall({ url: `${url}/webhook/${path}` }, { retries: '3' });
    await step.logged(/Next attempt in/);
    await api.publish(id);
    const { outputs, log } = succeeded(await step.finished);
    expect(Number(outputs['attempts'])).toBeGreaterThan(1);
    expect(log).toMatch(/Attempt 1: HTTP 404/);
    expect(await endings({ id })).toEqual(['success']);
  });

  test('can be called as soon as publishing has returned, and runs once', async () => {
    const path = newPath();
    const id = await api.createWorkflow(workflows.immediate(path));
    await api.publish(id);
    succeeded(await call({ url: `${url}/webhook/${path}` }, { retries: '3' }));
    expect(await endings({ id })).toEqual(['success']);
  });

  test('of a workflow that was unpublished is reported to be published again', async () => {
    const hook = await deploy(workflows.immediate);
    await api.unpublish(hook.id);
    await api.deleteWorkflow(hook.id);
    expect(failureOf(await call(hook))).toContain('Publish the workflow');
  });

  test('with the wrong method is reported with the one that the node takes, and is not retried', async () => {
    const [one, several] = await Promise.all([
      call(hooks.post, { method: 'GET', retries: '3' }),
      call(hooks.several, { method: 'POST', retries: '3' }),
    ]);
    expect(failureOf(one)).toContain(
      'The Webhook node does not accept GET, only POST. The workflow did not run. Set the input method',
    );
    expect(failureOf(several)).toMatch(/does not accept POST, only GET or PUT\. .*Set the input method/);
    expect([one, several].map(({ outputs }) => outputs['attempts'])).toEqual(['1', '1']);
    expect(await endings(hooks.post)).toEqual([]);
  });
});

describe('a test URL', () => {
  test('that nobody is listening on is reported as such', async () => {
    const failure = failureOf(await call({ url: `${url}/webhook-test/${hooks.post.path}` }));
    expect(failure).toMatch(/This is a test URL, and n8n is not listening to it now\. .*Production URL/);
    expect(await endings(hooks.post)).toEqual([]);
  });
});

describe('an address that is not a webhook', () => {
  test.each(['/workflow/aBc123', '/rest/settings', '/healthz', '/api/v1/workflows'])(
    'but a page or an endpoint of n8n itself is a wrong input: %s',
    async (path) => {
      const step = await call({ url: url + path });
      expect(failureOf(step)).toContain('add mode: api');
      expect(step.outputs).toMatchObject({ attempts: '0', status: '' });
    },
  );

  test.each(['GET', 'POST'])('an editor link in place of a webhook fails with %s', async (method) => {
    // With api-url, n8n's endpoints may have any name.
    const step = await call({ url: `${url}/workflow/${hooks.post.id}` }, { method, 'api-url': url });
    expect(failureOf(step)).toContain(
      'url is a link to the editor. Give the Production URL of the Webhook node, or use mode: api.',
    );
    expect(step.outputs['status']).toBe(method === 'GET' && hasPageEverywhere ? '200' : '404');
    expect(await endings(hooks.post)).toEqual([]);
  });

  test.each(['/', '/webhok/deploy', '/home/workflows'])("GET %s gives n8n's page, which is a failure", async (path) => {
    const step = await call({ url: url + path }, { method: 'GET' });
    const isPage = path === '/' || hasPageEverywhere;
    expect(failureOf(step)).toMatch(
      isPage
        ? /The reply is the page of n8n's editor: url leads to no webhook\. .*Production URL/
        : /n8n replied, but serves nothing at this address \(404\)\. .*Production URL/,
    );
    expect(step.outputs).toMatchObject({ status: isPage ? '200' : '404', success: 'false' });
  });

  test('POST to a mistyped path is reported as such', async () => {
    const failure = failureOf(await call({ url: `${url}/webhok/${hooks.post.path}` }));
    expect(failure).toMatch(/n8n replied, but serves nothing at this address \(404\)\. .*Production URL/);
  });

  test("n8n's page is a failure even if everything counts as success", async () => {
    const inputs = { method: 'GET', 'accept-status': '100-599' };
    expect(failureOf(await call({ url: `${url}/` }, inputs))).toContain("n8n's editor");
  });

  test('a host that does not exist, and a port where nobody listens, were never reached', async () => {
    const [host, port] = await Promise.all([
      call({ url: 'http://n8n.invalid/webhook/a' }),
      call({ url: 'http://127.0.0.1:9/webhook/a' }),
    ]);
    expect(failureOf(host)).toMatch(/The host name n8n\.invalid was not found .*did not run/);
    expect(failureOf(port)).toMatch(/127\.0\.0\.1:9 refused the connection\. The workflow did not run/);
    expect(host.outputs).toMatchObject({ status: '', 'response-headers': '', 'response-body': '' });
  });
});
