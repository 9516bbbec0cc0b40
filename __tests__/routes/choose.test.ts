// Which route api mode takes, against a server that plays n8n; __tests__/bundle has the same as steps of their own.
import { describe, expect, test } from '@jest/globals';
import { at, LOOKUP, n8n, noSuchEndpoint, runHere, START, success, workflow } from '../../support/scripted-n8n.ts';
import { answer } from '../../support/server.ts';

const HOOK = '/webhook/deploy';

describe('route auto, if this n8n has no start endpoint,', () => {
  test("counts and logs only the calls of the workflow's own trigger", async () => {
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow(), [HOOK]: success });
    const { host, log } = await runHere(server);
    expect(host.outputs).toMatchObject({ success: 'true', route: 'webhook', attempts: '1' });
    expect(log.match(/start endpoint/g)).toHaveLength(1);
    expect(log).toMatch(/Calling the start endpoint at \S+, or the workflow's own trigger if this n8n has none: POST/);
    expect(log.match(/Attempt \d+/g)).toEqual(['Attempt 1']);
    expect(log).not.toMatch(/\b404\b/);
  });

  test('counts nothing if that trigger cannot be called', async () => {
    const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow({}, { activeVersion: null }) });
    const { host, exitCode } = await runHere(server);
    expect(exitCode).toBe(1);
    expect(host.outputs).toMatchObject({ success: 'false', route: 'webhook', attempts: '0', status: '' });
  });

  test('says why if the workflow cannot be read', async () => {
    const server = await n8n({ [START]: noSuchEndpoint });
    expect((await runHere(server)).log).toMatch(/error: .*did not find the workflow aBc123/);
  });
});

test('route auto logs and counts each attempt at a start endpoint that is there', async () => {
  let asked = 0;
  const server = await n8n({
    [START]: (response, request) => {
      asked += 1;
      (asked === 1 ? answer(429) : success)(response, request);
    },
    [LOOKUP]: workflow(),
  });
  const { host, log } = await runHere(server);
  expect(host.outputs).toMatchObject({ success: 'true', route: 'start', attempts: '2' });
  expect(log.match(/Attempt \d+/g)).toEqual(['Attempt 1', 'Attempt 2']);
  expect(at(server, HOOK)).toEqual([]);
});

test('route start fails if the endpoint is missing, and that is an attempt', async () => {
  const server = await n8n({ [START]: noSuchEndpoint, [LOOKUP]: workflow(), [HOOK]: success });
  const { host, log } = await runHere(server, { route: 'start' });
  expect(host.outputs).toMatchObject({ success: 'false', route: 'start', attempts: '1', status: '404' });
  expect(log).toContain('Attempt 1: HTTP 404');
  expect(at(server, LOOKUP)).toEqual([]);
});

test('a payload that is not JSON goes straight to the webhook', async () => {
  const server = await n8n({ [LOOKUP]: workflow(), [HOOK]: success });
  const { host } = await runHere(server, { 'content-type': 'text/plain', payload: 'hello' });
  expect(host.outputs).toMatchObject({ success: 'true', route: 'webhook' });
  expect(at(server, START)).toEqual([]);
});
