import { type JsonMap, mapOf, mapsOf, textOf } from '../../text/json.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, placeOf } from '../finding.ts';
import { type FileWorkflow, isEnabled, parametersOf, typeOf } from '../read/workflow.ts';

/**
 * Invalid cron expressions. n8n publishes such a workflow without complaint, shows it as active, and never runs it.
 * n8n's own expressions (`=…`) are not checked.
 */
export async function scheduleProblems(workflow: FileWorkflow, show: Show): Promise<SafeText[]> {
  const problems: SafeText[] = [];
  for (const [index, node] of workflow.nodes.entries()) {
    for (const expression of isEnabled(node) ? cronExpressionsOf(node) : []) {
      if (expression.startsWith('=') || (await isCron(expression))) continue;
      const message = say`"${show(expression, 40)}" is not a cron expression: n8n would publish it and never run it.`;
      problems.push(finding(show, placeOf(workflow, index), message));
    }
  }
  return problems;
}

function cronExpressionsOf(node: JsonMap): string[] {
  const parameters = parametersOf(node);
  switch (typeOf(node)) {
    case 'n8n-nodes-base.scheduleTrigger':
      return itemsAt(parameters, 'rule', 'interval')
        .filter(({ field }) => field === 'cronExpression')
        .map(({ expression }) => textOf(expression));
    case 'n8n-nodes-base.cron':
      return itemsAt(parameters, 'triggerTimes', 'item')
        .filter(({ mode }) => mode === 'custom')
        .map(({ cronExpression }) => textOf(cronExpression));
    default:
      return [];
  }
}

function itemsAt(parameters: JsonMap, group: string, list: string): JsonMap[] {
  return mapsOf(mapOf(parameters[group])[list]);
}

/** Syntax that the parser here accepts and n8n's does not: last day, nearest weekday, nth weekday, two nicknames. */
const UNKNOWN_TO_N8N = /[#?]|(?:^|[\s,\d])[LW](?=[\s,W]|$)|@midnight|@annually/i;

/** Whether n8n's own parser (`cron`) accepts an expression. It does not limit steps. */
async function isCron(expression: string): Promise<boolean> {
  if (UNKNOWN_TO_N8N.test(expression)) return false;
  const { Cron } = await import('croner');
  try {
    new Cron(expression.trim().replace(/\/[1-9]\d*/g, '/1'), {
      paused: true,
      mode: '5-or-6-parts',
      sloppyRanges: true,
    });
    return true;
  } catch {
    return false;
  }
}
