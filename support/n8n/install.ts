// Brings an n8n onto this machine: its packages, the Node that it needs, and the one native module that it cannot do
// without. Each n8n is pinned in a folder of its own: e2e/n8n, and e2e/versions/VERSION for older ones.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { NODE24, nodeIn, ROOT, WINDOWS } from '../paths.ts';
import { at, textAt } from '../shapes.ts';
import { startKept } from './kept.ts';

export interface Installation {
  /** The Node to run n8n with. */
  node: string;
  /** n8n's start script. */
  bin: string;
  /** n8n's version, as it says itself. */
  version: string;
}

/** Where the older n8n are pinned, in folders that are named by their versions. */
export const versionsDir = join(ROOT, 'e2e', 'versions');

/**
 * Installs n8n if that has not been done yet: some minutes and 3 GB the first time, nothing later, until the lockfile
 * changes. That is the n8n of e2e/n8n, or an older one if `E2E_N8N_VERSION` names its folder in e2e/versions;
 * `N8N_INSTALL_DIR` names an existing installation to use instead.
 * Rejects with the end of npm's output when it cannot be done.
 */
export async function ensureN8n(progress: (line: string) => void, signal?: AbortSignal): Promise<Installation> {
  const { N8N_INSTALL_DIR: other, E2E_N8N_VERSION: older } = process.env;
  if (other) return installationIn(other);
  const dir = older ? join(versionsDir, older) : join(ROOT, 'e2e', 'n8n');
  if (!existsSync(dir)) throw new Error(`E2E_N8N_VERSION: there is no folder ${dir}`);
  const stamp = join(dir, 'node_modules', '.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(dir, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return installationIn(dir);

  const step = (title: string, command: string, args: string[], env = {}): Promise<void> =>
    run({ title, command, args, cwd: dir, env: { ...environment(), ...env }, progress, signal });
  // Without scripts: of the native modules in n8n's tree only sqlite3 is needed to run it, and others do not build
  // everywhere.
  await step(`Installing n8n${older ? ` ${older}` : ''}`, 'npm', ['ci', '--ignore-scripts', ...quiet]);
  const ownNode = at(readJson(join(dir, 'package.json')), 'dependencies', 'node') !== undefined;
  // The package `node` brings its binary by a script.
  if (ownNode) await step('Installing its Node', 'npm', ['rebuild', 'node', ...quiet]);
  await buildSqlite(step);
  const installation = installationIn(dir);
  await step('Loading sqlite3', installation.node, ['-e', "require('sqlite3')"]);
  writeFileSync(stamp, lock);
  return installation;
}

/** What is installed in a folder: with a Node of its own if the folder's package.json names one, else on Node 24. */
function installationIn(dir: string): Installation {
  const n8n = join(dir, 'node_modules', 'n8n');
  if (!existsSync(n8n)) throw new Error(`There is no n8n in ${dir}`);
  return {
    node: existsSync(nodeIn(dir)) ? nodeIn(dir) : NODE24,
    bin: join(n8n, 'bin', 'n8n'),
    version: textAt(readJson(join(n8n, 'package.json')), 'version'),
  };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Fetches a prebuilt sqlite3, or builds it with Node's headers from nodejs.org. Where neither can be reached it is built
 * with the headers that come in the npm package of Node's binary.
 */
async function buildSqlite(step: (title: string, command: string, args: string[], env?: object) => Promise<void>) {
  try {
    await step('Building sqlite3', 'npm', ['rebuild', 'sqlite3', ...quiet]);
  } catch (error) {
    if (WINDOWS) throw error;
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
  const shell = WINDOWS && command === 'npm';
  const charge = { command, args, cwd, shell, logFile: join(folder, 'output'), remove: folder };
  const child = await startKept(NODE24, charge, env);
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
  const [name, value] = Object.entries(process.env).find(([each]) => each.toUpperCase() === 'PATH') ?? ['PATH', ''];
  return { ...process.env, [name]: [dirname(NODE24), value].join(delimiter) };
}
