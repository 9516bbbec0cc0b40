import { accessSync, constants } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { type SafeText, say } from '../text/safe.ts';
import type { Host } from './host.ts';

/** The runner kills the process 10 s after cancelling; a step that is still running then would end without outputs. */
const LAST_MOMENT_MS = 9000;

/** A shell, which every runner but Windows has. */
const SHELL = '/bin/sh';

/** What an action says when a step ends unexpectedly. */
export interface Unexpected {
  readonly title: SafeText;
  /** Whether anything may have happened, and what to do next. */
  readonly hint: SafeText;
}

/**
 * Runs an action as a step: from here on, whatever happens, the step ends with outputs, an exit code and a message.
 *
 * @param main the action; it returns the exit code for every expected result
 */
export async function runAsStep(
  main: (host: Host) => Promise<0 | 1>,
  host: Host,
  unexpected: Unexpected,
): Promise<void> {
  // When Node exits, it waits for V8's compilers on other threads, and these may wait for it to collect garbage: a
  // deadlock, seen in one of sixty steps with a large reply, and in one of twenty with a large request on a busy
  // machine, on Node 24.21. Once V8 runs, no flag moves Maglev off its thread, so it is switched off.
  // Steps are too short for Sparkplug, and a young generation that grows only takes memory: a seventh with a large payload.
  const flags = ['--no-maglev', '--no-concurrent-recompilation', '--no-sparkplug', '--semi-space-growth-factor=1'];
  for (const flag of flags) setFlagsFromString(flag);
  quiet(host);

  let hasEnded = false;
  const breakOff = (error: unknown): void => {
    // A later error does not change the result.
    if (hasEnded) return;
    hasEnded = true;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Error) host.log.debug(host.show(error.stack ?? reason, 2000));
    const { title, hint } = unexpected;
    host.log.error(say`The step ended unexpectedly: ${host.show(reason)}. ${hint}`, title);
    try {
      host.setOutput('success', 'false');
    } catch {
      // Unwritable outputs may be what went wrong.
    }
    end(1);
  };
  process.once('uncaughtException', breakOff);
  process.once('unhandledRejection', breakOff);
  // When nothing is left to wait for, Node exits with success, even if the step has not finished.
  process.once('beforeExit', () => breakOff('nothing is left to wait for'));
  host.cancelled.addEventListener('abort', () => {
    setTimeout(() => breakOff('the job was cancelled, and the step did not stop in time'), LAST_MOMENT_MS).unref();
  });

  try {
    const code = await main(host);
    hasEnded = true;
    end(code);
  } catch (error) {
    breakOff(error);
  }
}

/** Moves Node's warnings into the debug log: they are for developers, and may contain texts from outside. */
function quiet({ log, show }: Host): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.debug(say`${show(name)}: ${show(message)}`));
}

/** Exits as soon as all output is written, whatever is still open, such as a proxy that never replies. */
function end(code: 0 | 1): void {
  process.exitCode = code;
  process.stdout.write('', () => {
    if (isThreadBusy()) vanish(code);
    process.exit(code);
  });
}

/** Whether a thread is looking up a name or using a file: on exit, Node waits for it, however long that takes. */
function isThreadBusy(): boolean {
  return process.getActiveResourcesInfo().some((name) => /^(?:FSReq|Get(?:Addr|Name)Info)/.test(name));
}

/** Exits with this code without waiting for threads. Returns if that is impossible. */
function vanish(code: 0 | 1): void {
  if (process.platform === 'win32') return;
  try {
    // Node would abort if this program could not be executed.
    accessSync(SHELL, constants.X_OK);
  } catch {
    if (code !== 0) process.kill(process.pid, 'SIGKILL');
    return;
  }
  // Another program replaces this one, which ends all its threads.
  process.execve?.(SHELL, [SHELL, '-c', `exit ${code}`], {});
}
