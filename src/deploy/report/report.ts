import type { Host } from '../../host/host.ts';
import { wantsSummary } from '../../inputs/reading.ts';
import { formatDuration } from '../../text/format.ts';
import { shownLine } from '../../text/problem.ts';
import { join, type SafeText, say, word } from '../../text/safe.ts';
import type { Applied } from '../apply/apply.ts';
import { type Interruption, isTouched, stateOf, type WorkflowState } from '../apply/state.ts';
import { LONGEST_NAME } from '../finding.ts';
import type { DeployInputs } from '../inputs.ts';
import { sentenceOf } from '../match/survey.ts';
import type { Plan } from '../plan/planned.ts';
import { logLines } from './log.ts';
import { fitting, type Heading, reportMarkdown } from './markdown.ts';
import { type DeployResult, outputsOf } from './outputs.ts';
import { type Change, type ReportRow, rowOf, type Tense } from './rows.ts';

/** What a report needs of the step. */
export interface Reporting {
  readonly host: Host;
  readonly inputs: Pick<DeployInputs, 'instance' | 'webhookBase' | 'summary'>;
  /** When the step began, by the monotonic clock. */
  readonly began: number;
}

/** Ends a step whose inputs are wrong; nothing was sent. */
export function reportWrongInputs(lines: readonly string[], host: Host): 1 {
  const shown = lines.map((line) => shownLine(line, host.show));
  const title = say`The inputs of the n8n deployment are wrong`;
  const plan = reportMarkdown({ sign: '❌', title, lines: shown, last: say`Nothing was sent.` }, []);
  setOutputs(outputsOf({ ...UNPLANNED, plan }), host);
  if (wantsSummary(host)) host.writeSummary(plan);
  logError(shown, say`Nothing was sent.`, title, host);
  return 1;
}

/** Ends a step that is not configured here, as in pull requests from forks, which get no secrets. */
export function reportUnconfigured(lines: readonly string[], response: 'warn' | 'ignore', host: Host): 0 {
  setOutputs(outputsOf({ ...UNPLANNED, plan: '' }), host);
  const shown = lines.map((line) => shownLine(line, host.show));
  const message = join(
    [...shown, say`Nothing was deployed: the step is not configured here, which if-unconfigured allows.`],
    '\n',
  );
  if (response === 'warn') host.log.warning(message, say`The n8n deployment is not configured`);
  else host.log.info(message);
  return 0;
}

const UNPLANNED = { success: false, states: [], tense: 'planned', base: '', webhookBase: '' } as const;

function setOutputs(outputs: Readonly<Record<string, string>>, host: Host): void {
  for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
}

export function showPlan(plan: Plan, reporting: Reporting): void {
  const rows = rowsOf(plan.workflows.map(stateOf), 'planned', reporting);
  for (const line of logLines(rows)) reporting.host.log.info(line);
}

export function reportDryRun(plan: Plan, lines: readonly SafeText[], reporting: Reporting): 0 {
  const { host } = reporting;
  const states = plan.workflows.map(stateOf);
  const rows = rowsOf(states, 'planned', reporting);
  const title = say`Plan for ${hostOf(reporting)}: ${countsOf(rows)}`;
  conclude({ success: true, states, tense: 'planned', rows, heading: { sign: '📋', title, lines } }, reporting);
  for (const line of lines) host.log.info(line);
  host.log.info(say`This was a dry run: nothing was written.`);
  return 0;
}

/** Ends a step that wrote nothing, because something is wrong. */
export function reportWrong(
  lines: readonly SafeText[],
  title: SafeText,
  plan: Plan | undefined,
  reporting: Reporting,
): 1 {
  const { host } = reporting;
  const states = (plan?.workflows ?? []).map(stateOf);
  const rows = rowsOf(states, 'planned', reporting);
  conclude({ success: false, states: [], tense: 'planned', rows, heading: { sign: '❌', title, lines } }, reporting);
  logError(lines, say`Nothing was written.`, title, host);
  return 1;
}

/** Logs an error that has several reasons, as an annotation with those that fit. */
function logError(reasons: readonly SafeText[], last: SafeText, title: SafeText, { log }: Host): void {
  const { shown, rest } = fitting(reasons);
  for (const line of rest) log.info(line);
  log.error(join([...shown, last], '\n'), title);
}

