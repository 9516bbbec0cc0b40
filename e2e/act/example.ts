// Runs a workflow file of examples/ as somebody runs it who has copied it.
import { readShipped } from '../../support/n8n/gateway.ts';
import type * as workflows from '../../support/n8n/workflows.ts';
import { at } from '../../support/shapes.ts';
import { api, apiKey, type Deployed, newPath, received, url } from '../suite.ts';
import { type ActOptions, type ActRun, runWorkflow } from './act.ts';

/** Runs an example; `N8N_API_KEY` is there always. */
export function runExample(file: string, options: Omit<ActOptions, 'in'> = {}): Promise<ActRun> {
  return runWorkflow(file, {
    event: 'workflow_dispatch',
    ...options,
    in: 'demo',
    secrets: { N8N_API_KEY: apiKey, ...options.secrets },
  });
}

/** Publishes a workflow of the folder n8n/ at a path of its own. */
export async function deployShipped(
  file: string,
  more: (workflow: workflows.Workflow) => void = () => {},
): Promise<Deployed> {
  const path = newPath();
  const workflow = readShipped(file);
  for (const node of workflow.nodes) if (node.name === 'Webhook') node.parameters['path'] = path;
  more(workflow);
  return { id: await api.deploy(workflow), path, url: `${url}/webhook/${path}` };
}

export const bodyOf = async (hook: Deployed): Promise<unknown> => at(await received(hook), 'body');
export const replyOf = (run: ActRun, step: string): unknown => JSON.parse(run.outputs(step)['response-body'] ?? '');
export const annotated = (run: ActRun): string[] =>
  run.annotations.map(({ level, title, message }) => `${level}: ${title}: ${message}`);
