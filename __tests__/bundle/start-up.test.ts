// What the committed bundle loads before it can send: each of these costs every step milliseconds.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { ROOT } from '../../support/paths.ts';
import { answer, serve } from '../../support/server.ts';
import { runStep } from '../../support/step.ts';
import { sandbox } from '../../support/verdict-cases.ts';

// A step is a process of its own, and slow machines take long to start one.
jest.setTimeout(30_000);

interface Loaded {
  modules: string[];
  files: string[];
  /** Those given to V8. */
  flags: string[];
}

/** Runs a step and returns what its process has loaded: modules of Node by their names, files of dist/. */
async function loadedBy(inputs: Record<string, string>): Promise<Loaded> {
  const spy = `
    const v8 = require('node:v8');
    const { setFlagsFromString } = v8;
    const flags = [];
    v8.setFlagsFromString = (flag) => {
      flags.push(flag);
      setFlagsFromString(flag);
    };
    process.once('exit', () => {
      const loaded = { modules: process.moduleLoadList, files: Object.keys(require.cache), flags };
      require('node:fs').writeFileSync('loaded.json', JSON.stringify(loaded));
    });
  `;
  const step = await runStep({
    with: { retries: '0', ...inputs },
    files: { 'spy.cjs': spy },
    env: { NODE_OPTIONS: '--require ./spy.cjs' },
  });
  const workspace = join(step.dir, 'work/demo/demo');
  const { modules, files, flags }: Loaded = JSON.parse(readFileSync(join(workspace, 'loaded.json'), 'utf8'));
  return {
    flags,
    modules: modules.map((name) => name.replace('NativeModule ', '')),
    files: files.filter((file) => basename(dirname(file)) === 'dist').map((file) => basename(file)),
  };
}

/** What a plain call by http does without. */
const SUPERFLUOUS = [
  'assert',
  'child_process',
  'https',
  'internal/blocklist',
  'internal/deps/undici/undici',
  'internal/fs/promises',
  'perf_hooks',
  'timers/promises',
  'tls',
];

test.each([
  ['a payload', { payload: '{"a": 1}' }],
  ['the run’s own data', {}],
])('a call by http with %s loads one file, and no module of Node that only other calls need', async (_, inputs) => {
  const server = await serve([answer(200, '{}', sandbox)]);
  const { modules, files } = await loadedBy({ url: `${server.origin}/webhook/x`, ...inputs });
  expect(server.requests).toHaveLength(1);
  expect(modules).toContain('http');
  expect(modules.filter((name) => SUPERFLUOUS.includes(name))).toEqual([]);
  expect(files).toEqual(['index.js']);
});

test('the file that every step loads leaves out what few need, because V8 reads all of it before the first line runs', () => {
  const code = readFileSync(join(ROOT, 'dist/index.js'), 'utf8');
  const parts = [
    'http/multipart',
    'http/named-proxy',
    'http/reply-file',
    'http/uncompressed',
    'inputs/files',
    'inputs/headers',
    'inputs/jwt',
    'inputs/tls',
    'n8n/mcp-message',
    'report/execution-data',
    'report/wrong-inputs',
    'request/form',
    'request/jwt',
    'request/signature',
    'text/json-problem',
    'verdict/breakdown',
    'verdict/reply',
    'verdict/success-when',
    'verdict/table',
  ];
  expect(parts.filter((part) => code.includes(`./build/${part}.js`))).toEqual([]);
  expect(code).toContain('./build/inputs/inputs.js');
  expect(code.length).toBeLessThan(154_000);
});

test('V8 compiles modules at once, instead of reading them twice, because their functions are in parentheses', () => {
  const code = readFileSync(join(ROOT, 'dist/index.js'), 'utf8');
  expect(code.match(/^ +\d+: \(/gm)?.length).toBeGreaterThan(50);
  expect(code.match(/^ +\d+: (?:\w+|\([^()]*\)) => \{$/gm)).toBeNull();
});

test('a call by https loads TLS, and not undici', async () => {
  const { modules } = await loadedBy({ url: 'https://127.0.0.1:9/webhook/x' });
  expect(modules).toEqual(expect.arrayContaining(['http', 'https', 'tls']));
  expect(modules).not.toContain('internal/deps/undici/undici');
});

test('V8 runs without compilers that allocate on other threads, because they can keep Node from ending', async () => {
  const { flags } = await loadedBy({ url: 'http://127.0.0.1:9/webhook/x' });
  const compilers = ['--no-maglev', '--no-concurrent-recompilation', '--no-sparkplug'];
  expect(flags).toEqual(expect.arrayContaining(compilers));
});
