import { setFlagsFromString } from 'node:v8';
import { runnerHost } from './host/runner.ts';
import { main } from './main.ts';
import { excerpt } from './text/format.ts';

// When Node exits, it waits for V8's compilers on other threads, and these may wait for it to collect garbage: then both wait
// forever, as happened to a step in sixty with a large reply on Node 24.21. On the main thread they end with it.
for (const flag of ['--no-concurrent-sparkplug', '--no-concurrent-recompilation']) setFlagsFromString(flag);

// Of a proxy's password, the library that builds tunnels makes a Buffer in the old way, and Node would tell users.
process.noDeprecation = true;

/** Every expected ending is a value: what ends here is a bug of the action or a broken machine. */
function breakOff(reason: string): void {
  process.exitCode = 1;
  runnerHost.log.error(
    `The step ended unexpectedly: ${excerpt(runnerHost.redact(reason))}. The workflow may have run: look at its executions in n8n. If the disk is not full, please report this.`,
    'The n8n step ended unexpectedly',
  );
  try {
    runnerHost.setOutput('success', 'false');
  } catch {
    // What cannot be written to may be the reason.
  }
}

// Node ends with success when nothing is left to wait for, be the run at its end or not.
process.once('beforeExit', () => breakOff('nothing is left that it waits for'));

try {
  process.exitCode = await main(runnerHost);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  runnerHost.log.debug(error instanceof Error ? (error.stack ?? reason) : reason);
  breakOff(reason);
}

// A proxy that never answers, a server that never closes: nothing that is still open may keep a step that has ended.
process.stdout.write('', () => process.exit());
