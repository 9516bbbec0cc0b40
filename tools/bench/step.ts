// What whole steps cost, in webhook mode against a server on this machine.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../support/paths.ts';
import { writeBareScripts, writeBareUpload } from './bare.ts';
import { startLocalServer } from './local-server.ts';
import { type Cost, measureStep } from './measured-step.ts';
import { median, print, printAgainst } from './print.ts';

/** Enough that medians of ratios hold on a busy machine. */
const ROUNDS = 40;

const PAYLOAD = '{"environment":"production","version":"1.4.2"}';

const KIB = 1024;
const MIB = 1024 * KIB;

export async function benchStep(): Promise<void> {
  const server = await startLocalServer();
  const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
  try {
    printSizes();
    await compare(`${server.url}/webhook/x`);
    await growth(`${server.url}/webhook/x`, folder);
    await memory(server.url, folder);
    await parallel(`${server.url}/webhook/x`);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function printSizes(): void {
  console.log('\nWhat the runner downloads and loads');
  const dist = join(ROOT, 'dist');
  const sizes = readdirSync(dist).map((name) => ({ name, bytes: statSync(join(dist, name)).size }));
  const inKib = (bytes: number): string => `${(bytes / KIB).toFixed(0)} KiB`;
  print('dist/', inKib(sizes.reduce((sum, { bytes }) => sum + bytes, 0)));
  print('dist/index.js, loaded by every step', inKib(sizes.find(({ name }) => name === 'index.js')?.bytes ?? 0));
  print('… compressed', inKib(gzipSync(readFileSync(join(dist, 'index.js'))).length));
}

/** Turn by turn, so that what slows the machine down slows down all of them. */
async function compare(url: string): Promise<void> {
  const bare = writeBareScripts();
  const inputs = { url, payload: PAYLOAD };
  const contenders: Readonly<Record<string, () => Promise<Cost>>> = {
    'the action': () => measureStep(inputs),
    'a bare script, ES module': () => measureStep(inputs, bare.esm),
    'a bare script, CommonJS': () => measureStep(inputs, bare.commonJs),
    ...(spawnSync('curl', ['--version']).status === 0 && { curl: () => curl(url) }),
  };
  const costs = new Map(Object.keys(contenders).map((name) => [name, [] as Cost[]]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const cost = await run();
      // The first is warming up.
      if (round >= 0) costs.get(name)?.push(cost);
    }
  }
  console.log(`\nA whole step, medians of ${ROUNDS}`);
  print('', 'wall', 'CPU', 'peak memory');
  for (const [name, all] of costs) {
    const figure = (of: (cost: Cost) => number, unit: string): string => {
      const value = median(all.map(of));
      return Number.isNaN(value) ? '–' : `${value.toFixed(0)} ${unit}`;
    };
    print(
      name,
      figure((c) => c.wallMs, 'ms'),
      figure((c) => c.cpuMs, 'ms'),
      figure((c) => c.peakMib, 'MiB'),
    );
  }
  const own = costs.get('the action') ?? [];
  const ratio = (other: string, of: (cost: Cost) => number): number =>
    median(own.map((cost, round) => of(cost) / of(costs.get(other)?.[round] ?? cost)));
  printAgainst(
    'ratio to the ES module, wall',
    ratio('a bare script, ES module', (c) => c.wallMs),
    1,
    '',
  );
  printAgainst(
    'ratio to the ES module, CPU',
    ratio('a bare script, ES module', (c) => c.cpuMs),
    1,
    '',
  );
  printAgainst(
    'ratio to CommonJS, wall',
    ratio('a bare script, CommonJS', (c) => c.wallMs),
    1.38,
    '',
  );
  printAgainst('peak memory', median(own.map((c) => c.peakMib)), 52.5, ' MiB');
}

/** Sends the same, and writes nothing. Only its time is known. */
async function curl(url: string): Promise<Cost> {
  const began = performance.now();
  const args = ['-sS', '-o', '/dev/null', '-H', 'content-type: application/json', '-d', PAYLOAD, url];
  const [code] = await once(spawn('curl', args, { stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Error(`curl: exit code ${code}`);
  return { wallMs: performance.now() - began, cpuMs: Number.NaN, peakMib: Number.NaN };
}

async function growth(url: string, folder: string): Promise<void> {
  console.log('\nA JSON payload of a file, medians of 5');
  print('', 'wall', 'peak memory');
  for (const size of [KIB, 16 * KIB, 256 * KIB, MIB, 4 * MIB, 16 * MIB]) {
    const file = join(folder, 'payload.json');
    const item = { id: 12345, name: 'an item of a list', tags: ['one', 'two'], ok: true };
    const items = Array.from({ length: Math.ceil(size / JSON.stringify(item).length) }, () => item);
    writeFileSync(file, JSON.stringify({ items }));
    const costs: Cost[] = [];
    for (let round = 0; round < 5; round += 1) costs.push(await measureStep({ url, 'payload-file': file }));
    const name = size < MIB ? `${size / KIB} KiB` : `${size / MIB} MiB`;
    const peakMib = median(costs.map((c) => c.peakMib));
    print(name, `${median(costs.map((c) => c.wallMs)).toFixed(0)} ms`, `${peakMib.toFixed(0)} MiB`);
    if (size === 16 * MIB) printAgainst('peak memory of the largest', peakMib, 195, ' MiB');
  }
}

async function memory(origin: string, folder: string): Promise<void> {
  const file = join(folder, 'large.bin');
  const handle = openSync(file, 'w');
  ftruncateSync(handle, 500 * MIB);
  closeSync(handle);
  const url = `${origin}/webhook/x`;
  console.log('\n500 MiB');
  print('', 'wall', 'peak memory');
  const cases: [string, Record<string, string>][] = [
    ['sent as payload-file', { url, 'payload-file': file, 'content-type': 'application/octet-stream' }],
    ['sent by files (multipart)', { url, files: `report=${file}`, payload: '{}' }],
    ['sent by files and signed', { url, files: `report=${file}`, payload: '{}', 'signing-secret': 'of-the-bench' }],
    ['received into response-file', { url: `${origin}/large/500` }],
  ];
  for (const [name, inputs] of cases) {
    const cost = await measureStep(inputs);
    print(name, `${(cost.wallMs / 1000).toFixed(1)} s`, `${cost.peakMib.toFixed(0)} MiB`);
  }
  const upload = { url, 'payload-file': file, 'content-type': 'application/octet-stream' };
  const bare = writeBareUpload();
  const ratios: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const own = await measureStep(upload);
    ratios.push(own.cpuMs / (await measureStep(upload, bare)).cpuMs);
  }
  printAgainst('ratio to a bare upload, CPU', median(ratios), 1.15, '');
  rmSync(file);
}

async function parallel(url: string): Promise<void> {
  console.log('\nSteps at the same time');
  print('', 'all of them', 'a step');
  for (const count of [1, 10, 100]) {
    const began = performance.now();
    const costs = await Promise.all(Array.from({ length: count }, () => measureStep({ url, payload: PAYLOAD })));
    const all = performance.now() - began;
    print(String(count), `${all.toFixed(0)} ms`, `${median(costs.map((c) => c.wallMs)).toFixed(0)} ms`);
  }
}
