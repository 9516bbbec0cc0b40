import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { chain, respond, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { call, deployAll, endings, failureOf, replyOf, since, succeeded, warningOf } from './suite.ts';

const hooks = await deployAll({
  immediate: workflows.immediate,
  echo: workflows.echo,
  allItems: workflows.allItems,
  noBody: workflows.noBody,
  nothing: (path) => workflows.responds(path, { with: 'noData', code: 204 }),
  respondNode: (path) =>
    workflows.responds(path, {
      with: 'json',
      body: '{"queued":true}',
      code: 202,
      headers: { 'X-Queue': 'a', 'X-N8N-Execution-Id': '={{ $execution.id }}' },
    }),
  textFile: workflows.lastNodeBinary,
  sendsBack: (path) =>
    chain(
      `Sends back ${path}`,
      webhook(path, { responseMode: 'responseNode', options: { rawBody: true } }),
      respond('Respond', { with: 'binary' }),
    ),
  html: workflows.html,
  streams: workflows.streams,
  streamsAndFails: (path) => workflows.streams(path, 'No stock left'),
});

const bytesOf = (path: string | undefined): Buffer => readFileSync(path ?? '');

describe('a webhook that answers at once', () => {
  test('lets the step succeed as soon as n8n has started the workflow', async () => {
    const step = succeeded(await call(hooks.immediate));
    expect(step.outputs).toMatchObject({ status: '200', route: 'webhook', attempts: '1', 'response-file': '' });
    expect(replyOf(step)).toEqual({ message: 'Workflow was started' });
    expect(await endings(hooks.immediate)).toEqual(['success']);
  });
});

describe('a webhook that answers when its last node is done', () => {
  test('gives the first item as response-body', async () => {
    const step = succeeded(await call(hooks.echo, { payload: '{"a":1}' }));
    expect(replyOf(step)).toMatchObject({ body: { a: 1 }, executionMode: 'production' });
    expect(await endings(hooks.echo)).toEqual(['success']);
  });

  test('gives all items as a list', async () => {
    const step = succeeded(await call(hooks.allItems));
    expect(step.outputs['response-body']).toBe('[{"n":1},{"n":2},{"n":3}]');
  });

  test('is a success with an empty body, too, although n8n calls that JSON', async () => {
    const step = succeeded(await call(hooks.noBody));
    expect(step.outputs).toMatchObject({ status: '200', 'response-body': '', 'response-file': '' });
    expect(step.outputs['response-headers']).toContain('"content-type":"application/json');
    expect(await endings(hooks.noBody)).toEqual(['success']);
  });

  since('2.0.0', 'a file comes as its bytes, not as JSON').test('gives a text file as response-body', async () => {
    const step = succeeded(await call(hooks.textFile));
    expect(step.outputs).toMatchObject({ 'response-body': 'a file from n8n', 'response-file': '' });
  });
});

describe('a webhook that answers through a Respond to Webhook node', () => {
  test('gives its status, headers and body', async () => {
    const step = succeeded(await call(hooks.respondNode));
    expect(step.outputs).toMatchObject({ status: '202', 'response-body': '{"queued":true}' });
    expect(JSON.parse(step.outputs['response-headers'] ?? '')).toMatchObject({ 'x-queue': 'a' });
  });

  test('is a success with only a 204', async () => {
    const step = succeeded(await call(hooks.nothing));
    expect(step.outputs).toMatchObject({ status: '204', 'response-body': '', 'response-file': '' });
    expect(await endings(hooks.nothing)).toEqual(['success']);
  });

  test('may answer with HTML without being taken for the editor or a login page', async () => {
    const step = succeeded(await call(hooks.html));
    expect(step.outputs['response-body']).toBe('<h1>Done</h1>');
  });

  test('gives a binary file as response-file, with its exact bytes, and no text', async () => {
    const bytes = Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), randomBytes(70_000)]);
    const inputs = { 'payload-file': 'all.bin', 'content-type': 'application/octet-stream' };
    const step = succeeded(await call(hooks.sendsBack, inputs, { files: { 'all.bin': bytes } }));
    expect(step.outputs['response-body']).toBe('');
    expect(bytesOf(step.outputs['response-file']).equals(bytes)).toBe(true);
  });

  test('gives a text that is not UTF-8, or has a NUL in it, as response-file too', async () => {
    for (const bytes of [Buffer.from('caf\xe9', 'latin1'), Buffer.from('a\0b')]) {
      const inputs = { 'payload-file': 'a.txt', 'content-type': 'text/plain' };
      const step = succeeded(await call(hooks.sendsBack, inputs, { files: { 'a.txt': bytes } }));
      expect(step.outputs['response-body']).toBe('');
      expect(bytesOf(step.outputs['response-file']).equals(bytes)).toBe(true);
    }
  });

  test('gives the start of a text over 1 MB as response-body, all of it as response-file, and says so', async () => {
    const text = 'naïve 😀 line\n'.repeat(100_000);
    const inputs = { 'payload-file': 'long.txt', 'content-type': 'text/plain; charset=utf-8' };
    const step = await call(hooks.sendsBack, inputs, { files: { 'long.txt': text } });
    expect(warningOf(step)).toMatch(/response-body has the first \d+, and response-file has all of it/);
    const start = step.outputs['response-body'] ?? '';
    expect(text.startsWith(start)).toBe(true);
    expect(Buffer.byteLength(start)).toBeGreaterThan(1024 * 1024 - 4);
    expect(Buffer.byteLength(start)).toBeLessThanOrEqual(1024 * 1024);
    expect(bytesOf(step.outputs['response-file']).toString()).toBe(text);
  });
});

describe('a webhook that streams its answer', () => {
  test('has its lines passed on byte for byte', async () => {
    const step = succeeded(await call(hooks.streams));
    const body = step.outputs['response-body'] ?? '';
    const chunks: unknown[] = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(chunks).toMatchObject([
      { type: 'begin', metadata: { nodeName: 'First part' } },
      { type: 'item', content: '{"part":1}' },
      { type: 'end' },
    ]);
    expect(chunks.map((chunk) => `${JSON.stringify(chunk)}\n`).join('')).toBe(body);
    expect(await endings(hooks.streams)).toEqual(['success']);
  });

  test('and fails midway is a failure, whatever status the stream began with', async () => {
    const step = await call(hooks.streamsAndFails);
    expect(failureOf(step)).toMatch(
      /^The n8n workflow ran, but its result was not accepted\. The node "Refuse" failed/,
    );
    expect(step.outputs).toMatchObject({ status: '200', attempts: '1' });
    expect(step.outputs['response-body']).toContain('"type":"error"');
    expect(await endings(hooks.streamsAndFails)).toEqual(['error']);
  });
});
