import { type Json, type JsonMap, mapOf, mapsOf, numberOf, textOf } from '../../text/json.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, placeOf } from '../finding.ts';
import { type FileWorkflow, isEnabled, parametersOf, typeOf } from '../read/workflow.ts';
import { isCron } from './cron.ts';

/**
 * Invalid schedules: n8n publishes such a workflow without complaint, shows it as active, and never runs it. n8n's own
 * expressions (`=…`) are not checked.
 */
export function scheduleProblems(workflow: FileWorkflow, show: Show): SafeText[] {
  const problems: SafeText[] = [];
  const { timezone } = workflow.settings;
  if (typeof timezone === 'string' && !isTimezone(timezone)) {
    const message = say`"${show(timezone, 40)}" is not a timezone: n8n would publish its schedules and never run them.`;
    problems.push(finding(show, placeOf(workflow), message));
  }
  for (const [index, node] of workflow.nodes.entries()) {
    for (const rule of isEnabled(node) ? rulesOf(node) : []) {
      const wrong = [
        ...wrongCron(rule, show),
        ...rangesOf(rule, node)
          .filter(([name, least, most]) => !isBetween(rule[name], least, most))
          .map(
            ([name, least, most]) =>
              say`${show(name)} is not a whole number from ${least} to ${most}: n8n would publish it and never run it.`,
          ),
      ];
      for (const message of wrong) problems.push(finding(show, placeOf(workflow, index), message));
    }
  }
  return problems;
}

function isTimezone(name: string): boolean {
  if (name === '' || name === 'DEFAULT') return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The rules of a Schedule Trigger, of its predecessor, and of a trigger that polls. */
function rulesOf(node: JsonMap): JsonMap[] {
  const parameters = parametersOf(node);
  const itemsAt = (group: string, list: string) => mapsOf(mapOf(parameters[group])[list]);
  if (typeOf(node) === 'n8n-nodes-base.scheduleTrigger') return itemsAt('rule', 'interval');
  return [...itemsAt('triggerTimes', 'item'), ...itemsAt('pollTimes', 'item')];
}

function wrongCron({ field, mode, expression, cronExpression }: JsonMap, show: Show): SafeText[] {
  const isGiven = field === 'cronExpression' || mode === 'custom';
  const cron = mode === 'custom' ? textOf(cronExpression).trim() : textOf(expression);
  if (!isGiven || cron.startsWith('=') || isCron(cron)) return [];
  return [say`"${show(cron, 40)}" is not a cron expression: n8n would publish it and never run it.`];
}

/** The name of a parameter, and which whole numbers it may be. */
type Range = readonly [name: string, least: number, most: number];

const AT_MINUTE: Range = ['triggerAtMinute', 0, 59];
const AT_HOUR: Range = ['triggerAtHour', 0, 23];
const HOUR_AND_MINUTE: readonly Range[] = [
  ['hour', 0, 23],
  ['minute', 0, 59],
];

/** What a rule uses besides its interval, by its `field` or, of older nodes, its `mode`. */
const TIMES = new Map<string, readonly Range[]>([
  ['hours', [AT_MINUTE]],
  ['days', [AT_HOUR, AT_MINUTE]],
  ['weeks', [AT_HOUR, AT_MINUTE, ['triggerAtDay', 0, 7]]],
  ['months', [AT_HOUR, AT_MINUTE, ['triggerAtDayOfMonth', 1, 31]]],
  ['everyHour', [['minute', 0, 59]]],
  ['everyDay', HOUR_AND_MINUTE],
  ['everyWeek', HOUR_AND_MINUTE],
  ['everyMonth', [...HOUR_AND_MINUTE, ['dayOfMonth', 1, 31]]],
]);

/** The intervals that a Schedule Trigger accepts since its version 1.3. Before, it had no limits. */
const INTERVALS = new Map<string, Range>([
  ['seconds', ['secondsInterval', 1, 59]],
  ['minutes', ['minutesInterval', 1, 59]],
  ['hours', ['hoursInterval', 1, 23]],
  ['days', ['daysInterval', 1, 31]],
]);

function rangesOf({ field, mode }: JsonMap, { typeVersion }: JsonMap): Range[] {
  const kind = textOf(field ?? mode) || 'days';
  const interval = numberOf(typeVersion) >= 1.3 ? INTERVALS.get(kind) : undefined;
  return [...(interval ? [interval] : []), ...(TIMES.get(kind) ?? [])];
}

/** Whether a number, or each of a list, is in a range. A value that is absent or computed counts as one. */
function isBetween(value: Json | undefined, least: number, most: number): boolean {
  const numbers = [value ?? []].flat().map(numberOf);
  return numbers.every(
    (number) => Number.isNaN(number) || (Number.isInteger(number) && number >= least && number <= most),
  );
}
