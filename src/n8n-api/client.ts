import { readFile, rm } from 'node:fs/promises';
import type { Redact } from '../host/masks.ts';
import { exchange, type Reply } from '../http/exchange.ts';
import type { ReceivedBody } from '../http/received-body.ts';
import type { Instance } from '../n8n/address.ts';
import { basicAuthorization } from '../request/auth.ts';
import { isMap, type JsonMap, tryJson } from '../text/json.ts';
import { judgeApi, type Subject } from '../verdict/api.ts';
import { attempt, type Plan } from '../verdict/attempts.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** A resource of the API, or why it cannot be had. */
export type Resource =
  | { readonly found: true; readonly data: JsonMap }
  | { readonly found: false; readonly verdict: Verdict };

/** How long to try; what is left out is the client's own. */
export interface RequestOptions {
  readonly retries?: number;
  /** Of one attempt at most, in milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** n8n's public API, version 1. */
export interface Api {
  readonly base: string;
  /** Asks for a path below `/api/v1/`. What looks like passing trouble is tried again: all that is asked for may be repeated. */
  request(method: 'GET' | 'POST', path: string, subject: Subject, options?: RequestOptions): Promise<Resource>;
}

/** What a client needs from its surroundings. */
export interface ApiSettings extends Pick<Plan, 'clock' | 'random'> {
  readonly retries: number;
  readonly timeoutMs: number;
  /** The folder for replies that are too large to hold in memory while they are received. */
  readonly spillDirectory: string;
  readonly debug: (line: string) => void;
  /** Takes what is secret out of what is told of replies. */
  readonly redact?: Redact;
}

/** The largest resource that is taken apart, in bytes: n8n shows executions of up to 100 MiB, and parsing takes a multiple. */
const LARGEST = 64 * 1024 * 1024;

/**
 * How long one request may take, in milliseconds, whatever the trigger's `timeout` is: the API mostly answers at once, and
 * takes seconds where n8n is busy.
 */
const PATIENCE_MS = { least: 10_000, most: 30_000 } as const;

/** An answer that is due when the time is over is waited for, in milliseconds: n8n mostly gives it sooner. */
const LAST_ANSWER_MS = 2_000;

/** One attempt that is to end within this time. */
export function optionsWithin(leftMs: number, signal?: AbortSignal): RequestOptions {
  return { retries: 0, timeoutMs: Math.max(Math.ceil(leftMs), LAST_ANSWER_MS), signal };
}

/** A client for an instance's public API. */
export function apiClient(instance: Instance, settings: ApiSettings): Api {
  const headers = apiHeaders(instance);
  return {
    base: instance.base,
    request: async (method, path, subject, options = {}) => {
      const { signal, retries = settings.retries } = options;
      const ownMs = Math.min(Math.max(settings.timeoutMs, PATIENCE_MS.least), PATIENCE_MS.most);
      const timeoutMs = Math.min(options.timeoutMs ?? ownMs, ownMs);
      const url = new URL(`${instance.base}/api/v1/${path}`);
      const { exchange: last, verdict } = await attempt({
        send: () => exchange({ method, url, headers }, { timeoutMs, spillDirectory: settings.spillDirectory, signal }),
        judge: (reply) => judgeApi(reply, { url, from: instance.addressFrom, redact: settings.redact }, subject),
        retries,
        retryAmbiguous: true,
        clock: settings.clock,
        random: settings.random,
        signal,
        onAttempt: ({ verdict: { row }, tookMs }) =>
          settings.debug(`API: ${method} ${path}: ${row} in ${Math.round(tookMs)} ms`),
      });
      if (last.kind !== 'reply' || !verdict.success) return { found: false, verdict };
      return parse(last, verdict, subject);
    },
  };
}

/** The headers that prove who calls an instance's own endpoints. */
export function apiHeaders({ secretKey, credentials }: Instance): Record<string, string> {
  const authorization = credentials === undefined ? {} : { authorization: basicAuthorization(credentials) };
  return { accept: 'application/json', 'x-n8n-api-key': secretKey, ...authorization };
}

async function parse({ body }: Reply, verdict: Verdict, { thing }: Subject): Promise<Resource> {
  const data = tryJson(await wholeText(body));
  if (isMap(data)) return { found: true, data };
  const message = `n8n's API gave ${thing} in a form that cannot be read (${body.size} bytes).`;
  return { found: false, verdict: { ...verdict, row: 'api-unreadable', success: false, message } };
}

/** A body's text, also where it went into a file, which is removed; empty if it is too large to be taken apart. */
export async function wholeText({ start, size, file }: ReceivedBody): Promise<string> {
  if (file === undefined) return start.toString('utf8');
  const text = size <= LARGEST ? await readFile(file, 'utf8') : '';
  await rm(file, { force: true });
  return text;
}
