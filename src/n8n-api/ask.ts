import { readFile } from 'node:fs/promises';
import type { Deadline } from '../host/deadline.ts';
import type { Host } from '../host/host.ts';
import type { Connections } from '../http/connections.ts';
import { type Exchange, exchange, type HttpRequest, type Reply } from '../http/exchange.ts';
import { discard, type ReceivedBody } from '../http/received-body.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type SafeText, say } from '../text/safe.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import { growingPause, PATIENCE_MS, retryAfterMs } from '../verdict/attempts.ts';

/** What a client needs from its surroundings. */
export interface ApiSettings {
  readonly host: Host;
  readonly retries: number;
  readonly timeoutMs: number;
  /** Connections for requests that only read. */
  readonly kept: Connections;
  /** Connections for requests that change something. */
  readonly fresh: Connections;
}

/** How long to try; anything left out is taken from the client's settings. */
export interface RequestOptions {
  readonly retries?: number;
  /** No attempt begins after it, and none lasts longer than it allows. */
  readonly deadline?: Deadline | undefined;
  /** Ends the request if there is no deadline. */
  readonly signal?: AbortSignal | undefined;
}

/** A request to n8n's own endpoints, and what its replies mean. */
export interface Question {
  readonly request: HttpRequest;
  /** The prefix of its line in the debug log. */
  readonly label: SafeText;
  readonly judge: (made: Exchange) => Result<Reply, ApiFailure>;
  /** Whether it changes something: then it is sent again only if it certainly did not arrive. */
  readonly isWrite: boolean;
}

/** The largest reply that is parsed: n8n gives executions of up to 100 MiB, and parsing takes a multiple of memory. */
const LARGEST = 64 * 1024 * 1024;

/** How long one attempt may take, whatever the trigger's `timeout` is: a busy n8n replies within seconds. */
const ATTEMPT_MS = { least: 10_000, most: 30_000 } as const;

const LONGEST_PAUSE_MS = 30_000;

/** Sends a request to n8n, repeats it if that may help, and returns the reply's body as text. */
export async function ask(
  { request, label, judge, isWrite }: Question,
  options: RequestOptions,
  settings: ApiSettings,
): Promise<Result<string, ApiFailure>> {
  const { clock, random, log, show, tempDirectory: spillDirectory } = settings.host;
  const { deadline, retries = settings.retries } = options;
  const signal = deadline?.signal ?? options.signal;
  const timeoutMs = Math.min(Math.max(settings.timeoutMs, ATTEMPT_MS.least), ATTEMPT_MS.most);
  for (let number = 1; ; number += 1) {
    const began = clock.monotonic();
    const connections = isWrite ? settings.fresh : settings.kept;
    const made = await exchange(request, { timeoutMs, spillDirectory, signal, connections });
    const judged = timely(judge(made), deadline);
    const row = judged.ok ? say`ok` : judged.error.code;
    log.debug(say`${label}: ${show(row)} in ${Math.round(clock.monotonic() - began)} ms`);
    if (judged.ok) return ok(await wholeText(judged.value.body));
    if (made.kind === 'reply') await discard(made.body);
    const mayRepeat = judged.error.transient && !(isWrite && judged.error.mayHaveArrived);
    if (!mayRepeat || number > retries || signal?.aborted) return judged;
    const pauseMs = Math.max(retryAfterMs(made, clock.now()), growingPause(number, LONGEST_PAUSE_MS, random));
    if (pauseMs >= Math.min(deadline?.leftMs() ?? Infinity, PATIENCE_MS)) return judged;
    await clock.sleep(pauseMs, signal);
    if (signal?.aborted) return judged;
  }
}

/** An attempt that a deadline ended was not cancelled: n8n took too long. */
function timely(judged: Result<Reply, ApiFailure>, deadline: Deadline | undefined): Result<Reply, ApiFailure> {
  if (judged.ok || judged.error.code !== 'aborted' || !deadline || deadline.isCancelled()) return judged;
  const message = say`n8n did not reply in time.`;
  return failed({ ...judged.error, code: 'api-unreachable', message, transient: true });
}

/** A body's text, also from a file, which is then removed; empty if it is too large to be parsed. */
async function wholeText(body: ReceivedBody): Promise<string> {
  const { start, size, file } = body;
  if (file === undefined) return start.toString('utf8');
  const text = size <= LARGEST ? await readFile(file, 'utf8') : '';
  await discard(body);
  return text;
}
