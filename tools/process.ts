import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/paths.ts';

/** Where each suite leaves its figures, as jest's JSON. */
export const REPORTS = join(ROOT, 'reports');

/** Runs one of the installed tools on this Node and shows what it prints. Gives whether it succeeded. */
export async function run(
  script: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<boolean> {
  const child = spawn(process.execPath, [...nodeOptions, join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return code === 0;
}

/** Runs a suite of jest; further arguments are jest's own. `name` is the report's. */
export async function jest(suite: string, args: readonly string[], name = suite): Promise<boolean> {
  const file = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  // Jest writes none if its setup fails: an older one would pass for this run's.
  rmSync(file, { force: true });
  const report = ['--json', '--outputFile', file];
  const options = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  return run('jest/bin/jest.js', ['--selectProjects', suite, ...report, ...args], options);
}

/** A whole number that the environment gives. */
export function numberFrom(name: string, fallback: number): number {
  const value = Number(process.env[name] || fallback);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`${name} is not a whole number`);
}
