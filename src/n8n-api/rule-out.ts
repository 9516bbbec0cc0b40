import { type Execution, receivedHeaders } from '../n8n/execution.ts';
import { type JsonMap, scalarText } from '../text/json.ts';
import { ok } from '../text/result.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { listExecutions, type ReadExecution, ROWS, readExecution } from './executions.ts';
import { CLOCK_SLACK_MS } from './find.ts';
import { savesExecutions } from './saving.ts';
import { readUnlisted } from './unlisted.ts';

/** A call whose execution was looked for by its trace and not found. */
export interface LostCall {
  readonly url: URL;
  readonly method: string;
  /** The value of the header `Idempotency-Key` that went along. */
  readonly idempotencyKey: string;
  /** The newest execution's id before it was sent; 0 if it is not known. */
  readonly afterId: number;
  /** When it was sent first, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** Whether a call that left no trace ran. */
export type Finding =
  | { readonly ran: 'yes'; readonly execution: Execution }
  | { readonly ran: 'no' }
  /** `why` goes on after "because". */
  | { readonly ran: 'maybe'; readonly why: string };

/** As many executions are read with their data; n8n gives at most 250 rows and workflows a page. */
const MOST_OTHERS = 60;

/**
 * Whether a call certainly did not run. That no execution has its trace is not enough: the key may not see the workflow,
 * n8n may not save its executions, and a proxy may have put a trace of its own in place of the step's. So the workflow
 * must be one that the key sees and that saves what it does, and every execution that started since the call must be
 * another caller's by its `Idempotency-Key`.
 *
 * @param workflow what {@link workflowBehind} gave
 */
export async function ruleOut(
  api: Api,
  call: LostCall,
  workflow: JsonMap | undefined,
  options: RequestOptions,
): Promise<Finding> {
  if (/\/webhook-test\//.test(call.url.pathname)) return maybe('n8n need not save what a test URL runs');
  if (!workflow) return maybe('secret-key does not see the workflow behind this URL');
  const list = await listExecutions(api, scalarText(workflow['id']), ROWS, options, 'thorough');
  if (!list.ok) return maybe("n8n's API could not be asked for the execution");
  const listed = list.value;
  if (!(await savesExecutions(api, workflow, listed, options)))
    return maybe('it is not certain that n8n saves the executions of this workflow');
  const since = call.sentAt - CLOCK_SLACK_MS;
  const others = listed.filter(({ id, startedAt }) =>
    call.afterId > 0 ? id > call.afterId : startedAt === undefined || startedAt >= since,
  );
  if (others.length > MOST_OTHERS) return maybe('too many executions started at that time to tell them apart');
  for (const { id } of others) {
    const finding = findingOf(String(id), await readExecution(api, String(id), true, options), call);
    if (finding) return finding;
  }
  const unlisted = await readUnlisted(api, since, call.afterId, options);
  if (!unlisted) return maybe('too many executions started at that time to tell them apart');
  for (const read of unlisted.filter(({ data }) => data['workflowId'] === workflow['id'])) {
    const finding = findingOf(read.execution.id, ok(read), call);
    if (finding) return finding;
  }
  return { ran: 'no' };
}

/** What an execution says of a call; undefined where it is certainly another caller's. */
function findingOf(id: string, read: ReadExecution, { idempotencyKey }: LostCall): Finding | undefined {
  const headers = read.ok ? receivedHeaders(read.value.data) : undefined;
  if (!read.ok || !headers) return maybe(`execution ${id} may be of this call: n8n does not tell who started it`);
  return headers['idempotency-key'] === idempotencyKey ? { ran: 'yes', execution: read.value.execution } : undefined;
}

function maybe(why: string): Finding {
  return { ran: 'maybe', why };
}
