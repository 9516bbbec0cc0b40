// Time that passes only when nothing happens: a step over real sockets that waits for hours on end is over in no time, and
// a seed gives the same step again.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/host/host.ts';

/** Turns of the event loop without anything happening, after which nothing is on its way: loopback takes one or two. */
const QUIET_TURNS = 8;

/** Work that shows in nothing else: files, names, connections that are being made. */
const isWork = (resource: string): boolean => /^(?:FS|FileHandle|GetAddrInfo|TCPConnect)/.test(resource);

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that the step, n8n and everything between them share. */
export class SharedClock implements Clock {
  readonly #start: number;
  #now = 0;
  #busy = 0;
  #happened = 0;
  #isPumping = false;
  #isStopped = false;
  #sleepers: Sleeper[] = [];

  /** @param start the time in milliseconds since 1970 */
  constructor(start: number) {
    this.#start = start;
  }

  monotonic(): number {
    return this.#now;
  }

  now(): number {
    return this.#start + this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { at: this.#now + Math.max(0, ms), wake: resolve };
      signal?.addEventListener('abort', () => this.#wake(sleeper), { once: true });
      this.#sleepers.push(sleeper);
      void this.#pump();
    });
  }

  timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    void this.sleep(ms).then(() => controller.abort(reason));
    return controller.signal;
  }

  /** To be called whenever something moves on a socket. */
  happened(): void {
    this.#happened += 1;
  }

  /** No time passes until the function that it gives is called: a server works, and replies at once. */
  work(): () => void {
    this.#busy += 1;
    return () => {
      this.#busy -= 1;
      this.#happened += 1;
    };
  }

  /** Nobody wakes up any more. */
  stop(): void {
    this.#isStopped = true;
    this.#sleepers = [];
  }

  #wake(sleeper: Sleeper): void {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    this.#happened += 1;
    sleeper.wake();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    for (;;) {
      await this.#quiet();
      const next = this.#sleepers.reduce<Sleeper | undefined>(
        (first, sleeper) => (first && first.at <= sleeper.at ? first : sleeper),
        undefined,
      );
      if (!next || this.#isStopped) break;
      this.#now = Math.max(this.#now, next.at);
      this.#wake(next);
    }
    this.#isPumping = false;
  }

  async #quiet(): Promise<void> {
    let seen = -1;
    for (let quiet = 0; quiet < QUIET_TURNS && !this.#isStopped; quiet += 1) {
      await turn();
      if (this.#busy === 0 && this.#happened === seen && !process.getActiveResourcesInfo().some(isWork)) continue;
      seen = this.#happened;
      quiet = 0;
    }
  }
}

const current = new AsyncLocalStorage<SharedClock>();
const realTimeout = AbortSignal.timeout.bind(AbortSignal);

// A timeout is time, too, and the one way to have it that Node gives no clock for.
AbortSignal.timeout = (ms) => {
  const clock = current.getStore();
  return clock ? clock.timeout(ms) : realTimeout(ms);
};

/** Runs something whose timeouts are of this clock. */
export function within<Result>(clock: SharedClock, run: () => Promise<Result>): Promise<Result> {
  return current.run(clock, run);
}
