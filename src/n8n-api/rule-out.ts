import { type Execution, receivedHeaders } from '../n8n/execution.ts';
import { answersAt } from '../n8n/triggers.ts';
import { isMap, type JsonMap, scalarText } from '../text/json.ts';
import type { Subject } from '../verdict/api.ts';
import type { Api, Effort } from './client.ts';
import { isRows, type ListedExecution, listExecutions, type ReadExecution, readExecution } from './executions.ts';
import { CLOCK_SLACK_MS } from './find.ts';
import { readUnlisted } from './unlisted.ts';
import { readWorkflow, savingOf } from './workflows.ts';

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

const WORKFLOWS: Subject = {
  thing: 'the list of workflows',
  scope: 'workflow:list',
};

/** As many executions are read with their data; n8n gives at most 250 rows and workflows a page. */
const MOST_STRANGERS = 60;
const ROWS = 250;
const MOST_PAGES = 8;

/** As many other workflows are read to learn what the environment says. */
const MOST_WITNESSES = 5;

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
  effort: Effort,
): Promise<Finding> {
  if (/\/webhook-test\//.test(call.url.pathname)) return maybe('n8n need not save what a test URL runs');
  if (!workflow) return maybe('secret-key does not see the workflow behind this URL');
  const listed = await listExecutions(api, scalarText(workflow['id']), ROWS, effort, 'thorough');
  if (!isRows(listed)) return maybe("n8n's API could not be asked for the execution");
  if (!(await savesExecutions(api, workflow, listed, effort)))
    return maybe('it is not certain that n8n saves the executions of this workflow');
  const since = call.sentAt - CLOCK_SLACK_MS;
  const strangers = listed.filter(({ id, startedAt }) =>
    call.afterId > 0 ? id > call.afterId : startedAt === undefined || startedAt >= since,
  );
  if (strangers.length > MOST_STRANGERS) return maybe('too many executions started at that time to tell them apart');
  for (const { id } of strangers) {
    const finding = findingOf(String(id), await readExecution(api, String(id), true, effort), call);
    if (finding) return finding;
  }
  const unlisted = await readUnlisted(api, since, call.afterId, effort);
  if (!unlisted) return maybe('too many executions started at that time to tell them apart');
  for (const read of unlisted.filter(({ data }) => data['workflowId'] === workflow['id'])) {
    const finding = findingOf(read.execution.id, read, call);
    if (finding) return finding;
  }
  return { ran: 'no' };
}

/** What an execution says of a call; undefined where it is certainly another caller's. */
function findingOf(id: string, read: ReadExecution, { idempotencyKey }: LostCall): Finding | undefined {
  const headers = read.found ? receivedHeaders(read.data) : undefined;
  if (!read.found || !headers) return maybe(`execution ${id} may be of this call: n8n does not tell who started it`);
  return headers['idempotency-key'] === idempotencyKey ? { ran: 'yes', execution: read.execution } : undefined;
}

function maybe(why: string): Finding {
  return { ran: 'maybe', why };
}

/**
 * The workflow that is known to answer at a URL; undefined where the key does not see it.
 *
 * @param workflowId empty if it is not known; an id that the user gave may be another one's
 */
export async function workflowBehind(
  api: Api,
  { url, method }: Pick<LostCall, 'url' | 'method'>,
  workflowId: string,
  effort: Effort,
): Promise<JsonMap | undefined> {
  const fits = (workflow: JsonMap) => answersAt(workflow, url, method);
  if (workflowId !== '') {
    const read = await readWorkflow(api, workflowId, effort);
    return read.found && fits(read.data) ? read.data : undefined;
  }
  const found: JsonMap[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `active=true&excludePinnedData=true&limit=${ROWS}${cursor}`;
    const read = await api.request('GET', `workflows?${query}`, WORKFLOWS, effort);
    if (!read.found) return undefined;
    const { data, nextCursor } = read.data;
    found.push(...(Array.isArray(data) ? data.filter(isMap).filter(fits) : []));
    if (typeof nextCursor !== 'string' || nextCursor === '') break;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
  // n8n has one workflow a path; two that fit are one with a parameter in its path, and another.
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a workflow certainly saves what it does. */
async function savesExecutions(
  api: Api,
  workflow: JsonMap,
  listed: readonly ListedExecution[],
  effort: Effort,
): Promise<boolean> {
  const { successes, failures } = savingOf(workflow);
  if (successes === 'none' || failures === 'none') return false;
  return successes === 'all' || (await hasSavedSuccess(api, listed, effort)) === true;
}

/**
 * Where a workflow leaves it to n8n's environment what is saved, a success that was saved tells: one of its own, or of
 * another workflow that leaves it to the environment too. Undefined where n8n cannot be asked.
 *
 * @param listed the workflow's own executions
 */
export async function hasSavedSuccess(
  api: Api,
  listed: readonly ListedExecution[],
  effort: Effort,
): Promise<boolean | undefined> {
  if (listed.some(({ succeeded }) => succeeded)) return true;
  const all = await listExecutions(api, '', ROWS, effort);
  if (!isRows(all)) return undefined;
  const others = [...new Set(all.filter(({ succeeded }) => succeeded).map(({ workflowId }) => workflowId))];
  let isClear = others.length <= MOST_WITNESSES;
  for (const id of others.slice(0, MOST_WITNESSES)) {
    const read = await readWorkflow(api, id, effort);
    if (read.found && savingOf(read.data).successes === undefined) return true;
    isClear &&= read.found;
  }
  return isClear ? false : undefined;
}
