// Starts a command that ends with this process, however this process ends.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../shapes.ts';
import type { Charge, End } from './keeper.ts';

export interface Kept {
  pid: number;
  /** How it ended; undefined while it runs. */
  end(): End | undefined;
  exited: Promise<End>;
  /** SIGTERM, and SIGKILL if that takes more than 8 s. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Rejects when the command cannot be started. `node` is the Node that runs the keeper. */
export async function startKept(node: string, charge: Charge, env: NodeJS.ProcessEnv): Promise<Kept> {
  const keeper = fork(fileURLToPath(new URL('keeper.ts', import.meta.url)), [JSON.stringify(charge)], {
    env,
    execPath: node,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let end: End | undefined;
  const exited = new Promise<End>((resolve) => {
    keeper.on('message', (message) => {
      if (isEnd(message)) end = message;
    });
    keeper.once('exit', () => {
      // A keeper that was killed could not report it.
      end ??= { exitCode: null, signal: null, log: '' };
      resolve(end);
    });
  });
  const pid = await new Promise<number>((resolve, reject) => {
    keeper.once('message', (message) => {
      if (isRecord(message) && typeof message['pid'] === 'number') resolve(message['pid']);
      else reject(new Error(`${charge.command} could not be started`));
    });
    keeper.once('exit', () => reject(new Error(`${charge.command} could not be started: its keeper ended`)));
  });
  const stop = async (): Promise<void> => {
    if (keeper.connected) keeper.disconnect();
    await exited;
  };
  const kill = async (): Promise<void> => {
    if (end === undefined) process.kill(pid, 'SIGKILL');
    await exited;
  };
  return { pid, end: () => end, exited, stop, kill };
}

const isEnd = (message: unknown): message is End => isRecord(message) && 'exitCode' in message && 'log' in message;
