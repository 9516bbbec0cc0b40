import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../support/shapes.ts';
import { runStep } from '../../support/step.ts';

/** What a whole step took, from the start of its process to its end. */
export interface Cost {
  wallMs: number;
  /** Of all its threads. */
  cpuMs: number;
  /** The most memory that it held at once. */
  peakMib: number;
}

/** Runs a step, or another script in its place, and measures it. Throws if it does not succeed. */
export async function measureStep(inputs: Record<string, string>, script?: string): Promise<Cost> {
  const usage = join(import.meta.dirname, 'usage.cjs');
  const step = await runStep({
    with: inputs,
    ...(script === undefined ? {} : { bundle: script }),
    env: { NODE_OPTIONS: `--require "${usage}"`, BENCH_USAGE: 'usage.json' },
  });
  if (step.exitCode !== 0 || step.outputs['success'] !== 'true') throw new Error(step.log);
  const took: unknown = JSON.parse(readFileSync(join(step.dir, 'work/demo/demo/usage.json'), 'utf8'));
  // A large reply would stay until the bench ends.
  rmSync(step.dir, { recursive: true, force: true });
  return {
    wallMs: step.durationMs,
    cpuMs: Number(at(took, 'cpuMs')),
    peakMib: Number(at(took, 'peakKib')) / 1024,
  };
}
