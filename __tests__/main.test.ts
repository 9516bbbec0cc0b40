// The walk of a step: read, trigger, follow, report.
import { describe, expect, test } from '@jest/globals';
import { main } from '../src/main.ts';
import { testHost } from '../support/host.ts';
import { answer, serve } from '../support/server.ts';

async function run(inputs: Record<string, string> = {}, reply = '{"ok":true}') {
  const server = await serve(() => answer(200, reply));
  const host = testHost({ inputs: { url: `${server.origin}/webhook/h1dden`, payload: '{"a":1}', ...inputs } });
  return { exitCode: await main(host), host, requests: server.requests };
}

describe('a step', () => {
  test('calls the webhook, sets its outputs and succeeds', async () => {
    const { exitCode, host, requests } = await run();
    expect(exitCode).toBe(0);
    expect(requests.map(({ target }) => target)).toEqual(['/webhook/h1dden']);
    expect(host.outputs).toMatchObject({ success: 'true', status: '200', route: 'webhook', attempts: '1' });
    expect(requests[0]?.headers.traceparent).toContain(host.outputs['trace-id']);
  });

  test('names the execution that the reply names, even if no API is known', async () => {
    const { host } = await run({}, '{"executionId":"7"}');
    expect(host.outputs).toMatchObject({ 'execution-id': '7', 'execution-status': 'unknown', 'execution-url': '' });
  });

  test('masks its secrets before it logs anything', async () => {
    const { host } = await run({ 'basic-auth': 'user:pa55word', 'signing-secret': 'sign1ng-secret' });
    const firstLine = host.events.findIndex((line) => /^(?:info|debug|warning)/.test(line));
    const masks = host.events.slice(0, firstLine).filter((line) => line.startsWith('mask: '));
    expect(masks).toEqual(expect.arrayContaining(['mask: pa55word', 'mask: sign1ng-secret']));
  });

  test('warns about inputs that have no effect', async () => {
    const { host } = await run({ 'trigger-node': 'Hook' });
    expect(host.events).toContainEqual(expect.stringMatching(/^warning: .*trigger-node: no effect/));
  });
});

describe('wrong inputs', () => {
  test('end the step before anything is sent, and do not show the path of the webhook', async () => {
    const { exitCode, host, requests } = await run({ method: 'FETCH', payload: '{' });
    expect(exitCode).toBe(1);
    expect(requests).toEqual([]);
    expect(host.outputs['success']).toBe('false');
    expect(host.show('/webhook/h1dden')).not.toContain('h1dden');
  });

  test('do not show the path of a URL in quotes, which is invalid', async () => {
    const url = '"https://n8n.example.com/webhook/h1dden-path"';
    const { exitCode, host } = await run({ url, wait: '/webhook/h1dden-path' });
    expect(exitCode).toBe(1);
    expect(host.events.join()).not.toContain('h1dden');
  });

  test('are not a failure if a value is merely not set, and that is expected', async () => {
    const { exitCode, host, requests } = await run({ url: '', 'if-unconfigured': 'warn' });
    expect(exitCode).toBe(0);
    expect(requests).toEqual([]);
    expect(host.events.filter((line) => line.startsWith('warning'))).toHaveLength(1);
  });
});
