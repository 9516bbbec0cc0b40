import { webhooksOf } from '../../n8n/webhooks.ts';
import { isTouched, type WorkflowState } from '../apply/state.ts';
import { isChange } from '../plan/planned.ts';
import { knownWebhooks } from '../plan/webhooks.ts';
import { changeOf, type Tense } from './rows.ts';

/** The result of a step. */
export interface DeployResult {
  readonly success: boolean;
  /** Empty if nothing was planned. */
  readonly states: readonly WorkflowState[];
  readonly tense: Tense;
  /** Markdown; empty if there is no plan. */
  readonly plan: string;
  /** The address of n8n, and where its webhooks live, both without a trailing slash. */
  readonly base: string;
  readonly webhookBase: string;
}

/** Every output of deploy/action.yml and its value, set on every ending. */
export function outputsOf({ success, states, tense, plan, base, webhookBase }: DeployResult): Record<string, string> {
  const workflows = states.map((state) => {
    const { planned, now } = state;
    const isPlanned = tense === 'planned';
    const published = isPlanned ? planned.published : now?.published !== undefined;
    const id = now?.id ?? '';
    const webhooks = isPlanned
      ? knownWebhooks(planned.contentWith([]).nodes, id)
      : webhooksOf(now?.published?.nodes ?? [], id);
    return {
      file: planned.file.file,
      name: planned.file.name,
      id,
      change: changeOf(state, tense),
      published,
      'version-id': now?.published?.versionId ?? now?.versionId ?? '',
      'previous-version-id': planned.stored?.published?.versionId ?? '',
      url: id === '' ? '' : `${base}/workflow/${encodeURIComponent(id)}`,
      webhooks: (published ? webhooks : []).flatMap(({ node, methods, urlAt }) =>
        methods.map((method) => ({ node, method, url: urlAt(webhookBase) })),
      ),
    };
  });
  return {
    success: String(success),
    changed: String(tense === 'done' ? states.some(isTouched) : states.some(({ planned }) => isChange(planned))),
    workflows: JSON.stringify(workflows),
    plan,
  };
}
