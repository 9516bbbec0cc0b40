// The largest reply that is taken, and one that is larger: memory stays flat, and the step says what happened.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { listenOnLoopback } from '../../support/loopback.ts';
import { watchMemory } from '../../support/memory.ts';
import { type StepResult, startStep } from '../../support/step.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

const server = createServer((request, response) => {
  request.resume();
  response.on('error', () => undefined).setHeader('content-type', 'text/plain');
  const chunk = Buffer.alloc(MIB, 'x');
  let left = Number(request.url?.replace(/\D/g, ''));
  const more = (): void => {
    while (left > 0) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      if (!response.write(part)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let port: Promise<number> | undefined;

/** Runs a step that receives this many bytes, and measures its memory. */
async function receive(bytes: number): Promise<{ step: StepResult; peakKib: number }> {
  port ??= listenOnLoopback(server);
  const url = `http://127.0.0.1:${await port}/webhook/${bytes}`;
  const started = startStep({ with: { url, retries: '0', timeout: '5m' } });
  const peakKib = watchMemory(started.child.pid);
  const step = await started.finished;
  return { step, peakKib: peakKib() };
}

test('a reply of a gigabyte is accepted, with flat memory', async () => {
  const { step, peakKib } = await receive(GIB);
  expect(step.outputs).toMatchObject({ success: 'true', status: '200' });
  const file = step.outputs['response-file'] ?? '';
  expect(statSync(file).size).toBe(GIB);
  rmSync(file);
  expect(peakKib).toBeLessThan(300 * 1024);
}, 300_000);

test('a reply over a gigabyte fails, with flat memory and no file left behind', async () => {
  const { step, peakKib } = await receive(GIB + 1);
  expect(step.annotations).toMatchObject([{ message: expect.stringMatching(/\(HTTP 200\) is larger than 1\.07 GB/) }]);
  expect(peakKib).toBeLessThan(300 * 1024);
  expect(readdirSync(join(step.dir, 'temp'))).toEqual([]);
}, 300_000);
