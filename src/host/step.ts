import { accessSync, constants } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { type SafeText, say } from '../text/safe.ts';
import type { Host } from './host.ts';

/** The runner kills 10 s after it cancelled; what has not come to its end by then would end without outputs. */
const LAST_MOMENT_MS = 9000;

/** A shell, which every runner has that is not Windows. */
const SHELL = '/bin/sh';

/** What an action says of itself where a step ends in a way that nobody foresaw. */
export interface Unexpected {
  readonly title: SafeText;
  /** Whether anything was done, and what to do next. */
  readonly hint: SafeText;
}

/**
 * Runs an action as a step: from here on, whatever happens ends it with outputs, an exit code and a sentence for people.
 *
 * @param main the action; every ending that it expects is the exit code that it gives
 */
export async function runAsStep(
  main: (host: Host) => Promise<0 | 1>,
  host: Host,
  unexpected: Unexpected,
): Promise<void> {
  // When Node exits, it waits for V8's compilers on other threads, and these may wait for it to collect garbage: then both
  // wait forever, as happened to a step in sixty with a large reply on Node 24.21. On the main thread they end with it.
  for (const flag of ['--no-concurrent-sparkplug', '--no-concurrent-recompilation']) setFlagsFromString(flag);
  quiet(host);

  let hasEnded = false;
  const breakOff = (error: unknown): void => {
    // What goes wrong later changes no result.
    if (hasEnded) return;
    hasEnded = true;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Error) host.log.debug(host.show(error.stack ?? reason, 2000));
    const { title, hint } = unexpected;
    host.log.error(say`The step ended unexpectedly: ${host.show(reason)}. ${hint}`, title);
    try {
      host.setOutput('success', 'false');
    } catch {
      // That outputs cannot be written may be the reason.
    }
    end(1);
  };
  process.once('uncaughtException', breakOff);
  process.once('unhandledRejection', breakOff);
  // Node ends with success when nothing is left to wait for, whether the step came to its end or not.
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

/** Node prints its warnings for developers, and libraries put texts from outside into theirs. */
function quiet({ log, show }: Host): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => log.debug(say`${show(name)}: ${show(message)}`));
}

/** Ends the process as soon as all is written, whatever is still open: a proxy that never answers, a server that never closes. */
function end(code: 0 | 1): void {
  process.exitCode = code;
  process.stdout.write('', () => {
    if (isThreadBusy()) vanish(code);
    process.exit(code);
  });
}

/** Whether a thread looks up a name or works on a file: Node waits for it when it exits, however long that takes. */
function isThreadBusy(): boolean {
  return process.getActiveResourcesInfo().some((name) => /^(?:FSReq|Get(?:Addr|Name)Info)/.test(name));
}

/** Ends the process with this code and waits for no thread. Comes back where there is no way to do so. */
function vanish(code: 0 | 1): void {
  if (process.platform === 'win32') return;
  try {
    // A program that can be no other process' image would abort Node.
    accessSync(SHELL, constants.X_OK);
  } catch {
    if (code !== 0) process.kill(process.pid, 'SIGKILL');
    return;
  }
  // Another program takes the place of this one, and with it all threads are gone.
  process.execve?.(SHELL, [SHELL, '-c', `exit ${code}`], {});
}
