// A reply that is larger than any that is taken: memory stays flat, and the step says what happened.
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { watchMemory } from '../support/memory.ts';
import { startStep } from '../support/step.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

const server = createServer((request, response) => {
  request.resume();
  response.on('error', () => undefined).setHeader('content-type', 'text/plain');
  const chunk = Buffer.alloc(MIB, 'x');
  let left = GIB + 1;
  const more = (): void => {
    for (; left > 0; left -= chunk.length) if (!response.write(chunk)) return void response.once('drain', more);
    response.end();
  };
  more();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a reply over a gigabyte fails, with flat memory and no file left behind', async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const started = startStep({ with: { url: `http://127.0.0.1:${port}/webhook/x`, retries: '0', timeout: '5m' } });
  const peakKib = watchMemory(started.child.pid);
  const step = await started.finished;
  expect(step.annotations).toMatchObject([{ message: expect.stringMatching(/\(HTTP 200\) is larger than 1\.07 GB/) }]);
  expect(peakKib()).toBeLessThan(300 * 1024);
  expect(readdirSync(join(step.dir, 'temp'))).toEqual([]);
}, 300_000);
