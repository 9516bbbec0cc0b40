import { isTestUrl } from '../n8n/address.ts';
import { type Execution, receivedRequest } from '../n8n/execution.ts';
import { type Json, type JsonMap, scalarText } from '../text/json.ts';
import { ok } from '../text/result.ts';
import { NOTHING, type SafeText, say } from '../text/safe.ts';
import { type ApiFailure, whyNotAsked } from '../verdict/api-failure.ts';
import type { RequestOptions } from './ask.ts';
import type { Api } from './client.ts';
import { listExecutions, type ReadExecution, ROWS, readExecution } from './executions.ts';
import { hasAnotherBody, hasAnotherKey, hasOurHeaders, isNotByCall, isOlder, mayHaveStartedFrom } from './proofs.ts';
import { learnSaving } from './saving.ts';
import { sentJson, type TriggeredCall } from './triggered-call.ts';
import { readUnlisted } from './unlisted.ts';

/** Whether a call that left no trace ran. */
export type Finding =
  | { readonly ran: 'yes'; readonly execution: Execution }
  | { readonly ran: 'no' }
  /** `why` continues a sentence after "because". */
  | { readonly ran: 'maybe'; readonly why: SafeText };

/** How many executions are read with their data at most. */
const MOST_OTHERS = 60;

/**
 * Finds out whether a call certainly did not run. That no execution has its trace is not enough: the key must see the
 * workflow, n8n must save both its successes and its failures, and, because a proxy may replace the trace, every
 * execution that started since the call must be proven to be another call's.
 *
 * @param workflow the one that the call starts; undefined if it is not known
 */
export async function ruleOut(
  api: Api,
  call: TriggeredCall,
  workflow: JsonMap | undefined,
  options: RequestOptions,
): Promise<Finding> {
  if (isTestUrl(call.url)) return maybe(say`n8n may not save executions of a test URL`);
  if (!workflow) return maybe(say`secret-key has no access to the workflow of this URL`);
  const list = await listExecutions(api, scalarText(workflow['id']), ROWS, options, 'thorough');
  if (!list.ok) return notAsked(list.error);
  const { successes, failures } = await learnSaving(api, workflow, list.value, options);
  if (successes !== 'yes' || failures !== 'yes') {
    const what = successes === 'yes' ? say`failed ` : failures === 'yes' ? say`successful ` : NOTHING;
    return maybe(say`n8n may not save ${what}executions of this workflow`);
  }
  // Any execution of the instance since then shows that its clock is not behind.
  const all = await listExecutions(api, undefined, ROWS, options);
  if (!all.ok) return notAsked(all.error);
  const from = mayHaveStartedFrom(call, all.value);
  const others = list.value.filter((row) => !isOlder(row, call, from) && !isNotByCall(row, call));
  if (others.length > MOST_OTHERS) return TOO_MANY;
  const sent = await sentJson(call);
  for (const { id } of others) {
    const finding = findingOf(String(id), await readExecution(api, String(id), true, options), call, sent);
    if (finding) return finding;
  }
  const unlisted = await readUnlisted(api, call, options);
  if (!unlisted) return TOO_MANY;
  for (const read of unlisted.filter(({ execution }) => execution.workflowId === workflow['id'])) {
    const finding = findingOf(read.execution.id, ok(read), call, sent);
    if (finding) return finding;
  }
  return { ran: 'no' };
}

/** What an execution shows about a call; undefined if it certainly belongs to another one. */
function findingOf(id: string, read: ReadExecution, call: TriggeredCall, sent: Json | undefined): Finding | undefined {
  const mayBe = maybe(say`execution ${Number(id)} may belong to this call: n8n does not show what started it`);
  if (!read.ok) return mayBe;
  const { execution, data } = read.value;
  if (isNotByCall(execution, call)) return undefined;
  const received = receivedRequest(data);
  if (!received) return mayBe;
  if (hasOurHeaders(received, call)) return { ran: 'yes', execution };
  return hasAnotherKey(received, call) || hasAnotherBody(received, sent) ? undefined : mayBe;
}

/** The finding if n8n's API did not reply. */
export function notAsked(failure?: ApiFailure): Finding {
  return maybe(whyNotAsked(failure));
}

const TOO_MANY = maybe(say`too many executions started at that time to identify this one`);

function maybe(why: SafeText): Finding {
  return { ran: 'maybe', why };
}
