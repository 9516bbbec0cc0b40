import { describe, expect, test } from '@jest/globals';
import { chain, respond, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { at } from '../support/shapes.ts';
import {
  call,
  type Deployed,
  deploy,
  deployAll,
  endings,
  failureOf,
  outputNames,
  received,
  replyOf,
  succeeded,
} from './suite.ts';

/** What breaks shells, logs, file commands and templates, with a delimiter and a forged output and command in it. */
const torture = [
  `quotes " ' \` and \\ \\n \\" $HOME $(id) \${{ github.token }} {{ $json }} ={{ 1 }}`,
  'percent % %0A %25 %s',
  '::set-output name=forged::yes',
  '::error title=forged::yes',
  '##[error]forged',
  '::add-mask::a',
  '::stop-commands::pause',
  'EOF',
  'forged<<EOF',
  'ghadelimiter_',
  'response-body<<ghadelimiter_',
  'forged=yes',
  '<script>alert(1)</script> </details> | a | b |',
  'emoji 🙈👩‍👩‍👧 combining é right-to-left \u202e mark \ufeff line separator \u2028',
  'tab\there, and blank lines:',
  '',
  '',
  'the end',
].join('\n');

/** The step, known to have been led neither to other outputs nor to commands of someone else's making. */
function unforged(step: Awaited<ReturnType<typeof call>>): typeof step {
  expect(Object.keys(step.outputs).sort()).toEqual(outputNames);
  expect(step.commands.filter(({ name }) => name !== 'debug' && name !== 'add-mask')).toEqual([]);
  expect(step.masks).toEqual([]);
  return succeeded(step);
}

/** Sends back the exact bytes of a request, as text. */
const sendsBack = (path: string) =>
  chain(
    `Sends back ${path}`,
    webhook(path, { responseMode: 'responseNode', options: { rawBody: true } }),
    respond('Respond', { with: 'binary' }),
  );

const hooks = await deployAll({
  json: workflows.rawBody,
  text: workflows.rawBody,
  back: sendsBack,
  long: sendsBack,
  xml: workflows.immediate,
  form: workflows.immediate,
  suffix: workflows.immediate,
});

const rawBody = async (step: ReturnType<typeof call>): Promise<unknown> => at(replyOf(succeeded(await step)), 'data');

describe('payload', () => {
  test('JSON is sent compact, in its own order and otherwise unchanged', async () => {
    const payload = '{ "z": 1.50, "a": [1, {"b": null}], "text": "a/b \\u00e9 \\ud800 \\u2028", "empty": "" }';
    expect(await rawBody(call(hooks.json, { payload }))).toBe(
      '{"z":1.5,"a":[1,{"b":null}],"text":"a/b é \\ud800 \u2028","empty":""}',
    );
  });

  test.each([
    { form: 'JSON', inputs: { payload: '{"ref":"main","on":"yes","n":[1,2]}' } },
    { form: 'YAML', inputs: { payload: 'ref: main\non: yes\nn:\n  - 1\n  - 2\n' } },
    { form: 'a .json file', inputs: { 'payload-file': 'data/payload.json' } },
    { form: 'a .yml file', inputs: { 'payload-file': 'data/payload.yml' } },
  ])('$form gives n8n the same map', async ({ inputs }) => {
    const files = {
      'data/payload.json': '\ufeff{\n  "ref": "main",\n  "on": "yes",\n  "n": [1, 2]\n}\n',
      'data/payload.yml': '# for n8n\nref: main\non: yes\nn: [1, 2]\n',
    };
    expect(await rawBody(call(hooks.json, { ...inputs }, { files }))).toBe('{"ref":"main","on":"yes","n":[1,2]}');
  });

  test('a list arrives as a list', async () => {
    expect(await rawBody(call(hooks.json, { payload: '- a: 1\n- a: 2\n' }))).toBe('[{"a":1},{"a":2}]');
  });

  test('a payload that is not JSON, or not a map or list, is reported with its place, and nothing is sent', async () => {
    const hook = await deploy(workflows.immediate);
    const [broken, single, absent] = await Promise.all([
      call(hook, { payload: '{"title": "a "quoted" word"}' }),
      call(hook, { payload: 'just words' }),
      call(hook, { 'payload-file': 'absent.json' }),
    ]);
    expect(failureOf(broken)).toMatch(/payload: is not valid JSON at line 1, column 15 .*toJSON/);
    expect(failureOf(single)).toContain('payload: is a single value');
    expect(failureOf(absent)).toContain('payload-file: absent.json does not exist');
    expect(await endings(hook)).toEqual([]);
  });
});

describe('content-type', () => {
  const gets = async (hook: Deployed, inputs: Record<string, string>, files = {}): Promise<unknown> => {
    succeeded(await call(hook, inputs, { files }));
    return received(hook);
  };

  test('text/plain is sent unchanged, and n8n reads it as text', async () => {
    const payload = '  {not JSON}: "at all"\n';
    expect(await rawBody(call(hooks.text, { payload, 'content-type': 'text/plain' }))).toBe(payload);
  });

  test('application/xml is sent unchanged, and n8n reads it', async () => {
    const payload = '<order id="7"><item>a &amp; b</item></order>';
    expect(await gets(hooks.xml, { payload, 'content-type': 'application/xml' })).toMatchObject({
      headers: { 'content-type': 'application/xml', 'content-length': String(payload.length) },
      body: { order: { $: { id: '7' }, item: 'a & b' } },
    });
  });

  test('application/x-www-form-urlencoded is built from the members of the payload', async () => {
    const inputs = {
      payload: 'name: a b&c=é\nlist: [x, y]\nmap: {deep: 1}\nyes: true\nnone: null\n',
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect(await gets(hooks.form, inputs)).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: { name: 'a b&c=é', list: ['x', 'y'], map: '{"deep":1}', yes: 'true', none: '' },
    });
  });

  test('a JSON type with another name gets JSON, which n8n leaves to the workflow', async () => {
    const inputs = { payload: 'a: 1', 'content-type': 'application/cloudevents+json' };
    expect(await gets(hooks.suffix, inputs)).toMatchObject({
      headers: { 'content-type': 'application/cloudevents+json', 'content-length': '7' },
    });
  });
});

