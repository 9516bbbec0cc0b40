import { join, type SafeText, type Show, say } from '../../text/safe.ts';
import { isTouched, type WorkflowState } from '../apply/state.ts';
import { LONGEST_NAME } from '../finding.ts';
import type { Difference } from '../plan/compare.ts';
import { isChange, type PlannedWorkflow } from '../plan/planned.ts';

/** What was done with a workflow, or would be. */
export type Change = 'created' | 'updated' | 'unchanged' | 'failed' | 'put back';

/** A line of the report, about one workflow. */
export interface ReportRow {
  readonly file: SafeText;
  readonly name: SafeText;
  /** The workflow's page in n8n; undefined if it does not exist. */
  readonly link: string | undefined;
  readonly change: Change;
  /** Whether it is published, in a word or two. */
  readonly live: SafeText;
  /** `+2 −1 ~3`, and other differences. */
  readonly nodes: SafeText;
  /** The differences, one per line, by names alone. */
  readonly details: readonly SafeText[];
  readonly notes: readonly SafeText[];
}

/** Whether the rows show what will be done or what was done. */
export type Tense = 'planned' | 'done';

/** How many nodes of each list are shown; a workflow may have thousands. */
const MOST_DETAILS = 40;

export function rowOf(state: WorkflowState, tense: Tense, base: string, show: Show): ReportRow {
  const { planned, now, remark } = state;
  const { file, drift, notes } = planned;
  const id = now?.id;
  return {
    file: show(file.file, 120),
    name: show(file.name, LONGEST_NAME),
    link: id === undefined ? undefined : `${base}/workflow/${encodeURIComponent(id)}`,
    change: changeOf(state, tense),
    live: tense === 'planned' ? plannedLive(planned) : liveOf(state),
    nodes: countsOf(planned.difference),
    // In a new workflow, everything is new.
    details: planned.write === 'create' ? [] : detailsOf(planned.difference, show),
    notes: [drift, remark, ...notes].filter((note) => note !== undefined),
  };
}

export function changeOf(state: WorkflowState, tense: Tense): Change {
  const { planned, failed, putBack, now } = state;
  if (tense === 'planned') return plannedChange(planned);
  if (failed) return 'failed';
  if (putBack) return 'put back';
  if (planned.write === 'create') return now ? 'created' : 'unchanged';
  return isTouched(state) ? 'updated' : 'unchanged';
}

function plannedChange(planned: PlannedWorkflow): Change {
  if (planned.write === 'create') return 'created';
  return isChange(planned) ? 'updated' : 'unchanged';
}

function plannedLive({ stored, publish, published, write }: PlannedWorkflow): SafeText {
  if (publish) return stored?.published ? say`new version` : say`publish`;
  if (stored?.published) return write === 'none' ? say`published` : say`published, as it is`;
  return published ? say`publish` : say`draft`;
}

function liveOf({ now, planned, mayBeLive }: WorkflowState): SafeText {
  if (!now) return say`not there`;
  if (!now.published) return say`draft`;
  return mayBeLive && planned.stored?.published ? say`new version` : say`published`;
}

/** `+2 −1 ~3`: how many nodes are added, removed and changed; if none, what else differs. */
function countsOf({ added, removed, changed, moved, wiring, renamed, settings }: Difference): SafeText {
  const counts = [
    added.length > 0 ? say`+${added.length}` : undefined,
    removed.length > 0 ? say`−${removed.length}` : undefined,
    changed.length > 0 ? say`~${changed.length}` : undefined,
  ].filter((count) => count !== undefined);
  if (counts.length > 0) return join(counts);
  const others = [
    renamed ? say`name` : undefined,
    settings.length > 0 ? say`settings` : undefined,
    wiring ? say`connections` : undefined,
    moved > 0 ? say`positions` : undefined,
  ].filter((other) => other !== undefined);
  return join(others);
}

function detailsOf({ added, removed, changed, moved, wiring, renamed, settings }: Difference, show: Show): SafeText[] {
  const named = (sign: SafeText, names: readonly string[]) =>
    names.map((name) => say`${sign} ${show(name, LONGEST_NAME)}`);
  const nodes = [
    ...named(say`+`, added),
    ...named(say`−`, removed),
    ...changed.map(({ name, parts }) => say`~ ${show(name, LONGEST_NAME)}: ${show(parts.join(', '), 120)}`),
  ];
  const shown = nodes.slice(0, MOST_DETAILS);
  return [
    ...shown,
    nodes.length > shown.length ? say`and ${nodes.length - shown.length} more nodes` : undefined,
    wiring ? say`~ connections` : undefined,
    moved > 0 ? say`~ positions of ${moved} nodes` : undefined,
    renamed ? say`~ the workflow's name` : undefined,
    settings.length > 0 ? say`~ settings: ${show(settings.join(', '), 120)}` : undefined,
  ].filter((detail) => detail !== undefined);
}
