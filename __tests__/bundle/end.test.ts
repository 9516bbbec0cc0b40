// How the process of a step begins and ends, whatever holds it.
import { expect, jest, test } from '@jest/globals';
import { WINDOWS } from '../../support/paths.ts';
import { answer, serve } from '../../support/server.ts';
import { runStep, type StepResult } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

/** Runs a step in a Node that runs this code first. */
const runAfter = (code: string, url = 'http://127.0.0.1:9/webhook/x'): Promise<StepResult> =>
  runStep({
    with: { url, retries: '0', payload: '{}' },
    files: { 'first.cjs': code },
    env: { NODE_OPTIONS: '--require ./first.cjs', RUNNER_DEBUG: '1' },
  });

test.each(['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'])(
  '%s is heard before anything that takes time is loaded',
  async (signal) => {
    const server = await serve([answer(200, '{}')]);
    const step = await runAfter(
      `
    process.on('newListener', (name) => {
      if (name !== '${signal}') return;
      const heavy = process.moduleLoadList.filter((module) => /^NativeModule (?:http|crypto|net|os)$/.test(module));
      if (heavy.length > 0) console.log('too late:', heavy);
      process.nextTick(() => process.emit('${signal}'));
    });
  `,
      `${server.origin}/webhook/x`,
    );
    expect(step.log).not.toContain('too late');
    expect(server.requests).toHaveLength(0);
    expect(step.exitCode).toBe(1);
    expect(step.outputs['success']).toBe('false');
  },
);

(WINDOWS ? test.skip : test).each([200, 500])(
  'a thread that waits for a file for ever holds no step, HTTP %i',
  async (status) => {
    const server = await serve([answer(status, '{}')]);
    const step = await runAfter(
      `
    require('node:child_process').execFileSync('mkfifo', ['pipe']);
    for (let n = 0; n < 4; n += 1) require('node:fs').open('pipe', 'r', () => {});
  `,
      `${server.origin}/webhook/x`,
    );
    expect(step.exitCode).toBe(status === 200 ? 0 : 1);
    expect(step.outputs).toMatchObject({ success: String(status === 200), status: String(status) });
    expect(step.summary).toContain(String(status));
  },
);

test('warnings of Node and of libraries are only in the debug log, on one line each', async () => {
  const server = await serve([answer(200, '{}')]);
  const step = await runAfter(
    `
    setImmediate(() => process.emitWarning('odd\\n::error::odder', 'Odd'));
    setImmediate(() => Buffer('x'));
  `,
    `${server.origin}/webhook/x`,
  );
  expect(step.exitCode).toBe(0);
  expect(step.annotations).toEqual([]);
  expect(step.commands.filter(({ name }) => name === 'debug').map(({ data }) => data)).toContain(
    'Odd: odd : :error: :odder',
  );
  expect(step.log).not.toMatch(/\(node:|trace-warnings/);
});

test.each([
  ['an exception', "throw new Error('no chance\\nat all');"],
  ['a rejection', "Promise.reject(new Error('no chance\\nat all'));"],
  ['a rejection with a text', "Promise.reject('no chance\\nat all');"],
])('%s that nobody catches ends the step with a sentence', async (_, code) => {
  const server = await serve([() => undefined]);
  const step = await runAfter(`setTimeout(() => { ${code} }, 300);`, `${server.origin}/webhook/x`);
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toEqual({ success: 'false' });
  expect(step.annotations).toEqual([
    {
      level: 'error',
      title: 'The n8n step ended unexpectedly',
      message: expect.stringMatching(/^The step ended unexpectedly: no chance at all\. The workflow may have run: /),
    },
  ]);
  expect(step.log).not.toMatch(/^\s+at |Node\.js v/m);
});
