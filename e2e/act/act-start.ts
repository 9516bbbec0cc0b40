// Jest's globalSetup of the project `act`: one n8n, and the repositories that act works on.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import startN8n from '../suite-start.ts';
import { folders } from './act-stop.ts';
import { makeRepositories } from './repositories.ts';

export default async function start(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'act-'));
  folders.push(folder);
  makeRepositories(folder);
  process.env['E2E_ACT_FOLDER'] = folder;
  await startN8n();
}