describe('the most hostile text', () => {
  test('arrives byte for byte as text, and comes back in response-body with nothing forged', async () => {
    const step = unforged(await call(hooks.back, { payload: torture, 'content-type': 'text/plain' }));
    expect(step.outputs['response-body']).toBe(torture);
    expect(step.visibleLog).not.toContain('forged');
  });

  test('arrives byte for byte inside JSON, from the input and from a file', async () => {
    const data = { [torture]: [torture], 'ghadelimiter_\nEOF': '%0A\r\n' };
    const [inline, file] = await Promise.all([
      call(hooks.back, { payload: JSON.stringify(data) }),
      call(hooks.back, { 'payload-file': 'a.json' }, { files: { 'a.json': JSON.stringify(data, null, 2) } }),
    ]);
    for (const step of [inline, file]) expect(unforged(step).outputs['response-body']).toBe(JSON.stringify(data));
  });

  test('stays harmless in the failure that quotes it and in the summary', async () => {
    const refuses = await deploy((path) =>
      workflows.responds(path, { with: 'text', body: '={{ $json.body }}', code: 418 }),
    );
    const step = await call(refuses, { payload: torture, 'content-type': 'text/plain' });
    expect(failureOf(step)).toContain('HTTP 418');
    expect(step.outputs['response-body']).toBe(torture);
    expect(step.commands.map(({ name }) => name).filter((name) => name !== 'debug')).toEqual(['error']);
    expect(step.summary).not.toMatch(/<script|<\/details>(?!\s*$)|^\|/m);
  });

  test('of a megabyte arrives byte for byte and comes back the same', async () => {
    const text = torture.repeat(Math.floor(1_000_000 / Buffer.byteLength(torture)));
    const inputs = { 'payload-file': 'long.txt', 'content-type': 'text/plain' };
    const step = unforged(await call(hooks.long, inputs, { files: { 'long.txt': text } }));
    expect(step.outputs['response-body']).toBe(text);
  });
});
