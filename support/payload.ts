// The payload of a step, from its inputs to the bytes that are sent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect } from '@jest/globals';
import { type PayloadInputs, readPayload } from '../src/inputs/payload.ts';
import { type Encoded, encodePayload, type Payload } from '../src/request/payload.ts';
import type { JsonMap } from '../src/text/json.ts';
import type { Parsed } from '../src/text/problem.ts';
import { valueIn } from './problems.ts';

export const workspace = mkdtempSync(join(tmpdir(), 'payload-'));
afterAll(() => rmSync(workspace, { recursive: true }));

export const context = async (): Promise<JsonMap> => ({ ref: 'refs/heads/main' });

/** No payload is given. */
export const NO_PAYLOAD: PayloadInputs = {
  payload: '',
  payloadFile: '',
  files: [],
  contentType: 'application/json',
  includeContext: false,
  workspace,
};

/** Reads a payload; a file in the workspace has this text. */
export function read(given: Partial<PayloadInputs>, file?: string): Promise<Parsed<Payload>> {
  if (given.payloadFile !== undefined && file !== undefined) writeFileSync(join(workspace, given.payloadFile), file);
  return readPayload({ ...NO_PAYLOAD, ...given }, context);
}

export async function encode(
  payload: Parsed<Payload>,
  method = 'POST',
  contentType = 'application/json',
): Promise<Encoded> {
  return valueIn(await encodePayload(valueIn(payload), method, contentType));
}

/** The body that is sent for it. */
export async function sent(given: Partial<PayloadInputs>, file?: string): Promise<string> {
  const { body } = await encode(await read(given, file), 'POST', given.contentType);
  if (!body) throw new Error('There is no body.');
  const bytes = await buffer(body.open());
  expect(body.size).toBe(bytes.length);
  expect(body.contentType).toBe(given.contentType ?? 'application/json');
  return bytes.toString('utf8');
}
