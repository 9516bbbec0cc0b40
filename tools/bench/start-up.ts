// Where a step's time goes, from CPU profiles of the bundle.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from '../../support/step.ts';
import { startLocalServer } from './local-server.ts';
import { median, print } from './print.ts';

const RUNS = 15;
const INTERVAL_US = 100;

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

type Frame = Profile['nodes'][number]['callFrame'];

/** Each sample counts for the first of these that has a frame in its stack. */
const PARTS: readonly [name: string, has: (frame: Frame) => boolean][] = [
  ["loading Node's own modules", ({ functionName }) => functionName === 'compileForPublicLoader'],
  ['compiling the bundle', ({ functionName }) => /^(?:wrapSafe|loadSource|readFileSync)$/.test(functionName)],
  ['the run itself', ({ functionName, url }) => url.endsWith('/index.js') && functionName === 'main'],
  ['the run, after its first wait', ({ functionName }) => functionName === 'processTicksAndRejections'],
  ['evaluating the bundle', ({ url }) => url.endsWith('/index.js')],
  ['collecting garbage', ({ functionName }) => functionName === '(garbage collector)'],
  ['waiting', ({ functionName }) => functionName === '(idle)'],
  ["Node's own start, and the rest", () => true],
];

export async function benchStartUp(): Promise<void> {
  const server = await startLocalServer();
  const folder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
  try {
    const options = `--cpu-prof --cpu-prof-interval ${INTERVAL_US} --cpu-prof-dir "${folder}"`;
    for (let run = 0; run < RUNS; run += 1) {
      const inputs = { url: `${server.url}/webhook/x`, payload: '{"a": 1}' };
      const step = await runStep({ with: inputs, env: { NODE_OPTIONS: options } });
      if (step.exitCode !== 0) throw new Error(step.log);
    }
    const profiles = readdirSync(folder).map((file) => partsOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    console.log(`\nWhere the time of a step goes, medians of ${RUNS} (profiling makes it slower)`);
    for (const [name] of PARTS) print(name, `${median(profiles.map((parts) => parts.get(name) ?? 0)).toFixed(1)} ms`);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds by part. */
function partsOf({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const partOf = (sample: number): string => {
    const stack: Frame[] = [];
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const frame = frames.get(id);
      if (frame) stack.push(frame);
    }
    return PARTS.find(([, has]) => stack.some(has))?.[0] ?? '';
  };
  const partOfNode = new Map(nodes.map(({ id }) => [id, partOf(id)]));
  const parts = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const part = partOfNode.get(sample) ?? '';
    parts.set(part, (parts.get(part) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return parts;
}
