// When the committed bundle sends again, and when not. The pauses are real; the tests that have them run side by side.
import { describe, expect, jest, test } from '@jest/globals';
import { freePort } from '../../support/loopback.ts';
import {
  answer,
  type Received,
  reset,
  type Script,
  type ScriptedServer,
  serve,
  serveTcp,
} from '../../support/server.ts';
import { runStep, type StepResult, startStep } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

interface Run {
  step: StepResult;
  server: ScriptedServer;
}

async function run(script: Script, given: Record<string, string> = {}): Promise<Run> {
  const server = await serve(script);
  const step = await runStep({ with: { url: `${server.origin}/webhook/deploy`, ...given } });
  return { step, server };
}

const success = answer(200, '{"ok":true}');
const notRegistered = answer(
  404,
  JSON.stringify({ code: 404, message: 'The requested webhook "POST deploy" is not registered.' }),
);

/** What must be the same in all attempts of a step. */
const identityOf = ({ method, target, headers, body }: Received) => ({
  method,
  target,
  headers,
  body: body.toString(),
});

describe('what did not run is sent again:', () => {
  test.concurrent('a refused connection, until n8n is up', async () => {
    const port = await freePort();
    const step = startStep({ with: { url: `http://127.0.0.1:${port}/webhook/deploy`, retries: '20' } });
    await step.logged(/Attempt 1: ECONNREFUSED/);
    const server = await serve([success], { port });
    const { exitCode, outputs, log } = await step.finished;
    expect(exitCode).toBe(0);
    expect(server.requests).toHaveLength(1);
    expect(Number(outputs['attempts'])).toBeGreaterThan(1);
    expect(log).toMatch(/refused the connection\. Next attempt in \d/);
  });

  test.concurrent('a refused connection, until no retry is left', async () => {
    const port = await freePort();
    const step = await runStep({ with: { url: `http://127.0.0.1:${port}/webhook/deploy`, retries: '1' } });
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ success: 'false', status: '', attempts: '2' });
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'The n8n workflow was not triggered' }]);
  });

  test.concurrent('the reply of a server that is starting up, though its status is 200', async () => {
    const { step, server } = await run([answer(200, 'n8n is starting up. Please wait'), success]);
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ attempts: '2', status: '200', 'response-body': '{"ok":true}' });
    const [first, second] = server.requests.map(identityOf);
    expect(second).toEqual(first);
    expect(step.durationMs).toBeGreaterThan(2000);
  });

  test.concurrent('503, after the pause that Retry-After asks for', async () => {
    const { step, server } = await run([answer(503, 'busy', { 'retry-after': '1' }), success]);
    expect(step.outputs).toMatchObject({ success: 'true', attempts: '2' });
    const [first, second] = server.requests.map(identityOf);
    expect(second).toEqual(first);
    expect(step.durationMs).toBeGreaterThan(1000);
    expect(step.visibleLog).toMatch(/limits calls \(HTTP 503, "busy"\)\. Next attempt in [12]\.\d s\./);
  });

  test.concurrent('429 without Retry-After', async () => {
    const { step } = await run([answer(429), success]);
    expect(step.outputs).toMatchObject({ success: 'true', attempts: '2' });
  });

  test.concurrent('a webhook that is just being registered', async () => {
    const { step } = await run([notRegistered, success]);
    expect(step.outputs).toMatchObject({ success: 'true', attempts: '2' });
  });

  test.concurrent('a connection that broke while the body was being sent', async () => {
    let calls = 0;
    const server = await serveTcp((socket) => {
      calls += 1;
      if (calls === 1) {
        socket.once('data', () => socket.resetAndDestroy());
        return;
      }
      let received = 0;
      socket.on('data', (chunk) => {
        received += chunk.length;
        if (received > 20_000_000) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
      });
    });
    const given = { url: `${server.origin}/x`, 'content-type': 'text/plain', 'payload-file': 'large.txt' };
    const step = await runStep({ with: given, files: { 'large.txt': 'a'.repeat(20_000_000) } });
    expect(step.outputs).toMatchObject({ success: 'true', attempts: '2' });
    expect(step.visibleLog).toMatch(/broke while the request was being sent/);
  });
});

describe('what may have run is not sent again:', () => {
  test.concurrent('a connection that was reset after the request', async () => {
    const { step, server } = await run([reset, success]);
    expect(step.exitCode).toBe(1);
    expect(server.requests).toHaveLength(1);
    expect(step.outputs).toMatchObject({ success: 'false', status: '', attempts: '1' });
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'The n8n workflow may have run' }]);
  });

  test.concurrent.each([502, 504, 524])('a proxy that answers %i', async (status) => {
    const { step, server } = await run([answer(status, '<html>', { 'content-type': 'text/html' }), success]);
    expect(step.exitCode).toBe(1);
    expect(server.requests).toHaveLength(1);
    expect(step.annotations).toMatchObject([{ title: 'The n8n workflow may have run' }]);
  });

  test.concurrent('unless that is allowed, and then with the same identity', async () => {
    const { step, server } = await run([reset, answer(502), success], { 'retry-ambiguous': 'true' });
    expect(step.exitCode).toBe(0);
    expect(step.outputs['attempts']).toBe('3');
    const [first, ...others] = server.requests.map(identityOf);
    expect(others).toEqual([first, first]);
  });
});

describe('what would end the same way is not sent again:', () => {
  test.concurrent.each([
    ['a workflow that failed', answer(500, '{"message":"Error in workflow"}')],
    [
      'the wrong method',
      answer(
        404,
        '{"message":"This webhook is not registered for POST requests. Did you mean to make a GET request?"}',
      ),
    ],
    ['a refusal', answer(401, 'Authorization is required!')],
    ['a body that is too large', answer(413)],
    ['a redirect', answer(302, '', { location: '/login' })],
    ['any other status', answer(418, 'teapot')],
  ])('%s', async (_, handler) => {
    const { step, server } = await run([handler, success], { 'retry-ambiguous': 'true' });
    expect(step.exitCode).toBe(1);
    expect(server.requests).toHaveLength(1);
    expect(step.outputs['attempts']).toBe('1');
  });

  test.concurrent('anything with retries: 0', async () => {
    const { step, server } = await run([notRegistered, success], { retries: '0' });
    expect(step.exitCode).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  test.concurrent('a server that asks for a pause of ten minutes', async () => {
    const { step, server } = await run([answer(503, '', { 'retry-after': '600' }), success]);
    expect(step.exitCode).toBe(1);
    expect(server.requests).toHaveLength(1);
  });
});
