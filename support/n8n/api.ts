// n8n's public API, as far as setting up tests needs it.
import { setTimeout as sleep } from 'node:timers/promises';
import { at, isRecord, textAt } from '../shapes.ts';
import type { Workflow } from './workflows.ts';

export interface Execution {
  id: string;
  status: string;
  workflowId: string;
  /** The whole reply, with `data` if it was asked for. */
  raw: Record<string, unknown>;
}

export class N8nApi {
  readonly url: string;
  readonly key: string;
  /** Where production webhooks live, if that is another process than the API's. */
  readonly webhookUrl: string;

  constructor(url: string, key: string, webhookUrl = url) {
    this.url = url.replace(/\/+$/, '');
    this.key = key;
    this.webhookUrl = webhookUrl.replace(/\/+$/, '');
  }

  /** One request. Rejects on any status but 2xx, with the reply's text. */
  async request(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.#send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Gives the new workflow's id. It is not published yet. */
  async createWorkflow(workflow: Workflow): Promise<string> {
    return textAt(await this.request('POST', '/workflows', workflow), 'id');
  }

  /** Publishes a workflow. Its webhooks reply some time later: see `webhookRegistered`. */
  async publish(id: string): Promise<void> {
    await this.#publication(id, 'publish', 'activate');
  }

  async unpublish(id: string): Promise<void> {
    await this.#publication(id, 'unpublish', 'deactivate');
  }

  /** n8n before 2.33 knows the second name only. */
  async #publication(id: string, name: string, formerName: string): Promise<void> {
    const first = await this.#send('POST', `/workflows/${id}/${name}`, {});
    const text = await first.text();
    if (first.status === 404 || first.status === 405) await this.request('POST', `/workflows/${id}/${formerName}`, {});
    else if (!first.ok) throw new Error(`${name} ${id}: ${first.status} ${text.slice(0, 500)}`);
  }

  /** Creates a workflow, publishes it and waits until its webhooks reply; deletes it again if that fails. */
  async deploy(workflow: Workflow): Promise<string> {
    const id = await this.createWorkflow(workflow);
    try {
      await this.publish(id);
      for (const node of workflow.nodes) {
        const { path, httpMethod } = node.parameters;
        if (node.type !== 'n8n-nodes-base.webhook' || typeof path !== 'string') continue;
        await this.webhookRegistered(path.includes(':') ? `${node.webhookId}/${path}` : path, httpMethod ?? 'GET');
      }
      return id;
    } catch (error) {
      await this.deleteWorkflow(id);
      throw error;
    }
  }

  /** Unpublishes it first: n8n replies 409 until that has taken effect. Rejects if it has not within 30 s. */
  async deleteWorkflow(id: string): Promise<void> {
    await this.unpublish(id);
    await until(`workflow ${id} to be deleted`, 30_000, async () => {
      const response = await this.#send('DELETE', `/workflows/${id}`);
      const text = await response.text();
      if (response.status === 409) return undefined;
      if (!response.ok) throw new Error(`DELETE workflow ${id}: ${response.status} ${text.slice(0, 500)}`);
      return true;
    });
  }

  /** Gives the new credential's id. */
  async createCredential(name: string, type: string, data: Record<string, unknown>): Promise<string> {
    const create = async (more: object): Promise<string> =>
      textAt(await this.request('POST', '/credentials', { name, type, data: { ...data, ...more } }), 'id');
    try {
      return await create({});
    } catch (error) {
      // At some point of its life, and not before that, n8n 2.16 wants to know where a credential may be sent to.
      if (!String(error).includes('allowedDomains')) throw error;
      return create({ allowedHttpRequestDomains: 'all' });
    }
  }

  async deleteCredential(id: string): Promise<void> {
    await this.request('DELETE', `/credentials/${id}`);
  }

  /** Undefined if n8n has no such execution, or no longer. */
  async execution(id: string, includeData = false): Promise<Execution | undefined> {
    const response = await this.#send('GET', `/executions/${id}?includeData=${includeData}`);
    const text = await response.text();
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`execution ${id}: ${response.status} ${text.slice(0, 500)}`);
    return asExecution(JSON.parse(text));
  }

  /** A workflow's newest executions first; those now running are left out unless `status` is `running`. */
  async executions(workflowId: string, status?: string): Promise<Execution[]> {
    const query = new URLSearchParams({ workflowId, limit: '100', ...(status !== undefined && { status }) });
    const list = at(await this.request('GET', `/executions?${query}`), 'data');
    return Array.isArray(list) ? list.map(asExecution) : [];
  }

  /** Waits until an execution has ended. Rejects if it has not within the time, in milliseconds. */
  executionEnded(id: string, withinMs = 20_000): Promise<Execution> {
    return until(`execution ${id} to end`, withinMs, async () => {
      const execution = await this.execution(id);
      return execution && /^(success|error|canceled|crashed)$/.test(execution.status) ? execution : undefined;
    });
  }

  /**
   * Waits until a production webhook replies, without running it: asked with a method that it does not have, n8n
   * names the ones that it has. Rejects if that does not happen within the time, in milliseconds.
   */
  async webhookRegistered(path: string, method: unknown = 'POST', withinMs = 30_000): Promise<void> {
    const own = Array.isArray(method) ? method : [method];
    const other = ['DELETE', 'PATCH', 'PUT', 'GET', 'POST'].find((candidate) => !own.includes(candidate));
    await until(`the webhook ${path} to be registered`, withinMs, async () => {
      const response = await fetch(`${this.webhookUrl}/webhook/${path}`, { method: other ?? 'PUT' });
      return (await response.text()).includes('Did you mean') ? true : undefined;
    });
  }

  #send(method: string, path: string, body?: unknown): Promise<Response> {
    // A kept connection may be one that n8n is closing.
    const headers = { 'X-N8N-API-KEY': this.key, connection: 'close' };
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}

/** Asks again and again until there is a reply. Rejects when the time, in milliseconds, is over. */
export async function until<Answer>(
  message: string,
  withinMs: number,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms for ${message}`);
    await sleep(100);
  }
}

function asExecution(raw: unknown): Execution {
  if (!isRecord(raw)) throw new Error(`Not an execution: ${JSON.stringify(raw)}`);
  return {
    id: String(raw['id']),
    status: String(raw['status']),
    workflowId: String(raw['workflowId']),
    raw,
  };
}
