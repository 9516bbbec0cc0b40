// Inputs as a workflow file gives them, and what the reader makes of them.
import { type Inputs, readInputs } from '../src/inputs/inputs.ts';
import { linesOf, valueIn } from './problems.ts';

export type Given = Record<string, string>;

export const KEY = 'n8n_api_0123456789';
export const WEBHOOK: Given = { url: 'https://n8n.example.com/webhook/deploy?a=b' };
export const API: Given = {
  mode: 'api',
  url: 'https://n8n.example.com/sub/',
  'workflow-id': 'aBc123',
  'secret-key': KEY,
};

/** As n8n makes them; nobody looks at the signature here. */
export const TOKEN = ['{}', '{"aud":"mcp-server-api"}', '']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');
export const MCP: Given = { ...API, 'secret-key': TOKEN };

export const CONTEXT = { ref: 'refs/heads/main' };

export const read = (given: Given): ReturnType<typeof readInputs> =>
  readInputs(
    (name) => given[name] ?? '',
    '/',
    async () => CONTEXT,
  );

/** The settings. Anything wrong with them fails the test that asks. */
export const sound = async (given: Given): Promise<Inputs> => valueIn((await read(given)).inputs);

/** What is wrong, line by line. */
export const wrong = async (given: Given): Promise<readonly string[]> => linesOf((await read(given)).inputs);
