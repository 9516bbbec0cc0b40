// One request to a server, and its reply as the unit tests want it: exact where it matters, without what changes from
// run to run or identifies the machine that it was recorded on.
import { request } from 'node:http';

export interface Call {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Recording {
  request: { method: string; path: string };
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Headers of the connection or of the moment. The length is left to whoever plays the reply: the body is shortened. */
const volatile = new Set(['connection', 'content-length', 'date', 'etag', 'keep-alive', 'transfer-encoding']);

/** The longest body kept, in characters: of n8n's pages the start is enough to recognize them. */
const LONGEST_BODY = 4000;

/** Rejects when no reply comes. Redirects are not followed. */
export function record(url: string, call: Call, longestBody = LONGEST_BODY): Promise<Recording> {
  const { method = 'POST', path, body } = call;
  const headers = {
    'user-agent': 'n8n-workflow-trigger/1.0 (GitHub Actions)',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...call.headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('error', reject).once('end', () =>
        resolve({
          request: { method, path },
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).flatMap(([name, value]) =>
              value === undefined || volatile.has(name) ? [] : [[name, String(value)]],
            ),
          ),
          body: withoutPaths(text).slice(0, longestBody),
        }),
      );
    });
    sent.once('error', reject).end(body);
  });
}

/** Puts n8n where its Docker image has it. */
const withoutPaths = (text: string): string =>
  text.replace(/(?<=[\s"'(])\/[^\s"'()]*?\/node_modules\//g, '/usr/local/lib/node_modules/');
