// The scenes of the second action: workflow files are brought into n8n, and what was deployed is triggered.
import { randomBytes } from 'node:crypto';
import type { N8nApi } from '../../support/n8n/api.ts';
import { chain, set, webhook } from '../../support/n8n/nodes.ts';
import { at, isRecord, listAt, textAt } from '../../support/shapes.ts';
import type { Scene } from './scenes.ts';

export interface Deployment {
  scenes: Scene[];
  /** Removes what was deployed. */
  remove(): Promise<void>;
}

export function deploymentScenes(api: N8nApi): Deployment {
  const prefix = `trigger-demo-${randomBytes(4).toString('hex')}`;
  const name = `[${prefix}] Restock shop`;
  const trigger = { ...webhook(`${prefix}-restock`, { responseMode: 'lastNode' }), webhookId: `${prefix}-restock` };
  const file = (articles: number): Record<string, string> => {
    const workflow = chain(name, { ...trigger, id: 'trigger' }, { ...set('Restock', { articles }), id: 'restock' });
    return { 'workflows/restock.json': JSON.stringify({ ...workflow, active: true }, null, 2) };
  };
  const stored = async (): Promise<Record<string, unknown> | undefined> => {
    const list = listAt(await api.request('GET', `/workflows?name=${encodeURIComponent(name)}`), 'data');
    return list.filter(isRecord).find((workflow) => workflow['name'] === name);
  };
  /** What somebody does in the editor who saves a change and does not publish it. */
  const editByHand = async (): Promise<void> => {
    const { id, nodes, connections, settings } = (await stored()) ?? {};
    const edited = (Array.isArray(nodes) ? nodes : []).map((node) =>
      at(node, 'name') === 'Restock' && isRecord(node) ? { ...node, notes: 'Changed by hand' } : node,
    );
    const body = { name, nodes: edited, connections, settings };
    await api.request('PUT', `/workflows/${String(id)}?publishIfActive=false`, body);
  };
  const inputs = { url: api.url, 'secret-key': api.key, workflows: 'workflows/*.json' };
  const outputs = (change: string) => ({ workflows: new RegExp(`"change":"${change}"`) });
  return {
    remove: async () => {
      const workflow = await stored();
      if (workflow) await api.deleteWorkflow(textAt(workflow, 'id'));
    },
    scenes: [
      {
        title: 'Deploy a workflow file: it is created, published, and seen to be live.',
        action: 'deploy',
        files: file(12),
        with: inputs,
        summary: true,
        expected: { exitCode: 0, outputs: { success: 'true', changed: 'true', ...outputs('created') } },
      },
      {
        title: 'Deploy the same commit once more: nothing is written.',
        action: 'deploy',
        files: file(12),
        with: inputs,
        expected: { exitCode: 0, outputs: { success: 'true', changed: 'false', ...outputs('unchanged') } },
      },
      {
        title: 'Somebody has saved a change in the editor: the next deployment would undo it, and says so.',
        action: 'deploy',
        before: editByHand,
        files: file(24),
        with: inputs,
        expected: { exitCode: 1, outputs: { success: 'false', changed: 'false' } },
      },
      {
        title: 'The change may be overwritten: what runs is the new version.',
        action: 'deploy',
        files: file(24),
        with: { ...inputs, 'on-drift': 'overwrite' },
        expected: { exitCode: 0, outputs: { success: 'true', changed: 'true', ...outputs('updated') } },
      },
      {
        title: 'Trigger what was deployed: a smoke test.',
        with: { url: `${api.url}/webhook/${prefix}-restock`, 'success-when': 'body.articles == `24`' },
        expected: { exitCode: 0, outputs: { success: 'true', 'response-body': '{"articles":24}' } },
      },
    ],
  };
}
