import { isMap, type Json, type JsonMap, mapOf, mapsOf, textOf } from '../../text/json.ts';
import { isRounded } from '../../text/number.ts';
import { readJson } from '../../text/parse-json.ts';
import { failed, type Result } from '../../text/result.ts';
import { NOTHING, type SafeText, type Show, say } from '../../text/safe.ts';
import { finding } from '../finding.ts';
import { linesOfNodes } from './lines.ts';
import { type FileReading, type FileWorkflow, LONGEST_WORKFLOW_NAME } from './workflow.ts';

/**
 * Reads a file's text: one workflow, as the editor downloads it and `n8n export:workflow --separate` writes it, or a
 * list of them, as `n8n export:workflow --all` does.
 */
export async function parseWorkflows(file: string, text: string, show: Show): Promise<FileReading> {
  const json = text.replace(/^\uFEFF/, '');
  const value = await parseJson(file, json, show);
  if (!value.ok) return { workflows: [], wrong: [value.error], notes: [] };
  const entries = Array.isArray(value.value) ? value.value : [value.value];
  const workflows: FileWorkflow[] = [];
  const wrong: SafeText[] = [];
  const notes: SafeText[] = [];
  const lines = linesOfNodes(json);
  if (entries.length === 0) wrong.push(finding(show, { file }, say`is an empty list: it holds no workflow.`));
  for (const [index, entry] of entries.entries()) {
    const nth = Array.isArray(value.value) ? say`entry ${index + 1} of the list ` : NOTHING;
    if (!isMap(entry)) {
      wrong.push(finding(show, { file }, say`${nth}is not a workflow: it is not an object.`));
    } else if (entry['isArchived'] === true) {
      notes.push(finding(show, { file }, say`${nth}is left out, because the file marks it as archived.`));
    } else {
      const problems = shapeProblems(entry);
      const workflow = typeof entry['name'] === 'string' && nth !== '' ? entry['name'] : undefined;
      for (const problem of problems) wrong.push(finding(show, { file, workflow }, say`${nth}${problem}`));
      if (problems.length === 0) workflows.push(toWorkflow(file, entry, lines(index)));
    }
  }
  return { workflows, wrong, notes };
}

async function parseJson(file: string, text: string, show: Show): Promise<Result<Json, SafeText>> {
  if (text.trim() === '') return failed(finding(show, { file }, say`is empty.`));
  const read = await readJson(text, isLost);
  if (read.ok) return read;
  const problem = read.error;
  if (problem.kind === 'too deep') return failed(finding(show, { file }, say`is nested too deep.`));
  const { line, column } = problem;
  const message =
    problem.kind === 'rounded'
      ? say`n8n would read a different number at column ${column}, because this one is beyond 2^53 or out of range. Put it in quotes.`
      : say`is not valid JSON at column ${column} (${show(problem.found)}).${notJsonHint(text)}`;
  return failed(finding(show, { file, line }, message));
}

/** Whether n8n would read a number differently. It writes large numbers itself, as JavaScript does. */
function isLost(source: string, value: number): boolean {
  return isRounded(source, value) && String(value) !== source;
}

function notJsonHint(text: string): SafeText {
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) return say` The file has merge conflicts in it.`;
  if (!text.startsWith('version https://git-lfs')) return NOTHING;
  return say` The file is a pointer of Git LFS: set lfs: true for actions/checkout.`;
}

/** Why an object is not a workflow at all. Its nodes are checked later. */
function shapeProblems({ name, nodes, connections, settings, active }: JsonMap): SafeText[] {
  if (!Array.isArray(nodes)) return [say`is not an n8n workflow: it has no "nodes" list.`];
  const problems: SafeText[] = [];
  if (textOf(name).trim() === '') {
    problems.push(say`has no "name". Templates and nodes copied from the editor lack it: add one.`);
  } else if ([...textOf(name)].length > LONGEST_WORKFLOW_NAME) {
    problems.push(say`has a name of more than ${LONGEST_WORKFLOW_NAME} characters, more than n8n allows.`);
  }
  if (!nodes.every((node) => isMap(node))) problems.push(say`has a node that is not an object.`);
  if (connections !== undefined && !isMap(connections)) problems.push(say`has "connections" that are not an object.`);
  if (settings !== undefined && settings !== null && !isMap(settings)) {
    problems.push(say`has "settings" that are not an object.`);
  }
  if (active !== undefined && active !== null && typeof active !== 'boolean') {
    problems.push(say`has an "active" that is neither true nor false.`);
  }
  return problems;
}

function toWorkflow(file: string, entry: JsonMap, lines: readonly number[]): FileWorkflow {
  const { id, name, nodes, connections, settings, nodeGroups, description, active } = entry;
  return {
    file,
    id: typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : undefined,
    active: active === true,
    name: textOf(name).toWellFormed(),
    nodes: mapsOf(nodes),
    connections: mapOf(connections),
    settings: mapOf(settings),
    ...(Array.isArray(nodeGroups) && { nodeGroups }),
    ...(textOf(description) !== '' && { description: textOf(description).toWellFormed() }),
    lineOf: (node) => lines[node],
  };
}
