// A scripted n8n, and steps that run a workflow of it by its id.
import { main } from '../src/main.ts';
import { type TestHost, testHost } from './host.ts';
import { answer, type Handler, type Received, type ScriptedServer, serve } from './server.ts';
import { runStep, type StepOptions, type StepResult } from './step.ts';

export const KEY = 'n8n_api_s3cret-key';
export const ID = 'aBc123';
export const START = `/api/v1/workflow/${ID}/start`;
export const LOOKUP = `/api/v1/workflows/${ID}`;

export const noSuchEndpoint = answer(404, '{"message":"not found"}');
export const success = answer(200, '{"ok":true}');

const pathOf = ({ target }: Received): string => target.replace(/\?.*$/, '');

/** A scripted n8n: handlers by path. Whatever is not in it is answered as by the public API. */
export function n8n(handlers: Readonly<Record<string, Handler>>): Promise<ScriptedServer> {
  return serve((request) => handlers[pathOf(request)] ?? answer(404, '{"message":"Not Found"}'));
}

/** A workflow as the public API gives it, with one Webhook node. */
export function workflow(parameters: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Handler {
  const node = {
    name: 'Hook',
    type: 'n8n-nodes-base.webhook',
    webhookId: '0c1f0000-0000-4000-8000-000000000001',
    parameters: { path: 'deploy', httpMethod: 'POST', ...parameters },
  };
  return answer(
    200,
    JSON.stringify({ id: ID, name: 'Deploy', active: true, activeVersion: { nodes: [node] }, ...more }),
  );
}

export function run(
  server: ScriptedServer,
  given: Record<string, string> = {},
  more: StepOptions = {},
): Promise<StepResult> {
  return runStep({
    ...more,
    with: { mode: 'api', url: server.origin, 'workflow-id': ID, 'secret-key': KEY, payload: '{"a":1}', ...given },
  });
}

/** The requests to this path, in order. */
export const at = (server: ScriptedServer, path: string): Received[] =>
  server.requests.filter((request) => pathOf(request) === path);

/** The same within this process, on a clock that stands still. */
export async function runHere(
  server: ScriptedServer,
  given: Record<string, string> = {},
): Promise<{ host: TestHost; exitCode: number /** Lines of the log. */; log: string }> {
  const api = { mode: 'api', url: server.origin, 'workflow-id': ID, 'secret-key': KEY, payload: '{"a":1}' };
  const host = testHost({ inputs: { ...api, ...given } });
  const exitCode = await main(host);
  return { host, exitCode, log: host.events.filter((line) => /^(?:info|warning|error): /.test(line)).join('\n') };
}
