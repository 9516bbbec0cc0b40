import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { withProgress } from '../../src/http/upload-progress.ts';
import { testClock } from '../../support/clock.ts';

test('an upload is reported every ten seconds, and arrives unchanged', async () => {
  const clock = testClock();
  const reported: number[] = [];
  const open = () =>
    Readable.from(
      (async function* () {
        for (const chunk of ['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee']) {
          yield Buffer.from(chunk);
          clock.pass(6000);
        }
      })(),
      { objectMode: false },
    );
  const body = withProgress({ contentType: 'text/plain', size: 1_000_000, open }, clock, (sent) => reported.push(sent));
  expect(await text(body.open())).toBe('aaaabbbbccccddddeeee');
  expect(reported).toEqual([8, 16]);
});

test('a small body goes out as it is: nothing would be reported about it, and each layer costs every step time', () => {
  const body = { contentType: 'text/plain', size: 999_999, open: () => Readable.from([]) };
  expect(withProgress(body, testClock(), () => undefined)).toBe(body);
});
