// A stand-in for the runner that records everything it is given.
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { createDoor } from '../src/host/door.ts';
import type { Host } from '../src/host/host.ts';
import { type TestClock, testClock } from './clock.ts';

/** A host, and everything that was done to it, in order. */
export interface TestHost extends Host {
  /** `level: text`, and `mask`, `output` and `summary` lines between them. */
  readonly events: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly clock: TestClock;
}

export function testHost(given: { inputs?: Record<string, string>; env?: Record<string, string> } = {}): TestHost {
  const events: string[] = [];
  const outputs: Record<string, string> = {};
  let summary = '';
  const { hide, ...door } = createDoor();
  const say =
    (level: string) =>
    (text: string, title?: string): void => {
      events.push(`${level}: ${title === undefined ? '' : `[${title}] `}${text}`);
    };
  return {
    events,
    outputs,
    get summary() {
      return summary;
    },
    env: given.env ?? {},
    tempDirectory: given.env?.['RUNNER_TEMP'] ?? tmpdir(),
    log: { info: say('info'), debug: say('debug'), warning: say('warning'), error: say('error') },
    clock: testClock(),
    cancelled: new AbortController().signal,
    random: () => 0,
    randomBytes,
    randomUUID: () => '00000000-0000-4000-8000-000000000000',
    input: (name) => given.inputs?.[name] ?? '',
    mask: (secret) => {
      events.push(`mask: ${secret}`);
      hide(secret);
    },
    ...door,
    setOutput: (name, value) => {
      outputs[name] = value;
      events.push(`output: ${name}`);
    },
    writeSummary: (markdown) => {
      summary += markdown;
      events.push('summary');
    },
  };
}
