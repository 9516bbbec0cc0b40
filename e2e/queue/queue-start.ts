// Jest's globalSetup for the project `queue`: n8n in queue mode, with the same variables as the single n8n.
import { startCluster } from './cluster.ts';
import { shared } from './queue-stop.ts';

export default async function start(): Promise<void> {
  const cluster = await startCluster((line) => console.log(line));
  shared.cluster = cluster;
  process.env['E2E_URL'] = cluster.main.url;
  process.env['E2E_VERSION'] = cluster.main.version;
  process.env['E2E_API_KEY'] = cluster.main.apiKey;
  process.env['E2E_WEBHOOK_URL'] = cluster.webhook.url;
  process.env['E2E_WORKERS'] = cluster.workers.map(({ pid }) => pid).join(' ');
}
