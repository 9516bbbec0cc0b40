// The sample workflows that the demo triggers.
import { randomBytes } from 'node:crypto';
import type { N8nApi } from '../../support/n8n/api.ts';
import { deployGateway } from '../../support/n8n/gateway.ts';
import type { Owner } from '../../support/n8n/owner.ts';
import * as workflows from '../../support/n8n/workflows.ts';

/** Where the sample workflows are, and how to get at them. */
export interface Samples {
  api: N8nApi;
  webhooks: Record<'start' | 'answer' | 'refuse' | 'works' | 'failsLater', string>;
  /** The workflow with a Webhook node that is run by its id. */
  byId: string;
  /** The one without. */
  target: string;
  gateway: { url: string; key: string };
  /** Only where everything may be switched on. */
  mcp?: { url: string; token: string; workflowId: string };
}

export interface Publishing {
  /** Of an n8n of our own, where everything may be switched on, and which goes as a whole in the end. */
  owner: Owner | undefined;
  signal: AbortSignal;
  /** Takes what has to be done in the end, last first. */
  removeLater: (remove: () => Promise<void>) => void;
}

export async function publishSamples(api: N8nApi, { owner, signal, removeLater }: Publishing): Promise<Samples> {
  // Paths and names of their own: a demo disturbs neither another one nor what is there.
  const prefix = `trigger-demo-${randomBytes(4).toString('hex')}`;
  const publish = async (workflow: workflows.Workflow): Promise<string> => {
    signal.throwIfAborted();
    const id = await api.createWorkflow({ ...workflow, name: `[${prefix}] ${workflow.name}` });
    removeLater(() => api.deleteWorkflow(id));
    await api.publish(id);
    return id;
  };
  const paths: string[] = [];
  const publishAt = async (name: string, make: (path: string) => workflows.Workflow) => {
    const path = `${prefix}-${name}`;
    paths.push(path);
    return { id: await publish(make(path)), url: `${api.url}/webhook/${path}` };
  };
  const start = await publishAt('start', workflows.immediate);
  const answer = await publishAt('answer', workflows.echo);
  const refuse = await publishAt('refuse', workflows.fails);
  const works = await publishAt('works', (path) => workflows.waitsLong(path, 3));
  const failsLater = await publishAt('fails-later', (path) =>
    workflows.fails(path, 'No stock left', { responseMode: 'onReceived' }),
  );
  const byId = await publishAt('by-id', workflows.allItems);
  const target = await publish(workflows.target('Target of the gateway'));

  const key = randomBytes(16).toString('hex');
  const gateway = await deployGateway(api, key, prefix);
  removeLater(() => api.deleteCredential(gateway.credentialId));
  removeLater(() => api.deleteWorkflow(gateway.workflowId));
  await Promise.all(paths.map((path) => api.webhookRegistered(path)));

  return {
    api,
    webhooks: {
      start: start.url,
      answer: answer.url,
      refuse: refuse.url,
      works: works.url,
      failsLater: failsLater.url,
    },
    byId: byId.id,
    target,
    gateway: { url: gateway.url, key },
    ...(owner && { mcp: await offerInMcp(owner, await publish(workflows.scheduled())) }),
  };
}

/** Has n8n's own MCP server run a workflow that nothing else can start from outside. */
async function offerInMcp(owner: Owner, workflowId: string): Promise<Required<Samples>['mcp']> {
  const token = await owner.createMcpToken();
  await owner.offerInMcp(workflowId);
  return { url: owner.url, token, workflowId };
}
