import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { chain, respond, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at } from '../support/shapes.ts';
import {
  call,
  deploy,
  deployAll,
  endings,
  executionsOf,
  failureOf,
  isSince,
  received,
  replyOf,
  run,
  succeeded,
} from './suite.ts';

/** Sends back the file of one field. */
const sendsBack = (path: string) =>
  chain(`Sends back ${path}`, webhook(path, { responseMode: 'responseNode' }), respond('Respond', { with: 'binary' }));

const hooks = await deployAll({
  one: workflows.echo,
  names: workflows.echo,
  several: workflows.echo,
  fields: workflows.echo,
  context: workflows.echo,
  form: workflows.echo,
  byId: workflows.echo,
  back: sendsBack,
  put: (path) => workflows.echo(path, { method: 'PUT' }),
  get: (path) => workflows.echo(path, { method: 'GET' }),
});

/** What n8n reports about the files: field → name and type. */
const filesOf = (reply: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(Object(at(reply, 'files'))).map(([field, file]) => [
      field,
      { name: at(file, 'fileName'), type: at(file, 'mimeType') },
    ]),
  );

describe('files', () => {
  test('without a field arrive where nodes look for a file', async () => {
    const step = await call(hooks.one, { files: 'dist/report.pdf' }, { files: { 'dist/report.pdf': '%PDF-1.7' } });
    expect(filesOf(replyOf(succeeded(step)))).toEqual({ data: { name: 'report.pdf', type: 'application/pdf' } });
  });

  test('arrive byte for byte, and come back the same', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
    const step = await call(hooks.back, { files: 'a.bin' }, { files: { 'a.bin': bytes } });
    expect(readFileSync(succeeded(step).outputs['response-file'] ?? '').equals(bytes)).toBe(true);
  });

  test('keep names with blanks, quotes and letters of many scripts', async () => {
    const names = ['two words.txt', 'a "quoted" name.txt', 'ünï – 漢字 🙈.txt', "it's; a=b%20.txt"];
    const files = Object.fromEntries(names.map((name) => [name, name]));
    const lines = names.map((name, index) => `f${index}=${name}`);
    const step = await call(hooks.names, { files: lines.join('\n') }, { files });
    const arrived = filesOf(replyOf(succeeded(step)));
    expect(names.map((_, index) => at(arrived, `f${index}`, 'name'))).toEqual(names);
  });

  test('of one field are numbered by n8n, as it writes them to its disk', async () => {
    const files = { 'out/b.csv': 'b', 'out/a.csv': 'a', 'out/deep/c.csv': 'c', 'image.png': 'i', 'out/d.txt': 'd' };
    const step = await call(hooks.several, { files: 'out/**/*.csv\nphoto=image.png' }, { files });
    const { photo, ...numbered } = filesOf(replyOf(succeeded(step)));
    expect(photo).toEqual({ name: 'image.png', type: 'image/png' });
    expect(Object.keys(numbered).sort()).toEqual(['data0', 'data1', 'data2']);
    expect(new Set(Object.values(numbered).map((file) => at(file, 'name')))).toEqual(
      new Set(['a.csv', 'b.csv', 'c.csv']),
    );
  });

  test('that are empty arrive, or how older n8n treats them is reported', async () => {
    const hook = await deploy(workflows.echo);
    const step = await call(hook, { files: 'photo=image.png' }, { files: { 'image.png': '' } });
    expect(step.visibleLog).toContain(
      'A file is empty. n8n before 2.37 drops empty files, and may drop the others with them.',
    );
    const photo = { name: 'image.png', type: 'image/png' };
    expect(filesOf(replyOf(succeeded(step)))).toEqual(isSince('2.37.0') ? { photo } : {});
  });

  test('are sent along with the members of the payload, text unchanged', async () => {
    const payload = JSON.stringify({ text: 'é "q"\n\r\n--x', n: 1.5, list: ['a', 'b'], map: { k: [1] }, none: null });
    const step = await call(hooks.fields, { files: 'a.txt', payload }, { files: { 'a.txt': 'a' } });
    expect(at(replyOf(succeeded(step)), 'body')).toEqual({
      text: 'é "q"\n\r\n--x',
      n: '1.5',
      list: ['a', 'b'],
      map: '{"k":[1]}',
      none: '',
    });
  });

  test('are sent along with the GitHub context if no payload was given', async () => {
    succeeded(await call(hooks.context, { files: 'a.txt' }, { files: { 'a.txt': 'a' } }));
    expect(at(await received(hooks.context), 'body')).toMatchObject({ repository: 'octo/demo', run_id: '7000000001' });
  });

  test('can be sent with PUT, and to a workflow by its id', async () => {
    const files = { 'a.txt': 'a' };
    succeeded(await call(hooks.put, { files: 'a.txt', method: 'PUT' }, { files }));
    const step = await run(hooks.byId, { files: 'a.txt' }, { files });
    expect(succeeded(step).outputs['route']).toBe('webhook');
    expect(filesOf(replyOf(step))).toEqual({ data: { name: 'a.txt', type: 'text/plain' } });
  });

  test('that are missing or cannot be sent this way are reported, and nothing is sent', async () => {
    const hook = await deploy(workflows.immediate);
    const files = { 'a.txt': 'a', 'dir/b.txt': 'b' };
    const failures = await Promise.all(
      [
        { files: 'absent.txt' },
        { files: 'dir' },
        { files: '*.zip' },
        { files: 'a.txt', method: 'GET' },
        { files: 'a.txt', 'payload-file': 'a.txt' },
        { files: 'a.txt', 'content-type': 'text/plain' },
      ].map(async (inputs) => failureOf(await call(hook, inputs, { files }))),
    );
    const expected = [
      /absent\.txt does not exist/,
      /dir is not a file/,
      /matches no file/,
      /GET has no body/,
      /payload-file/,
    ];
    for (const [index, pattern] of expected.entries()) expect(failures[index]).toMatch(pattern);
    expect(failures[5]).toMatch(/content-type: files are sent as multipart/);
    expect(await executionsOf(hook)).toEqual([]);
  });

  test('cannot go to a workflow whose Webhook node takes GET, which is reported', async () => {
    const step = await run(hooks.get, { files: 'a.txt' }, { files: { 'a.txt': 'a' } });
    expect(failureOf(step)).toContain('files: GET has no body to send them in');
    expect(await endings(hooks.get)).toEqual([]);
  });
});

test('a payload can be sent as multipart/form-data without files', async () => {
  const step = await call(hooks.form, { 'content-type': 'multipart/form-data', payload: 'a: b\nc: [d, e]' });
  expect(at(replyOf(succeeded(step)), 'body')).toEqual({ a: 'b', c: ['d', 'e'] });
});
