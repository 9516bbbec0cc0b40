// The gateway workflow that people import (n8n/gateway.json), set up as the README describes.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import { isRecord } from '../shapes.ts';
import type { N8nApi } from './api.ts';
import type { Workflow } from './workflows.ts';

export interface Gateway {
  /** What the action takes as `url`: `/api/v1/workflow/{id}/start` follows. */
  url: string;
  workflowId: string;
  credentialId: string;
}

/**
 * Imports the gateway, gives its Start node a Header Auth credential with this key, and publishes it; if that fails,
 * removes it all. A `prefix` is put before its name and its path: n8n registers a path with a parameter only once,
 * whatever the webhook id before it, so a second gateway needs another path.
 */
export async function deployGateway(api: N8nApi, key: string, prefix?: string): Promise<Gateway> {
  const workflow = readShipped('gateway.json');
  const start = workflow.nodes.find((node) => node.name === 'Start');
  if (start?.webhookId === undefined) throw new Error('The gateway has no Webhook node named Start');
  let url = `${api.url}/webhook/${start.webhookId}`;
  if (prefix !== undefined) {
    workflow.name = `[${prefix}] ${workflow.name}`;
    start.webhookId = randomUUID();
    start.parameters['path'] = `${prefix}/${start.parameters['path']}`;
    url = `${api.url}/webhook/${start.webhookId}/${prefix}`;
  }
  const { name } = workflow;
  const credentialId = await api.createCredential(name, 'httpHeaderAuth', { name: 'X-N8N-API-KEY', value: key });
  start.credentials = { httpHeaderAuth: { id: credentialId, name } };
  try {
    return { url, workflowId: await api.deploy(workflow), credentialId };
  } catch (error) {
    await api.deleteCredential(credentialId);
    throw error;
  }
}

/** A workflow of the folder n8n/, which people import. */
export function readShipped(name: string): Workflow {
  const file = join(ROOT, 'n8n', name);
  const workflow: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isWorkflow(workflow)) throw new Error(`${file} is no workflow`);
  return workflow;
}

const isWorkflow = (value: unknown): value is Workflow =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  Array.isArray(value['nodes']) &&
  isRecord(value['connections']);
