// Runs one command for as long as the process that forked this one lives and stays connected, then ends it, whichever
// way that came about: a finished test, Ctrl-C, a crash, SIGKILL. A listener on 'exit' cannot promise that: it does
// not run on SIGKILL, nor inside jest.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import { WINDOWS } from '../paths.ts';
import { logTail } from './log-tail.ts';

/** What to run: the only argument, as JSON. The environment is this process's own, which no process list shows. */
export interface Charge {
  command: string;
  args: string[];
  cwd: string;
  /** Whether a shell has to find the command. */
  shell?: boolean;
  /** Where stdout and stderr go. */
  logFile: string;
  /** A directory to remove in the end. */
  remove?: string;
}

/** How the command ended, and the last lines of its log: the file itself may be gone by then. */
export interface End {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  log: string;
}

/** How long the command may take to end by itself, in milliseconds, before it is killed. */
const GRACE_MS = 8000;

if (process.send !== undefined) keep(JSON.parse(process.argv[2] ?? ''));

/** Sends the parent `{ pid }` first, and its `End` when the command has ended; this process ends with it. */
function keep(charge: Charge): void {
  const log = openSync(charge.logFile, 'a');
  // Its own process group: Ctrl-C is for the parent to decide about, and whatever the command starts ends with it.
  const child = spawn(charge.command, charge.args, {
    cwd: charge.cwd,
    shell: charge.shell ?? false,
    stdio: ['ignore', log, log],
    detached: !WINDOWS,
  });
  const tell = (message: { pid: number | undefined } | End): void => {
    // A parent that is gone in this very moment is an error, which must not end this process before its charge.
    if (process.connected) process.send?.(message, undefined, undefined, () => {});
  };
  tell({ pid: child.pid });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  const end = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  process.once('disconnect', end);
  // The parent may have gone before it could be notified.
  if (!process.connected) end();
  child.once('exit', (exitCode, signal) => {
    killGroup(child.pid);
    const lastLines = logTail(charge.logFile);
    if (charge.remove !== undefined) rmSync(charge.remove, { recursive: true, force: true, maxRetries: 5 });
    tell({ exitCode, signal, log: lastLines });
    process.exit();
  });
}

/** Ends what a process has left running: n8n's task runner, npm's compiler. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined || WINDOWS) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: nothing was left.
  }
}
