import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as core from '@actions/core';
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
  writeSummary: async (markdown) => {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (file) appendFileSync(file, markdown);
  },
};
