// What a deployment costs on a real n8n: many workflows at first, the same once more, and with one of them changed.
import { randomBytes } from 'node:crypto';
import { chain, set, webhook } from '../../support/n8n/nodes.ts';
import { startN8n } from '../../support/n8n/server.ts';
import { startProxy } from '../../support/proxy.ts';
import { runStep } from '../../support/step.ts';

const WORKFLOWS = 50;
const NODES = 50;

export async function benchDeployment(): Promise<void> {
  const { N8N_URL, N8N_API_KEY } = process.env;
  const server = N8N_URL && N8N_API_KEY ? undefined : await startN8n({ progress: console.log });
  const url = server?.url ?? N8N_URL ?? '';
  const key = server?.apiKey ?? N8N_API_KEY ?? '';
  const seen: string[] = [];
  const busy = stopwatch();
  const proxy = await startProxy(url, ({ method, url: path }, reply) => {
    seen.push(method ?? '');
    busy.begin();
    reply.once('close', busy.end);
    return path;
  });
  try {
    const prefix = randomBytes(4).toString('hex');
    console.log(`\n${WORKFLOWS} workflows of ${NODES} nodes, on this machine:`);
    for (const [title, changed] of [
      ['first deployment', 0],
      ['the same once more', 0],
      ['one changed', 1],
    ] as const) {
      seen.length = 0;
      busy.reset();
      const files = Object.fromEntries(
        Array.from({ length: WORKFLOWS }, (_, n) => [`workflows/${n}.json`, fileOf(prefix, n, n < changed ? 1 : 0)]),
      );
      const inputs = {
        url: proxy.url,
        'secret-key': key,
        workflows: 'workflows/*.json',
        'webhook-base': `${url}/webhook`,
      };
      const { durationMs, exitCode, visibleLog } = await runStep({ action: 'deploy', with: inputs, files });
      if (exitCode !== 0) throw new Error(visibleLog);
      const writes = seen.filter((method) => method !== 'GET').length;
      console.log(
        `  ${title.padEnd(20)} ${seconds(durationMs)}, ${seconds(busy.totalMs())} of them in n8n; ${seen.length} requests to the API, ${writes} of them writes`,
      );
    }
  } finally {
    await proxy.close();
    await server?.stop();
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`;

/** Counts the time during which at least one request is under way: what n8n itself takes for the same calls. */
function stopwatch() {
  let [open, began, total] = [0, 0, 0];
  return {
    begin: () => {
      if (open === 0) began = performance.now();
      open += 1;
    },
    end: () => {
      open -= 1;
      if (open === 0) total += performance.now() - began;
    },
    reset: () => {
      total = 0;
    },
    totalMs: () => total,
  };
}

function fileOf(prefix: string, number: number, revision: number): string {
  const path = `bench-${prefix}-${number}`;
  const steps = Array.from({ length: NODES - 1 }, (_, n) => ({
    ...set(`Step ${n}`, { n, revision }),
    id: `${path}-${n}`,
  }));
  const workflow = chain(`Bench ${prefix} ${number}`, { ...webhook(path), id: path, webhookId: path }, ...steps);
  return JSON.stringify({ ...workflow, active: true });
}
