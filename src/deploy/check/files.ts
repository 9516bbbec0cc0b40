import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, placeOf } from '../finding.ts';
import type { FileWorkflow } from '../read/workflow.ts';
import { scheduleProblems } from './schedule.ts';
import { structureProblems } from './structure.ts';

/** Everything that is wrong with the workflows and can be seen without n8n. */
export function checkFiles(workflows: readonly FileWorkflow[], show: Show): SafeText[] {
  const each = workflows.flatMap((workflow) => [
    ...structureProblems(workflow, show),
    ...scheduleProblems(workflow, show),
  ]);
  return [...twins(workflows, show), ...each];
}

/** Workflows that cannot be distinguished. */
function twins(workflows: readonly FileWorkflow[], show: Show): SafeText[] {
  const names = new Map<string, FileWorkflow>();
  const ids = new Map<string, FileWorkflow>();
  return workflows.flatMap((workflow) => {
    const { name, id } = workflow;
    const sameName = names.get(name);
    const sameId = id === undefined ? undefined : ids.get(id);
    names.set(name, sameName ?? workflow);
    if (id !== undefined) ids.set(id, sameId ?? workflow);
    const problems: SafeText[] = [];
    if (sameName) problems.push(say`has the same name as a workflow in ${show(sameName.file)}.`);
    if (sameId) problems.push(say`has the same id as a workflow in ${show(sameId.file)}.`);
    return problems.map((problem) => finding(show, placeOf(workflow), problem));
  });
}
