// Brings the pinned n8n of e2e/n8n onto this machine: its packages, and the one native module that it cannot do without.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startKept } from './kept.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';
/** The Node that the Actions runner brings, and that n8n needs. */
export const node24 = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

export interface Installation {
  /** Node 24. */
  node: string;
  /** n8n's start script. */
  bin: string;
}

/**
 * Installs n8n where that has not been done yet: some minutes and 3 GB the first time, nothing later, until the lockfile
 * changes. `N8N_INSTALL_DIR` names an existing installation to use instead, of another version for instance.
 * Rejects with the end of npm's output when it cannot be done.
 */
export async function ensureN8n(progress: (line: string) => void, signal?: AbortSignal): Promise<Installation> {
  const other = process.env['N8N_INSTALL_DIR'];
  const dir = other || join(root, 'e2e', 'n8n');
  const installation = { node: node24, bin: join(dir, 'node_modules', 'n8n', 'bin', 'n8n') };
  if (other) {
    if (!existsSync(installation.bin)) throw new Error(`N8N_INSTALL_DIR: there is no n8n in ${other}`);
    return installation;
  }
  const stamp = join(dir, 'node_modules', '.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return installation;

  const step = (title: string, command: string, args: string[], env = {}): Promise<void> =>
    run({ title, command, args, cwd: dir, env: { ...environment(), ...env }, progress, signal });
  // Without scripts: of the native modules in n8n's tree only sqlite3 is needed to run it, and others do not build
  // everywhere.
  await step('Installing n8n', 'npm', ['ci', '--ignore-scripts', ...quiet]);
  await buildSqlite(step);
  await step('Loading sqlite3', node24, ['-e', "require('sqlite3')"]);
  writeFileSync(stamp, lock);
  return installation;
}

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Fetches a prebuilt sqlite3, or builds it with Node's headers from nodejs.org. Where neither can be reached it is built
 * with the headers that come in the npm package of Node's binary.
 */
async function buildSqlite(step: (title: string, command: string, args: string[], env?: object) => Promise<void>) {
  try {
    await step('Building sqlite3', 'npm', ['rebuild', 'sqlite3', ...quiet]);
  } catch (error) {
    if (windows) throw error;
    const { platform, arch, versions } = process;
    // In a folder of its own: in this project's npm prunes it with the next package that is installed.
    const folder = mkdtempSync(join(tmpdir(), 'node-headers-'));
    try {
      const binary = `node-${platform}-${arch}`;
      const install = ['install', '--no-save', '--prefix', folder, ...quiet, `${binary}@${versions.node}`];
      await step("Fetching Node's headers", 'npm', install);
      const nodedir = join(folder, 'node_modules', binary);
      await step('Building sqlite3 with them', 'npm', ['rebuild', 'sqlite3', ...quiet], {
        npm_config_nodedir: nodedir,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

interface Step {
  title: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  progress: (line: string) => void;
  signal: AbortSignal | undefined;
}

/** Runs a command to its end, saying every few seconds that it is still at work. Rejects with the end of its output. */
async function run({ title, command, args, cwd, env, progress, signal }: Step): Promise<void> {
  signal?.throwIfAborted();
  progress(`${title} …`);
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const folder = mkdtempSync(join(tmpdir(), 'n8n-install-'));
  // npm is a script without an extension on Windows, which only a shell finds.
  const shell = windows && command === 'npm';
  const charge = { command, args, cwd, shell, logFile: join(folder, 'output'), remove: folder };
  const child = await startKept(node24, charge, env);
  const stop = (): void => void child.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const ticker = setInterval(() => progress(`${title} … ${seconds()} s`), process.stdout.isTTY ? 5000 : 15_000);
  const { exitCode, signal: killedBy, log } = await child.exited;
  clearInterval(ticker);
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (exitCode !== 0) {
    throw new Error(`${title} failed (${killedBy ?? `exit code ${exitCode}`}) after ${seconds()} s:\n${log}`);
  }
}

/** npm and every script that it starts run on Node 24, whatever Node this machine has. */
function environment(): NodeJS.ProcessEnv {
  const [name, value] = Object.entries(process.env).find(([name]) => name.toUpperCase() === 'PATH') ?? ['PATH', ''];
  return { ...process.env, [name]: [dirname(node24), value].join(delimiter) };
}
