import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type Body, type FilePart, fileBody, multipartBody, textBody } from './body.ts';
import { isMap, type Json, type JsonMap, parseJsonText } from './json-text.ts';
import { Problem } from './problem.ts';

/** The data of a trigger, read and checked, before it is known how the request carries it. */
export type Payload =
  /** Nothing was given: the GitHub context. */
  | { readonly source: 'context'; readonly data: JsonMap }
  /** JSON or YAML. */
  | { readonly source: 'data'; readonly data: JsonMap | Json[] }
  /** Text that goes out as it was given. */
  | { readonly source: 'text'; readonly text: string }
  /** A file that is streamed as it is; `size` in bytes. */
  | { readonly source: 'file'; readonly path: string; readonly size: number }
  /** Files, and members to send along as fields: given ones, or the GitHub context. */
  | {
      readonly source: 'files';
      readonly data: JsonMap;
      readonly files: readonly FilePart[];
      readonly isContext: boolean;
    };

/** What a payload adds to a request: members in the query string (GET, HEAD) or a body. */
export interface Encoded {
  readonly query: URLSearchParams;
  readonly body?: Body;
}

/** How the payload's inputs and the content type stand in the step. */
export interface PayloadInputs {
  readonly payload: string;
  readonly payloadFile: string;
  readonly files: readonly FilePart[];
  readonly contentType: string;
  /** The folder that relative paths start from. */
  readonly workspace: string;
}

/**
 * Reads the payload. Inline text and files of a JSON content type are parsed (JSON where it begins with a brace or
 * bracket, YAML 1.2 elsewhere); with other content types they stay as they are, and a file is not read into memory.
 *
 * @param context gives the GitHub context, asked for only when no payload was given
 */
export async function readPayload(given: PayloadInputs, context: () => Promise<JsonMap>): Promise<Payload | Problem> {
  const { files, contentType } = given;
  const payload = await readData(given, context);
  if (payload instanceof Problem || files.length === 0) return payload;
  if ('data' in payload && isMap(payload.data)) {
    return { source: 'files', data: payload.data, files, isContext: payload.source === 'context' };
  }
  return new Problem(`payload: a list cannot be sent as ${contentType}; give a map.`);
}

async function readData(given: PayloadInputs, context: () => Promise<JsonMap>): Promise<Payload | Problem> {
  const inline = given.payload.trim() !== '';
  if (inline && given.payloadFile !== '') {
    return new Problem('payload: is given together with payload-file. Keep one of the two.');
  }
  const { contentType } = given;
  const verbatim = !isJson(contentType) && !isForm(contentType) && !isMultipart(contentType);
  if (given.payloadFile !== '') return readPayloadFile(given, verbatim);
  if (inline && verbatim) return { source: 'text', text: given.payload };
  if (inline) return parseData('payload', given.payload);
  if (/\bxml\b/i.test(contentType)) {
    return new Problem(`payload: is needed with content-type ${contentType}; the GitHub context is JSON.`);
  }
  return { source: 'context', data: await context() };
}

async function readPayloadFile(given: PayloadInputs, verbatim: boolean): Promise<Payload | Problem> {
  const path = resolve(given.workspace, given.payloadFile);
  try {
    const found = await stat(path);
    if (!found.isFile()) return new Problem(`payload-file: ${given.payloadFile} is not a file.`);
    if (verbatim) return { source: 'file', path, size: found.size };
    return await parseData('payload-file', await readFile(path, 'utf8'), extname(path).toLowerCase());
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${String(code ?? error)})`;
    return new Problem(`payload-file: ${given.payloadFile} ${reason}. Relative paths start at the workspace.`);
  }
}

/** Blanks in front stay: lines and columns are told as the user counts them, and YAML may be indented as a whole. */
async function parseData(name: string, given: string, extension = ''): Promise<Payload | Problem> {
  const text = given.replace(/^\uFEFF/, '').trimEnd();
  const asYaml = /^\.ya?ml$/.test(extension);
  const asJson = extension === '.json' || (!asYaml && /^\s*[{[]/.test(text));
  const data = asJson ? await parseJsonText(name, text) : await parseYamlText(name, text);
  if (data instanceof Problem) return data;
  if (Array.isArray(data) || isMap(data)) return { source: 'data', data };
  return new Problem(`${name}: is a single value. Give a JSON or YAML map or list.`);
}

async function parseYamlText(name: string, text: string): Promise<Json | Problem> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const before = text.slice(0, error.pos[0]).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return new Problem(`${name}: is not valid YAML at line ${before.length}, column ${column} (${error.code}).`);
  }
  try {
    // Through JSON, because that is how it is sent: keys become text, and .nan or .inf become null.
    const value: Json = JSON.parse(JSON.stringify(document.toJS()) ?? 'null');
    return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new Problem(`${name}: this YAML cannot be sent as JSON (${reason}).`);
  }
}

/**
 * Puts a payload into the form that the method and content type ask for. GET and HEAD carry an explicit payload's
 * members in the query string, and nothing if none was given.
 */
export function encodePayload(payload: Payload, method: string, contentType: string): Encoded | Problem {
  if (method === 'GET' || method === 'HEAD') {
    if (payload.source === 'context') return { query: new URLSearchParams() };
    if (payload.source === 'data' && isMap(payload.data)) return { query: formOf(payload.data) };
    if (payload.source === 'files')
      return new Problem(`files: ${method} has no body to send them in. Use POST or PUT.`);
    return new Problem(`payload: ${method} carries it in the query string, so it must be a map.`);
  }
  const body = bodyOf(payload, contentType);
  return body instanceof Problem ? body : { query: new URLSearchParams(), body };
}

function bodyOf(payload: Payload, contentType: string): Body | Problem {
  if (payload.source === 'file') return fileBody(payload.path, payload.size, contentType);
  if (payload.source === 'text') return textBody(payload.text, contentType);
  if (payload.source === 'files') return multipartBody(formOf(payload.data), payload.files);
  if (!isForm(contentType) && !isMultipart(contentType)) return textBody(JSON.stringify(payload.data), contentType);
  if (!isMap(payload.data)) return new Problem(`payload: a list cannot be sent as ${contentType}; give a map.`);
  const form = formOf(payload.data);
  return isMultipart(contentType) ? multipartBody(form, []) : textBody(form.toString(), contentType);
}

/** Members as form fields: scalars as text, null as nothing, a list of scalars as a repeated field, the rest as JSON. */
function formOf(data: JsonMap): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
    for (const item of isPlainList ? value : [value]) form.append(name, fieldText(item));
  }
  return form;
}

function fieldText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether nobody chose what is in a payload. */
export function isContext(payload: Payload): boolean {
  return payload.source === 'context' || (payload.source === 'files' && payload.isContext);
}

/** Whether a content type is JSON, by its own name or by the `+json` suffix (RFC 6839). */
export function isJson(contentType: string): boolean {
  return /^application\/(?:json|[^;]*\+json)\s*(?:;|$)/i.test(contentType);
}

function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);
}

/** Whether a form is to be made of the payload; who names a boundary has made one already. */
export function isMultipart(contentType: string): boolean {
  return /^multipart\/form-data$/i.test(contentType);
}
