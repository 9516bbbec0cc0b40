import type { SafeText, Show } from '../text/safe.ts';

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Gives that many random bytes. */
export type RandomSource = (count: number) => Buffer;

/** Where the step speaks to people. */
export interface Log {
  info(line: SafeText): void;
  debug(line: SafeText): void;
  /** An annotation of the run that does not fail it. */
  warning(text: SafeText, title?: SafeText): void;
  /** An annotation of the run. */
  error(text: SafeText, title?: SafeText): void;
}

/** Time, handed in so that no test has to wait. */
export interface Clock {
  /** Milliseconds of a clock that never goes back. */
  monotonic(): number;
  /** Milliseconds since 1970, for dates in headers. */
  now(): number;
  /** Ends early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A signal that is aborted after that time. It keeps no process alive. */
  timeout(ms: number): AbortSignal;
}

/** All that a run touches outside of itself: the runner, time and chance. */
export interface Host {
  readonly env: Env;
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted when the runner cancels the job. */
  readonly cancelled: AbortSignal;
  /** A number from 0 to under 1. */
  readonly random: () => number;
  readonly randomBytes: RandomSource;
  readonly randomUUID: () => string;
  /** The text of an input as the runner gives it, untrimmed; empty if absent. */
  input(name: string): string;
  /** Hides a secret, line by line, in everything that is printed from now on. What is an everyday word stays. */
  mask(secret: string): void;
  /**
   * Hides the path and the query of a URL in what is shown from now on.
   *
   * @param publicPath what its path begins with and need not be hidden: the path of an instance that the user names
   */
  hideAddress(url: URL, publicPath?: string): void;
  /** Makes a text from outside safe to show: the one door to log, annotations, messages and summary. */
  readonly show: Show;
  /** The same for a text of several lines, which stay lines. */
  readonly showLines: Show;
  setOutput(name: string, value: string): void;
  /** Appends to the job summary, where the runner has one. */
  writeSummary(markdown: string): Promise<void>;
}
