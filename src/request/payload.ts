import { type Body, fileBody, textBody } from '../http/body.ts';
import type { FilePart } from '../http/multipart.ts';
import { isMap, isScalarList, type Json, type JsonMap } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';

/** The data of a trigger, read and checked; how the request carries it is decided later. */
export type Payload =
  /** Nothing was given: the GitHub context. */
  | { readonly source: 'context'; readonly data: JsonMap }
  /** JSON or YAML; with `hasContext`, its member `github` is the GitHub context. */
  | { readonly source: 'data'; readonly data: JsonMap | Json[]; readonly hasContext?: true }
  /** Text that is sent as it was given. */
  | { readonly source: 'text'; readonly text: string }
  /** A file that is streamed as it is; `size` in bytes. */
  | { readonly source: 'file'; readonly path: string; readonly size: number }
  /** Files, and members to send along as fields: the given ones, or the GitHub context. */
  | {
      readonly source: 'files';
      readonly data: JsonMap;
      readonly files: readonly FilePart[];
      /** Whether `data` is the default payload. */
      readonly isContext: boolean;
      readonly hasContext?: true;
    };

/** What a payload adds to a request: members in the query string (GET, HEAD) or a body. */
export interface Encoded {
  readonly query: URLSearchParams;
  readonly body?: Body;
}

/** Why method and content type cannot carry a payload, as a line about its input; undefined if they can. */
export function findUnencodable(payload: Payload, method: string, contentType: string): string | undefined {
  const isList = payload.source === 'data' && !isMap(payload.data);
  if (method === 'GET' || method === 'HEAD') {
    if ('hasContext' in payload) {
      return `include-context: ${method} has no body to add it to. Leave include-context out, or use POST or PUT.`;
    }
    if (payload.source === 'files') return `files: ${method} has no body to send them in. Use POST or PUT.`;
    if (payload.source === 'context') return undefined;
    if (payload.source === 'data' && isMap(payload.data)) return findExcess(payload.data, MOST_VALUES);
    return `payload: ${method} carries it in the query string, so it must be a map.`;
  }
  if (!isUrlEncoded(contentType) && !isMultipart(contentType)) return undefined;
  if (isList) return `payload: a list cannot be sent as ${contentType}; give a map.`;
  return 'data' in payload && isMap(payload.data) ? findExcess(payload.data, MOST_FIELDS) : undefined;
}

/** How many fields of a query string or a form n8n reads. It drops the rest without a word. */
const MOST_FIELDS = 1000;

/** How many values of one name n8n reads from a query string as a list. It makes a map of more. */
const MOST_VALUES = 20;

function findExcess(data: JsonMap, mostValues: number): string | undefined {
  const counts = Object.values(data).map((value) => (isScalarList(value) ? value.length : 1));
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_FIELDS) {
    return `payload: has more than ${MOST_FIELDS} fields, and n8n would drop the rest. Send it as application/json.`;
  }
  if (counts.every((count) => count <= mostValues)) return undefined;
  return `payload: a list has more than ${mostValues} values, and n8n would make a map of it. Use POST.`;
}

/**
 * Puts a payload into the form that the method and content type ask for. GET and HEAD carry an explicit payload's
 * members in the query string, and nothing if none was given.
 */
export async function encodePayload(
  payload: Payload,
  method: string,
  contentType: string,
): Promise<Result<Encoded, string>> {
  const unfit = findUnencodable(payload, method, contentType);
  if (unfit !== undefined) return failed(unfit);
  if (method === 'GET' || method === 'HEAD') {
    return ok({ query: payload.source === 'data' ? (await forms()).formOf(payload.data) : new URLSearchParams() });
  }
  return ok({ query: new URLSearchParams(), body: await bodyOf(payload, contentType) });
}

/** Most payloads are sent as JSON, and need not load the code for forms. */
const forms = () => import('./form.ts');

async function bodyOf(payload: Payload, contentType: string): Promise<Body> {
  if (payload.source === 'file') return fileBody(payload.path, payload.size, contentType);
  if (payload.source === 'text') return textBody(payload.text, contentType);
  if (payload.source === 'files') return (await forms()).multipartOf(payload.data, payload.files);
  if (isMultipart(contentType)) return (await forms()).multipartOf(payload.data, []);
  const text = isUrlEncoded(contentType)
    ? (await forms()).formOf(payload.data).toString()
    : JSON.stringify(payload.data);
  return textBody(text, contentType);
}

/** Whether the payload is the default one. */
export function isContext(payload: Payload): boolean {
  return payload.source === 'context' || (payload.source === 'files' && payload.isContext);
}

/** Whether a content type is JSON, by its own name or by the `+json` suffix (RFC 6839). */
export function isJson(contentType: string): boolean {
  return /^application\/(?:json|[^;]*\+json)\s*(?:;|$)/i.test(contentType);
}

export function isUrlEncoded(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);
}

/** Whether a form is made of the payload; a content type with a boundary comes with a finished form. */
export function isMultipart(contentType: string): boolean {
  return /^multipart\/form-data$/i.test(contentType);
}
