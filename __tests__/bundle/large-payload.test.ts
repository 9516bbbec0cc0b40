// A JSON payload as large as n8n accepts: it is parsed and checked, and must not take much more memory than that needs.
import { expect, test } from '@jest/globals';
import { residentKib } from '../../support/memory.ts';
import { answer, serve } from '../../support/server.ts';
import { startStep } from '../../support/step.ts';

const MIB = 1024 ** 2;

test('a JSON payload of 16 MiB arrives, and takes less than 195 MiB of memory', async () => {
  const item = { id: 12345, name: 'an item of a list', tags: ['one', 'two'], ok: true };
  const items = Array.from({ length: Math.ceil((16 * MIB) / JSON.stringify(item).length) }, () => item);
  const payload = JSON.stringify({ items });
  let peakKib = 0;
  const server = await serve([
    (response, request) => {
      peakKib = residentKib(started.child.pid);
      answer(200, '{}')(response, request);
    },
  ]);
  const started = startStep({
    with: { url: `${server.origin}/webhook/x`, 'payload-file': 'payload.json', retries: '0' },
    files: { 'payload.json': payload },
  });
  expect((await started.finished).exitCode).toBe(0);
  expect(server.requests[0]?.body.toString() === payload).toBe(true);
  expect(peakKib).toBeLessThan(195 * 1024);
});
