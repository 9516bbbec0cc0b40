// Redis and PostgreSQL for n8n's queue mode: on loopback, each with a folder of its own, gone when their parent is gone.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/loopback.ts';
import { until } from '../../support/n8n/api.ts';
import { type Kept, startKept } from '../../support/n8n/kept.ts';
import { logTail } from '../../support/n8n/log-tail.ts';
import { NODE24 } from '../../support/paths.ts';

export interface Service {
  port: number;
  stop(): Promise<void>;
}

/** Where Debian keeps PostgreSQL's programs, newest version first; else they may be on the path. */
const DEBIAN = '/usr/lib/postgresql';

/** Which programs are not on this machine; what is needed are Debian's packages redis-server and postgresql. */
export function missingPrograms(): string[] {
  const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
  return ['redis-server', postgresProgram('postgres'), postgresProgram('initdb')].filter((program) => !runs(program));
}

export async function startRedis(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  return startService('redis-server', args, folder, port);
}

/** The database `postgres` with its user `n8n`, who needs no password. */
export async function startPostgres(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'n8n-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const user = unprivileged();
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const prefix = user ? ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  const [initdb = '', ...initdbArgs] = [
    ...prefix,
    ...[postgresProgram('initdb'), '-D', data, '-U', 'n8n', '--auth=trust', '--encoding=UTF8', '--locale=C', '-N'],
  ];
  execFileSync(initdb, initdbArgs, { cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const [postgres = '', ...args] = [
    ...prefix,
    ...[postgresProgram('postgres'), '-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
  ];
  return startService(postgres, args, folder, port);
}

async function startService(command: string, args: string[], folder: string, port: number): Promise<Service> {
  const logFile = join(folder, 'log');
  const kept = await startKept(NODE24, { command, args, cwd: folder, logFile, remove: folder }, process.env);
  await until(`${command} to listen`, 20_000, () => listens(port, kept, logFile));
  return { port, stop: kept.stop };
}

async function listens(port: number, kept: Kept, logFile: string): Promise<true | undefined> {
  const end = kept.end();
  if (end) throw new Error(`It ended while it was starting. The end of its log:\n${end.log || logTail(logFile)}`);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => socket.destroy());
  });
}

function postgresProgram(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const programs = versions.map((version) => join(DEBIAN, version, 'bin', name));
  return programs.find((program) => existsSync(program)) ?? name;
}

/** PostgreSQL refuses to run as root: as root, its own user of Debian's package runs it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string): number => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