export function reportApplied({ states, interruption, unverified }: Applied, reporting: Reporting): 0 | 1 {
  const { host, began } = reporting;
  const rows = rowsOf(states, 'done', reporting);
  if (interruption) {
    const title = host.cancelled.aborted ? say`The deployment to n8n was cancelled` : say`The deployment to n8n failed`;
    const lines = [reasonOf(interruption, host), ...stateLines(states, host)];
    const last = whatToDo(states);
    conclude({ success: false, states, tense: 'done', rows, heading: { sign: '❌', title, lines, last } }, reporting);
    logError(lines, last, title, host);
    return 1;
  }
  const title = say`Deployed to ${hostOf(reporting)}: ${countsOf(rows)}`;
  conclude(
    { success: true, states, tense: 'done', rows, heading: { sign: '✅', title, lines: unverified } },
    reporting,
  );
  for (const line of unverified) host.log.warning(line, say`Not everything could be verified`);
  host.log.info(say`${countsOf(rows)} in ${formatDuration(host.clock.monotonic() - began)}`);
  return 0;
}

interface Conclusion extends Pick<DeployResult, 'success' | 'states' | 'tense'> {
  readonly rows: readonly ReportRow[];
  readonly heading: Heading;
}

/** Sets outputs and writes the summary. */
function conclude({ heading, rows, ...ending }: Conclusion, { host, inputs }: Reporting): void {
  const plan = reportMarkdown(heading, rows);
  const { webhookBase, instance } = inputs;
  setOutputs(outputsOf({ ...ending, plan, webhookBase, base: instance.base }), host);
  if (inputs.summary) host.writeSummary(plan);
}

function rowsOf(states: readonly WorkflowState[], tense: Tense, { host, inputs }: Reporting): ReportRow[] {
  return states.map((state) => rowOf(state, tense, inputs.instance.base, host.show));
}

function hostOf({ host, inputs }: Reporting): SafeText {
  return host.show(new URL(inputs.instance.base).host);
}

function countsOf(rows: readonly ReportRow[]): SafeText {
  const changes: readonly Change[] = ['created', 'updated', 'unchanged', 'failed', 'put back'];
  const counted = changes.flatMap((change) => {
    const count = rows.filter((row) => row.change === change).length;
    return count > 0 ? [say`${count} ${word<Change>(change)}`] : [];
  });
  return counted.length > 0 ? join(counted, ', ') : say`no workflows`;
}

function reasonOf({ at, doing, failure }: Interruption, host: Host): SafeText {
  const reason = sentenceOf(failure);
  if (!at) return say`Could not ${doing}. ${reason}`;
  const { name, file } = at.planned.file;
  return say`"${host.show(name, LONGEST_NAME)}" (${host.show(file, 120)}): could not ${doing}. ${reason}`;
}

/** The state in n8n of each workflow that the plan changes. */
function stateLines(states: readonly WorkflowState[], host: Host): SafeText[] {
  return states.flatMap((state) => {
    const { planned, now, putBack, remark, mayBeLive } = state;
    const touched = isTouched(state);
    if (!touched && planned.write === 'none' && !planned.publish) return [];
    const name = say`"${host.show(planned.file.name, LONGEST_NAME)}"`;
    const live = now?.published ? say`published` : say`not published`;
    if (!touched && planned.write === 'create' && !now) return [sentence(say`${name}: ${remark ?? say`not created`}`)];
    if (!touched) return [say`${name}: not touched.`];
    if (putBack) return [say`${name}: put back as it was before.`];
    const known = sentence(say`${name}: ${remark ?? live}`);
    return [remark !== undefined && mayBeLive ? say`${known} This run's version may be live.` : known];
  });
}

/** A remark may end with another's sentence, and its period. */
const sentence = (text: SafeText): SafeText => (text.endsWith('.') ? text : say`${text}.`);

function whatToDo(states: readonly WorkflowState[]): SafeText {
  const isWhole = states.every(({ remark, planned, mayBeLive }) =>
    planned.write === 'create' ? !mayBeLive : remark === undefined,
  );
  return isWhole
    ? say`What runs in n8n has not changed. Fix the cause and run the step again.`
    : say`In n8n, look at the workflows that could not be put back. Then fix the cause and run the step again.`;
}
