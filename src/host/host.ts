import type { SafeText, Show } from '../text/safe.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export type RandomSource = (count: number) => Buffer;

interface Log {
  info(line: SafeText): void;
  debug(line: SafeText): void;
  /** An annotation of the run that does not fail it. */
  warning(text: SafeText, title?: SafeText): void;
  /** An annotation of the run. */
  error(text: SafeText, title?: SafeText): void;
}

/** The system's time, injected so that no test has to wait. */
export interface Clock {
  /** Milliseconds of a clock that never goes back. */
  monotonic(): number;
  /** Milliseconds since 1970, for dates in headers. */
  now(): number;
  /** Waits this many milliseconds. Ends early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A signal that is aborted after this many milliseconds. It does not keep the process alive. */
  timeout(ms: number): AbortSignal;
}

/** The parts of a webhook's address that need not be hidden. */
export interface OpenParts {
  /** The path of the instance, which the webhook's path begins with, if the user gives it; empty for none. */
  readonly instancePath?: string | undefined;
  /** The id of the execution that the URL resumes: messages show it, too; only what follows it is secret. */
  readonly executionId?: string | undefined;
}

/** Everything that a run uses from outside: the runner, time and randomness. */
export interface Host {
  readonly env: Env;
  /** The folder for data that is too large for memory or for an output. */
  readonly tempDirectory: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted when the runner cancels the job. */
  readonly cancelled: AbortSignal;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly randomBytes: RandomSource;
  readonly randomUUID: () => string;
  /** The text of an input as the runner gives it, untrimmed; empty if absent. */
  input(name: string): string;
  /** Hides a secret, line by line, in everything that is printed from now on. Everyday words stay visible. */
  mask(secret: string): void;
  /** Hides the path and the query of a URL in what is shown from now on: anyone who knows a webhook's can call it. */
  hideAddress(url: URL, open?: OpenParts): void;
  /** Makes a text from outside safe to show: the only way into log, annotations, messages and summary. */
  readonly show: Show;
  /** The same for a text of several lines; its line breaks are kept. */
  readonly showLines: Show;
  setOutput(name: string, value: string): void;
  /** Appends to the job summary, if the runner has one. If that fails, it warns, and the result stays the same. */
  writeSummary(markdown: string): void;
}
