// Uploads that are far larger than memory should be, through a network that is slower than the disk.
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort, listenOnLoopback } from '../support/loopback.ts';
import { watchMemory } from '../support/memory.ts';
import { until } from '../support/n8n/api.ts';
import { chain, form, hashFile, webhook } from '../support/n8n/nodes.ts';
import { type N8nServer, startN8n } from '../support/n8n/server.ts';
import { startStep } from '../support/step.ts';
import { newPath, replyOf, succeeded } from './suite.ts';

const SIZE = 500_000_000;
/** Bytes a second: as much as a gigabit line lets through when it is shared, and slow enough for a word in between. */
const SPEED = 40_000_000;
const FLAT_KIB = 120_000_000 / 1024;

const folder = mkdtempSync(join(tmpdir(), 'large-upload-'));
const path = join(folder, 'large.bin');
let sha256: string;
let server: N8nServer;
let slow: { url: string; close(): void };

beforeAll(async () => {
  [sha256, server] = await Promise.all([
    writeLarge(),
    startN8n({
      extraEnv: {
        N8N_FORMDATA_FILE_SIZE_MAX: '1024',
        // Older n8n requires it.
        N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
        N8N_AVAILABLE_BINARY_DATA_MODES: 'filesystem',
      },
    }),
  ]);
  slow = await startSlowLine(server.port);
}, 180_000);

afterAll(async () => {
  slow?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the file, and gives its SHA-256. */
async function writeLarge(): Promise<string> {
  const hash = createHash('sha256');
  const pieces = function* () {
    for (let at = 0; at < SIZE; at += 1_000_000) {
      const piece = Buffer.alloc(1_000_000, `${at} large `);
      hash.update(piece);
      yield piece;
    }
  };
  await pipeline(Readable.from(pieces()), createWriteStream(path));
  return hash.digest('hex');
}

/** A line to a port of this machine that lets so much through in a second. */
async function startSlowLine(port: number): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const line: Server = createServer((socket) => {
    const onward = connect(port, '127.0.0.1');
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    onward.pipe(socket);
    const began = performance.now();
    const slowed = async function* (chunks: AsyncIterable<Buffer>) {
      let passed = 0;
      for await (const chunk of chunks) {
        yield chunk;
        passed += chunk.length;
        const early = (1000 * passed) / SPEED - (performance.now() - began);
        if (early > 5) await sleep(early);
      }
    };
    pipeline(socket, slowed, onward).catch(() => undefined);
  });
  const own = await freePort();
  await listenOnLoopback(line, own);
  return {
    url: `http://127.0.0.1:${own}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      line.close();
    },
  };
}

describe('500 MB', () => {
  /** What hashes the file that it gets, published. */
  async function deployHash(): Promise<string> {
    const hook = newPath();
    const trigger = webhook(hook, { responseMode: 'lastNode' });
    await server.api.deploy(chain(`Large ${hook}`, trigger, hashFile('Hash', 'data')));
    return `/webhook/${hook}`;
  }

  test('go to a webhook as multipart/form-data, with flat memory and progress in the log', async () => {
    const url = slow.url + (await deployHash());
    const started = startStep({ with: { url, retries: '0', files: path, payload: 'a: 1' } });
    const peakKib = watchMemory(started.child.pid);
    const step = succeeded(await started.finished);
    expect(peakKib()).toBeLessThan(FLAT_KIB);
    expect(replyOf(step)).toMatchObject({ sha256 });
    expect(step.visibleLog).toMatch(/^Sent \d+\.\d MB of 500\.0 MB \(\d+%\)$/m);
  }, 120_000);

  test('go to a webhook unchanged, signed, with flat memory', async () => {
    const url = server.url + (await deployHash());
    const type = 'application/octet-stream';
    const started = startStep({
      with: { url, retries: '0', 'payload-file': path, 'content-type': type, 'signing-secret': 'any secret' },
    });
    const peakKib = watchMemory(started.child.pid);
    const step = succeeded(await started.finished);
    expect(peakKib()).toBeLessThan(FLAT_KIB);
    expect(replyOf(step)).toMatchObject({ sha256 });
  }, 120_000);

  test('go to the file field of a form by its id, with flat memory', async () => {
    const hook = newPath();
    const fields = [{ fieldLabel: 'Large one', fieldType: 'file', multipleFiles: false }];
    const options = { parameters: { responseMode: 'lastNode' } };
    const id = await server.api.deploy(
      chain(`Large form ${hook}`, form(hook, fields, options), hashFile('Hash', 'Large_one')),
    );
    await until('the form to answer', 30_000, async () => {
      const response = await fetch(`${server.url}/form/${hook}`);
      await response.arrayBuffer();
      return response.status === 404 ? undefined : true;
    });
    const step = startStep({
      with: { mode: 'api', url: server.url, 'workflow-id': id, 'secret-key': server.apiKey, files: path },
    });
    const peakKib = watchMemory(step.child.pid);
    succeeded(await step.finished);
    expect(peakKib()).toBeLessThan(FLAT_KIB);
    const [execution] = await server.api.executions(id);
    const { raw } = await server.api.executionEnded(execution?.id ?? '', 60_000);
    expect(raw['status']).toBe('success');
    expect(JSON.stringify((await server.api.execution(execution?.id ?? '', true))?.raw)).toContain(sha256);
  }, 120_000);
});
