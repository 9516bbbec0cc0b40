// Jest's globalSetup: one n8n for all test files. It ends with jest, however jest ends (see keeper.ts).
import { startN8n } from '../support/n8n/server.ts';
import { shared } from './suite-stop.ts';

export default async function start(): Promise<void> {
  const server = await startN8n({ progress: (line) => console.log(line) });
  shared.server = server;
  process.env['E2E_URL'] = server.url;
  process.env['E2E_VERSION'] = server.version;
  process.env['E2E_API_KEY'] = server.apiKey;
}
