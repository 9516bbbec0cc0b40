import { jsonBody } from '../http/body.ts';
import type { Exchange, HttpRequest, Reply } from '../http/exchange.ts';
import type { Instance } from '../n8n/address.ts';
import { basicAuthorization } from '../request/auth.ts';
import { isMap, type Json, type JsonMap, tryJson } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { type Show, say } from '../text/safe.ts';
import { type Asked, judgeApi, judgeText, type Subject, unreadable } from '../verdict/api.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import { type ApiSettings, ask, type Question, type RequestOptions } from './ask.ts';

/** A resource of the API, or why it could not be read. */
export type Resource = Result<JsonMap, ApiFailure>;

type ApiMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** n8n's public API, version 1. Paths are below `/api/v1/`. */
export interface Api {
  readonly base: string;
  readonly show: Show;
  /** GET is retried after transient failures; anything else only if it certainly did not arrive. */
  request(method: ApiMethod, path: string, subject: Subject, options?: WriteOptions): Promise<Resource>;
  /** The same for text that is not JSON, such as `openapi.yml`. */
  text(path: string, subject: Subject, options?: RequestOptions): Promise<Result<string, ApiFailure>>;
}

type WriteOptions = RequestOptions & { readonly body?: Json };

export function apiClient(instance: Instance, settings: ApiSettings): Api {
  const headers = apiHeaders(instance);
  const from = instance.addressFrom;
  const { show } = settings.host;
  const send = (
    request: Omit<HttpRequest, 'url'>,
    path: string,
    judge: (made: Exchange, asked: Asked) => Result<Reply, ApiFailure>,
    options: RequestOptions,
  ) => {
    const url = new URL(`${instance.base}/api/v1/${path}`);
    const question: Question = {
      request: { ...request, url },
      label: say`API: ${show(`${request.method} ${path}`, 120)}`,
      judge: (made) => judge(made, { url, from, show }),
      isWrite: request.method !== 'GET',
    };
    return ask(question, options, settings);
  };
  return {
    base: instance.base,
    show,
    request: async (method, path, subject, { body, ...options } = {}) => {
      const request = { method, headers, ...(body !== undefined && { body: jsonBody(body) }) };
      const answer = await send(request, path, (made, asked) => judgeApi(made, asked, subject), options);
      if (!answer.ok) return answer;
      const data = tryJson(answer.value);
      return isMap(data) ? ok(data) : failed(unreadable(subject.thing, answer.value.length));
    },
    text: (path, subject, options = {}) => {
      const request = { method: 'GET', headers: { ...headers, accept: '*/*' } };
      return send(request, path, (made, asked) => judgeText(made, asked, subject), options);
    },
  };
}

/** The headers that authenticate at an instance's own endpoints, and those for proxies in front of it. */
export function apiHeaders({ secretKey, credentials, headers }: Instance): Record<string, string> {
  const authorization = credentials === undefined ? {} : { authorization: basicAuthorization(credentials) };
  return { ...Object.fromEntries(headers), accept: 'application/json', ...authorization, 'x-n8n-api-key': secretKey };
}
