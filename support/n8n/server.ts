// A real n8n server for tests and the demo: on loopback, with a folder of its own, gone when its parent is gone.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../loopback.ts';
import { NODE24 } from '../paths.ts';
import { N8nApi } from './api.ts';
import { ensureN8n } from './install.ts';
import type { Charge, End } from './keeper.ts';
import { startKept } from './kept.ts';
import { logTail } from './log-tail.ts';
import { Owner } from './owner.ts';

export interface StartOptions {
  /** Which of n8n's processes: of those of queue mode, `start` is the main one. */
  process?: 'start' | 'webhook' | 'worker';
  /** n8n's user folder, kept. Without one a fresh folder is made, and removed in the end. */
  folder?: string;
  /** The port to listen on; any free one if absent. */
  port?: number;
  extraEnv?: Record<string, string>;
  /** How long n8n may take to be ready, in milliseconds. */
  readyWithinMs?: number;
  progress?: (line: string) => void;
  /** Stops n8n, at whatever point it is. */
  signal?: AbortSignal;
}

/** A process that has been started, and may not reply yet. */
export interface SpawnedN8n {
  url: string;
  port: number;
  /** Of n8n itself. */
  pid: number;
  folder: string;
  logFile: string;
  /** n8n's version. */
  version: string;
  /** Resolves when the process has ended, for whatever reason. */
  exited: Promise<End>;
  /** Waits until n8n replies as it does in normal operation. Rejects with the end of its log if that fails. */
  ready(): Promise<void>;
  /** Ends n8n as an operator does: SIGTERM, and SIGKILL if that takes more than 8 s. */
  stop(): Promise<void>;
  /** Ends n8n as a power failure does. */
  kill(): Promise<void>;
}

export interface N8nServer extends SpawnedN8n {
  /** A key for the public API, with all scopes. */
  apiKey: string;
  api: N8nApi;
  /** The signed-in owner, for what the public API cannot do. */
  owner: Owner;
}

/** Starts n8n and waits until it is ready, with an owner and an API key. Installs it first if need be. */
export async function startN8n(options: StartOptions = {}): Promise<N8nServer> {
  const spawned = await spawnN8n(options);
  try {
    await spawned.ready();
    const owner = await Owner.signIn(spawned.url);
    const apiKey = await owner.createApiKey();
    return { ...spawned, apiKey, api: new N8nApi(spawned.url, apiKey), owner };
  } catch (error) {
    await spawned.stop();
    throw error;
  }
}

/** Starts n8n and returns at once: for tests of what it says while it starts. */
export async function spawnN8n(options: StartOptions = {}): Promise<SpawnedN8n> {
  const { node, bin, version } = await ensureN8n(options.progress ?? (() => {}), options.signal);
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'n8n-'));
  mkdirSync(folder, { recursive: true });
  const role = options.process ?? 'start';
  const port = options.port ?? (await freePort());
  const logFile = join(folder, 'n8n.log');
  const charge: Charge = {
    command: node,
    args: [bin, role],
    // n8n reads a .env file where it starts.
    cwd: folder,
    logFile,
    ...(options.folder === undefined && { remove: folder }),
  };
  const env = { ...inherited(), ...settings(folder, port, await freePort()), ...options.extraEnv };
  const { pid, end, exited, stop, kill } = await startKept(NODE24, charge, env);

  const url = `http://127.0.0.1:${port}`;
  const ready = async (): Promise<void> => {
    const withinMs = options.readyWithinMs ?? 120_000;
    const deadline = Date.now() + withinMs;
    while (!(await isReady(url, role === 'start'))) {
      const log = end()?.log;
      if (log !== undefined) throw new Error(`n8n ended while it was starting. The end of its log:\n${log}`);
      if (Date.now() > deadline) {
        throw new Error(`n8n was not ready within ${withinMs} ms. The end of its log:\n${logTail(logFile)}`);
      }
      await sleep(100);
    }
  };
  if (options.signal?.aborted) await stop();
  options.signal?.addEventListener('abort', () => void stop(), { once: true });
  return { url, port, pid, folder, logFile, version, exited, ready, stop, kill };
}

/** Runs one of n8n's commands to its end, on the data in a folder. Rejects with the end of its output if it fails. */
export async function runN8nCommand(folder: string, ...args: string[]): Promise<void> {
  const { node, bin } = await ensureN8n(() => {});
  mkdirSync(folder, { recursive: true });
  const charge: Charge = { command: node, args: [bin, ...args], cwd: folder, logFile: join(folder, 'command.log') };
  const env = { ...inherited(), ...settings(folder, await freePort(), await freePort()) };
  const { exitCode, log } = await (await startKept(NODE24, charge, env)).exited;
  if (exitCode !== 0) throw new Error(`n8n ${args[0]} ended with ${exitCode}. The end of its output:\n${log}`);
}

/** Readiness turns 200 before all routes are mounted in n8n 1.x, so a route is asked as well, if there are any. */
async function isReady(url: string, hasRoutes: boolean): Promise<boolean> {
  try {
    const readiness = await fetch(`${url}/healthz/readiness`);
    await readiness.arrayBuffer();
    if (readiness.status !== 200 || !hasRoutes) return readiness.status === 200;
    const reply = await fetch(`${url}/rest/settings`);
    await reply.json();
    return reply.ok;
  } catch {
    return false;
  }
}

function settings(folder: string, port: number, brokerPort: number): Record<string, string> {
  return {
    N8N_USER_FOLDER: folder,
    N8N_PORT: String(port),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    // The same for a worker, which serves nothing but its health.
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    QUEUE_HEALTH_CHECK_PORT: String(port),
    N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_SECURE_COOKIE: 'false',
    N8N_ENCRYPTION_KEY: 'a-key-for-tests-only',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_COMMUNITY_PACKAGES_ENABLED: 'false',
    GENERIC_TIMEZONE: 'UTC',
    // n8n 1.x has one connection by default, and mixes up what comes in at the same time.
    DB_SQLITE_POOL_SIZE: '3',
  };
}

/** The environment without what would configure n8n: its behavior depends on NODE_ENV, which jest sets to `test`. */
function inherited(): Record<string, string> {
  const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|NODE_ENV$|NODE_OPTIONS$|NODE_CONFIG|JEST_)/;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || foreign.test(name) ? [] : [[name, value]],
    ),
  );
}
