import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import { say } from '../text/safe.ts';
import { cancelled } from './cancelled.ts';
import { createDoor } from './door.ts';
import { masksFor } from './hidden.ts';
import type { Host } from './host.ts';

const { hide, ...door } = createDoor();

/** The real host: the Actions runner, the system's clock and its source of randomness. */
export const runnerHost: Host = {
  env: process.env,
  tempDirectory: process.env['RUNNER_TEMP'] || tmpdir(),
  log: {
    info: core.info,
    debug: core.debug,
    warning: (text, title) => core.warning(text, title === undefined ? {} : { title }),
    error: (text, title) => core.error(text, title === undefined ? {} : { title }),
  },
  clock: {
    // The global `performance` would load a dozen of Node's modules.
    monotonic: () => Number(process.hrtime.bigint()) / 1e6,
    now: () => Date.now(),
    sleep: async (ms, signal) => {
      const { setTimeout } = await import('node:timers/promises');
      await setTimeout(ms, undefined, { signal }).catch(() => undefined);
    },
    timeout: (ms) => AbortSignal.timeout(ms),
  },
  cancelled,
  random: Math.random,
  randomBytes,
  randomUUID,
  input: (name) => core.getInput(name, { trimWhitespace: false }),
  mask: (secret) => {
    for (const mask of masksFor(secret)) core.setSecret(mask);
    hide(secret);
  },
  ...door,
  setOutput: core.setOutput,
  writeSummary: (markdown) => {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    try {
      if (file) appendFileSync(file, markdown);
    } catch (error) {
      const reason = door.show(error instanceof Error ? error.message : String(error));
      core.warning(say`The job summary could not be written: ${reason}`);
    }
  },
};
