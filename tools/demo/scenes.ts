// The steps that the demo shows.
import type { Samples } from './samples.ts';

export interface Scene {
  title: string;
  /** The action that the step uses: the trigger where it is absent. */
  action?: 'deploy';
  /** Files of the repository. */
  files?: Record<string, string>;
  /** What happens in n8n before. */
  before?: () => Promise<void>;
  with: Record<string, string>;
  /** Whether to show the job summary too. */
  summary?: true;
  /** The exit code and the outputs that make the step as it should be. */
  expected: { exitCode: number; outputs: Record<string, string | RegExp> };
}

export function scenesOf({ api, webhooks, byId, target, gateway, mcp }: Samples): Scene[] {
  return [
    {
      title: 'Start a workflow by its webhook; n8n answers at once. No payload: the GitHub context is sent.',
      with: { url: webhooks.start },
      expected: { exitCode: 0, outputs: { success: 'true', status: '200', 'response-body': /Workflow was started/ } },
    },
    {
      title: 'Send a payload, and get the answer of the last node.',
      with: { url: webhooks.answer, payload: 'version: 1.4.2\nservices: [api, web]\n' },
      expected: { exitCode: 0, outputs: { success: 'true', 'response-body': /"body":\{"version":"1\.4\.2"/ } },
    },
    {
      title: 'Run a workflow by its id, through its own Webhook node, which the action finds.',
      with: { mode: 'api', url: api.url, 'workflow-id': byId, 'secret-key': api.key },
      expected: {
        exitCode: 0,
        outputs: { success: 'true', route: 'webhook', 'response-body': '[{"n":1},{"n":2},{"n":3}]' },
      },
    },
    {
      title: 'Run a workflow by its id, through the gateway workflow of n8n/gateway.json.',
      with: {
        mode: 'api',
        url: gateway.url,
        'workflow-id': target,
        'secret-key': gateway.key,
        route: 'start',
        payload: '{"version": "1.4.2"}',
      },
      expected: {
        exitCode: 0,
        outputs: { success: 'true', route: 'start', 'response-body': '[{"received":{"version":"1.4.2"}}]' },
      },
    },
    ...(mcp ? [byMcp(mcp)] : []),
    {
      title: 'n8n answers at once, and the workflow works on: the step follows it to its end.',
      with: { url: webhooks.works, 'secret-key': api.key, wait: 'true' },
      summary: true,
      expected: {
        exitCode: 0,
        outputs: { success: 'true', 'execution-status': 'success', 'execution-data': '[{"a":1}]' },
      },
    },
    {
      title: 'n8n answers "Workflow was started", and the workflow fails: the step fails with the node that failed.',
      with: { url: webhooks.failsLater, 'secret-key': api.key, wait: 'true' },
      summary: true,
      expected: { exitCode: 1, outputs: { success: 'false', status: '200', 'execution-status': 'error' } },
    },
    {
      title: 'A workflow that fails: the step fails, and is not run twice.',
      with: { url: webhooks.refuse },
      expected: { exitCode: 1, outputs: { success: 'false', status: '500', attempts: '1' } },
    },
  ];
}

function byMcp({ url, token, workflowId }: Required<Samples>['mcp']): Scene {
  return {
    title: "Run a workflow that has only a Schedule trigger, through n8n's own MCP server, and wait for its data.",
    with: { mode: 'api', url, 'workflow-id': workflowId, 'secret-key': token, wait: 'true' },
    expected: { exitCode: 0, outputs: { success: 'true', route: 'mcp', 'execution-data': '[{"a":1}]' } },
  };
}
