import { extname, resolve } from 'node:path';
import type { FilePart } from '../http/multipart.ts';
import { isJson, isMultipart, isUrlEncoded, type Payload } from '../request/payload.ts';
import { decodeText } from '../text/decode.ts';
import { errorCode } from '../text/error-code.ts';
import { isMap, type JsonMap } from '../text/json.ts';
import { parseJsonText } from '../text/parse-json.ts';
import { type Parsed, wrong } from '../text/problem.ts';
import { ok } from '../text/result.ts';

/** The payload's inputs and what they depend on. */
export interface PayloadInputs {
  readonly payload: string;
  readonly payloadFile: string;
  readonly files: readonly FilePart[];
  readonly contentType: string;
  /** Whether the GitHub context is added as the member `github`. */
  readonly includeContext: boolean;
  /** The folder that relative paths start from. */
  readonly workspace: string;
}

/**
 * Reads the payload. Inline text and files of a JSON content type are parsed (JSON if it begins with a brace or
 * bracket, YAML 1.2 elsewhere); with other content types they are sent unchanged, and a file is not read into memory.
 *
 * @param context returns the GitHub context; called only if it is sent, and once
 */
export async function readPayload(given: PayloadInputs, context: () => Promise<JsonMap>): Promise<Parsed<Payload>> {
  const { files, contentType, includeContext } = given;
  if (includeContext && isVerbatim(contentType)) {
    return wrong(`include-context: content-type ${contentType} sends the payload as it is. Leave include-context out.`);
  }
  const data = await readData(given, context);
  const read = includeContext && data.ok ? await withContext(data.value, context) : data;
  if (!read.ok || files.length === 0) return read;
  const payload = read.value;
  if (!('data' in payload) || !isMap(payload.data)) {
    return wrong(`payload: a list cannot be sent as ${contentType}; give a map.`);
  }
  return ok({ ...payload, source: 'files', data: payload.data, files, isContext: payload.source === 'context' });
}

/** The payload with the GitHub context as one more member, or as its only one if nothing was given. */
async function withContext(payload: Payload, context: () => Promise<JsonMap>): Promise<Parsed<Payload>> {
  if (payload.source === 'context') return ok({ source: 'data', data: { github: payload.data }, hasContext: true });
  if (payload.source !== 'data' || !isMap(payload.data)) {
    return wrong('include-context: adds a member to the payload, so the payload must be a map.');
  }
  if (Object.hasOwn(payload.data, 'github')) {
    return wrong('include-context: the payload already has a member github. Rename it, or leave include-context out.');
  }
  return ok({ source: 'data', data: { ...payload.data, github: await context() }, hasContext: true });
}

async function readData(given: PayloadInputs, context: () => Promise<JsonMap>): Promise<Parsed<Payload>> {
  const { payload, payloadFile, contentType } = given;
  const isInline = payload.trim() !== '';
  if (isInline && payloadFile !== '') {
    return wrong('payload: is given together with payload-file. Keep one of the two.');
  }
  if (payloadFile !== '') return readPayloadFile(given);
  if (isInline && isVerbatim(contentType)) return ok({ source: 'text', text: payload });
  if (isInline) return parseData('payload', payload);
  if (/\bxml\b/i.test(contentType)) {
    return wrong(`payload: is needed with content-type ${contentType}; the GitHub context is JSON.`);
  }
  return ok({ source: 'context', data: await context() });
}

function isVerbatim(contentType: string): boolean {
  return !isJson(contentType) && !isUrlEncoded(contentType) && !isMultipart(contentType);
}

async function readPayloadFile({ workspace, payloadFile, contentType }: PayloadInputs): Promise<Parsed<Payload>> {
  const { readFile, stat } = await import('node:fs/promises');
  const path = resolve(workspace, payloadFile);
  try {
    const found = await stat(path);
    if (!found.isFile()) return wrong(`payload-file: ${payloadFile} is not a file.`);
    if (isVerbatim(contentType)) {
      const { hasBytes, SIZELESS } = await import('./files.ts');
      if (found.size === 0 && (await hasBytes(path))) return wrong(`payload-file: ${payloadFile} ${SIZELESS}.`);
      return ok({ source: 'file', path, size: found.size });
    }
    const text = decodeText(await readFile(path));
    if (text === undefined) return wrong(`payload-file: ${payloadFile} is not UTF-8. Save it as UTF-8.`);
    return await parseData('payload-file', text, extname(path).toLowerCase());
  } catch (error) {
    const code = errorCode(error);
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? String(error)})`;
    return wrong(`payload-file: ${payloadFile} ${reason}. Relative paths start at the workspace.`);
  }
}

/**
 * Leading space stays: lines and columns are counted as the user sees them, and YAML may be indented as a whole.
 *
 * @param extension the extension of the file that the text comes from; undefined for text from the workflow file
 */
async function parseData(name: string, given: string, extension?: string): Promise<Parsed<Payload>> {
  const text = given.replace(/^\uFEFF/, '');
  const isInline = extension === undefined;
  const isYaml = extension === '.yml' || extension === '.yaml';
  const isJsonText = extension === '.json' || (!isYaml && /^\s*[{[]/.test(text));
  const read = isJsonText
    ? await parseJsonText(name, text.trimEnd())
    : await (await import('../text/parse-yaml.ts')).parseYamlText(name, text, isInline);
  if (!read.ok) return read;
  const data = read.value;
  if (Array.isArray(data) || isMap(data)) return ok({ source: 'data', data });
  const hint = isInline ? ' To send text as it is, set content-type: text/plain.' : '';
  return wrong(`${name}: is a single value. Give a JSON or YAML map or list.${hint}`);
}
