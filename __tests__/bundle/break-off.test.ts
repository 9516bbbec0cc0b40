// What the committed bundle says when it cannot go on: never success, and no stack trace.
import { expect, jest, test } from '@jest/globals';
import { answer, serve } from '../../support/server.ts';
import { runStep, type StepResult } from '../../support/step.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

/** Runs a step in a Node that runs this code first. */
const runAfter = (code: string): Promise<StepResult> =>
  runStep({
    with: { url: 'http://127.0.0.1:9/webhook/x' },
    files: { 'first.cjs': code },
    env: { NODE_OPTIONS: '--require ./first.cjs' },
  });

test('a run with nothing left to wait for fails', async () => {
  const step = await runAfter(`
    // A request that never says a word, and that Node does not wait for either.
    const { Writable } = require('node:stream');
    require('node:http').request = () => Object.assign(new Writable({ write() {} }), { setTimeout() {} });
  `);
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toEqual({ success: 'false' });
  expect(step.annotations).toEqual([
    {
      level: 'error',
      title: 'The n8n step ended unexpectedly',
      message: expect.stringMatching(
        /^The step ended unexpectedly: nothing is left .* The workflow may have run: look at/,
      ),
    },
  ]);
});

test('a bug is reported in a sentence, with its stack trace only in the debug log', async () => {
  const step = await runAfter(`
    require('node:crypto').hash = () => { throw new Error('no chance\\nat all'); };
  `);
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toEqual({ success: 'false' });
  expect(step.annotations).toEqual([
    {
      level: 'error',
      title: 'The n8n step ended unexpectedly',
      message: expect.stringMatching(/^The step ended unexpectedly: no chance at all\. /),
    },
  ]);
  expect(step.visibleLog).not.toMatch(/^\s+at /m);
});

test('outputs that cannot be written are reported in a sentence, too', async () => {
  const step = await runStep({
    with: { url: 'http://127.0.0.1:9/webhook/x', retries: '0' },
    env: { GITHUB_OUTPUT: '/nowhere/output' },
  });
  expect(step.exitCode).toBe(1);
  expect(step.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The step ended unexpectedly: Missing file at path: \/nowhere\/output\. /),
  ]);
  expect(step.visibleLog).not.toMatch(/^\s+at /m);
});

test('a summary that cannot be written is a warning, and the result stays', async () => {
  const server = await serve([answer(200, '{}')]);
  const step = await runStep({
    with: { url: `${server.origin}/webhook/x` },
    env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' },
  });
  expect(step.exitCode).toBe(0);
  expect(step.outputs).toMatchObject({ success: 'true', status: '200' });
  expect(step.annotations).toEqual([
    {
      level: 'warning',
      title: '',
      message: expect.stringMatching(/^The job summary could not be written: .*\/nowhere\/summary/),
    },
  ]);
});
