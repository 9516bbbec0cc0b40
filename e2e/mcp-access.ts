// What the tests of n8n's own MCP server share: a token for it, and workflows that it may run.
import { set, type WorkflowNode } from '../support/n8n/nodes.ts';
import { Owner } from '../support/n8n/owner.ts';
import type { Workflow } from '../support/n8n/workflows.ts';
import type { StepResult } from '../support/step.ts';
import { api, isSince, run, url } from './suite.ts';

export const owner = await Owner.signIn(url);

/** The token that counts: a new one puts an end to the one before. */
export const access = { token: await owner.createMcpToken() };

export const result = (): WorkflowNode => set('Result', '{{ { "got": $json } }}');

/** Creates a workflow that MCP may run, and publishes it unless it is to be a draft. */
export async function offer(workflow: Workflow, { published = true } = {}): Promise<{ id: string }> {
  const id = await api.createWorkflow(workflow);
  if (published) await api.publish(id);
  await owner.offerInMcp(id);
  return { id };
}

/** Runs a workflow with the token alone. */
export const runByMcp = (workflow: { id: string }, inputs: Record<string, string> = {}): Promise<StepResult> =>
  run(workflow, { 'secret-key': access.token, ...inputs });

/** n8n 1.x has no tool that reads executions: its reply comes when the execution has ended, and holds all that it gave. */
export const repliesAtTheEnd = !isSince('2.0.0');
export const toTheEnd: Record<string, string> = repliesAtTheEnd ? {} : { wait: 'true' };
