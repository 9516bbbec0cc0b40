import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type Body, type FilePart, fileBody, multipartBody, textBody } from '../http/body.ts';
import { errorCode } from '../text/error-code.ts';
import { isMap, type Json, type JsonMap, parseJsonText } from '../text/json.ts';
import { Problem } from '../text/problem.ts';

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
    const text = decodeText(await readFile(path));
    if (text === undefined) return new Problem(`payload-file: ${given.payloadFile} is not UTF-8. Save it as UTF-8.`);
    return await parseData('payload-file', text, extname(path).toLowerCase());
  } catch (error) {
    const code = errorCode(error);
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? String(error)})`;
    return new Problem(`payload-file: ${given.payloadFile} ${reason}. Relative paths start at the workspace.`);
  }
}

/** Text in UTF-8, or in UTF-16 with a byte order mark, as PowerShell 5 writes it; undefined if it is neither. */
function decodeText(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // A zero in front is UTF-16 without the mark.
  return first === 0 || second === 0 || !isUtf8(bytes) ? undefined : bytes.toString('utf8');
}

/** Blanks in front stay: lines and columns are told as the user counts them, and YAML may be indented as a whole. */
async function parseData(name: string, given: string, extension = ''): Promise<Payload | Problem> {
  const text = given.replace(/^\uFEFF/, '').trimEnd();
  const asYaml = /^\.ya?ml$/.test(extension);
  const asJson = extension === '.json' || (!asYaml && /^\s*[{[]/.test(text));
  const data = asJson
    ? await parseJsonText(name, text)
    : await (await import('../text/parse-yaml.ts')).parseYamlText(name, text);
  if (data instanceof Problem) return data;
  if (Array.isArray(data) || isMap(data)) return { source: 'data', data };
  return new Problem(`${name}: is a single value. Give a JSON or YAML map or list.`);
}

/** Why a payload cannot be put into the form that the method and content type ask for; undefined if it can. */
export function findUnencodable(payload: Payload, method: string, contentType: string): Problem | undefined {
  const isList = payload.source === 'data' && !isMap(payload.data);
  if (method === 'GET' || method === 'HEAD') {
    if (payload.source === 'files')
      return new Problem(`files: ${method} has no body to send them in. Use POST or PUT.`);
    if (payload.source === 'context' || (payload.source === 'data' && !isList)) return undefined;
    return new Problem(`payload: ${method} carries it in the query string, so it must be a map.`);
  }
  if (!isList || (!isForm(contentType) && !isMultipart(contentType))) return undefined;
  return new Problem(`payload: a list cannot be sent as ${contentType}; give a map.`);
}

/**
 * Puts a payload into the form that the method and content type ask for. GET and HEAD carry an explicit payload's
 * members in the query string, and nothing if none was given.
 */
export function encodePayload(payload: Payload, method: string, contentType: string): Encoded | Problem {
  const unfit = findUnencodable(payload, method, contentType);
  if (unfit) return unfit;
  if (method === 'GET' || method === 'HEAD') {
    return { query: payload.source === 'data' ? formOf(payload.data) : new URLSearchParams() };
  }
  return { query: new URLSearchParams(), body: bodyOf(payload, contentType) };
}

function bodyOf(payload: Payload, contentType: string): Body {
  if (payload.source === 'file') return fileBody(payload.path, payload.size, contentType);
  if (payload.source === 'text') return textBody(payload.text, contentType);
  if (payload.source === 'files') return multipartBody(formOf(payload.data), payload.files);
  if (isMultipart(contentType)) return multipartBody(formOf(payload.data), []);
  return textBody(isForm(contentType) ? formOf(payload.data).toString() : JSON.stringify(payload.data), contentType);
}

/** Members as form fields: scalars as text, null as nothing, a list of scalars as a repeated field, the rest as JSON. */
function formOf(data: JsonMap | Json[]): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object' || JSON.isRawJSON(item));
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
