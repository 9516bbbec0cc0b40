// The proxies that companies run, started on loopback for a test file.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { freePort } from './loopback.ts';

/** A proxy, and how many lines of its log match. */
export interface RealProxy {
  readonly port: number;
  logged(pattern: RegExp): number;
}

/** A name of the loopback interface that the toolkit does not recognize: it bypasses proxies for those that it does. */
export const LOOPBACK_NAME = await nameOfLoopback();

/** What keeps tests with these proxies from running here; undefined if nothing does. */
export const LACKING = whatIsLacking();
if (LACKING !== undefined) console.warn(`Skipped: ${LACKING}`);

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers.reverse()) close();
});

function whatIsLacking(): string | undefined {
  if (spawnSync('tinyproxy', ['-v']).status !== 0) return 'tinyproxy is not installed (apt-get install tinyproxy)';
  if (spawnSync('squid', ['-v']).status !== 0) return 'squid is not installed (apt-get install squid)';
  return LOOPBACK_NAME === undefined ? 'this machine has no further name on its loopback interface' : undefined;
}

async function nameOfLoopback(): Promise<{ name: string; address: string } | undefined> {
  for (const name of [hostname(), 'ip6-localhost']) {
    const found = await lookup(name).catch(() => undefined);
    if (found && /^127\.|^::1$/.test(found.address)) return { name: name.toLowerCase(), address: found.address };
  }
  return undefined;
}

/** Tinyproxy, which wants a password. */
export async function startTinyproxy(user: string, password: string): Promise<RealProxy> {
  return start('tinyproxy', ['-d', '-c'], (port, log) => [
    'Listen 127.0.0.1',
    'Allow 127.0.0.1',
    'Timeout 20',
    'LogLevel Info',
    'MaxClients 20',
    `Port ${port}`,
    `LogFile "${log}"`,
    `BasicAuth ${user} ${password}`,
  ]);
}

/** Squid with its defaults: tunnels only to the given port, and none to `denied.test`. */
export async function startSquid(tunnelsTo: number): Promise<RealProxy> {
  return start('squid', ['-N', '-f'], (port, log, folder) => [
    `http_port 127.0.0.1:${port}`,
    'acl denied dstdomain denied.test',
    `acl ssl_ports port ${tunnelsTo}`,
    'acl tunnel method CONNECT',
    'http_access deny tunnel !ssl_ports',
    'http_access deny denied',
    'http_access allow all',
    'cache deny all',
    'pinger_enable off',
    'shutdown_lifetime 0 seconds',
    `access_log stdio:${log}`,
    `cache_log ${folder}/cache.log`,
    `pid_filename ${folder}/pid`,
    `coredump_dir ${folder}`,
  ]);
}

async function start(
  program: string,
  args: readonly string[],
  settings: (port: number, log: string, folder: string) => string[],
): Promise<RealProxy> {
  const folder = mkdtempSync(join(tmpdir(), `${program}-`));
  // Started by root, both work as users of their own.
  chmodSync(folder, 0o777);
  const [port, log, file] = [await freePort(), join(folder, 'log'), join(folder, 'conf')];
  writeFileSync(file, `${settings(port, log, folder).join('\n')}\n`);
  writeFileSync(log, '');
  chmodSync(log, 0o666);
  const child: ChildProcess = spawn(program, [...args, file], { stdio: 'ignore' });
  closers.push(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  await listening(port, program);
  const logged = (pattern: RegExp) =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line)).length;
  return { port, logged };
}

async function listening(port: number, program: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isUp) return;
    await sleep(50);
  }
  throw new Error(`${program} did not start`);
}
