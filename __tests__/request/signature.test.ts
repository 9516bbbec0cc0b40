import { createHmac } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fileBody, textBody } from '../../src/http/body.ts';
import { signatureOf } from '../../src/request/signature.ts';
import { failed, ok } from '../../src/text/result.ts';

describe('a signature', () => {
  test("is that of the example in GitHub's documentation", async () => {
    expect(await signatureOf(textBody('Hello, World!', 'text/plain'), "It's a Secret to Everybody")).toEqual(
      ok('sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'),
    );
  });

  test('is that of RFC 4231, test case 2, with a file as well', async () => {
    const path = join(tmpdir(), `signed-${process.pid}`);
    writeFileSync(path, 'what do ya want for nothing?');
    const expected = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(await signatureOf(fileBody(path, 28, 'text/plain'), 'Jefe')).toEqual(ok(expected));
    rmSync(path);
    expect(await signatureOf(fileBody(path, 28, 'text/plain'), 'Jefe')).toEqual(failed('unreadable'));
  });

  test('covers every byte, including those around the text and those that are not text', async () => {
    const path = join(tmpdir(), `signed-bytes-${process.pid}`);
    const bytes = Buffer.from([0x20, 0xff, 0x00, 0xfe, 0x0a]);
    writeFileSync(path, bytes);
    const expected = createHmac('sha256', 'key').update(bytes).digest('hex');
    expect(await signatureOf(fileBody(path, 5, 'text/plain'), 'key')).toEqual(ok(`sha256=${expected}`));
    rmSync(path);
  });

  test('of a request without a body covers no bytes', async () => {
    expect(await signatureOf(undefined, 'key')).toEqual(
      ok('sha256=5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0'),
    );
  });

  test('ends with the signal, however much there is to read', async () => {
    const cancelled = new AbortController();
    let pieces = 0;
    const endless = {
      contentType: 'text/plain',
      size: Number.POSITIVE_INFINITY,
      open: async function* () {
        for (;;) {
          pieces += 1;
          if (pieces === 3) cancelled.abort();
          yield Buffer.alloc(1024);
        }
      },
    };
    expect(await signatureOf(endless, 'key', cancelled.signal)).toEqual(failed('aborted'));
    expect(pieces).toBe(3);
  });
});
