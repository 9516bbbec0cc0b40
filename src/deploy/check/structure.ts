import { isMap, type JsonMap, mapOf } from '../../text/json.ts';
import { type SafeText, type Show, say, word } from '../../text/safe.ts';
import { finding, LONGEST_NAME, placeOf } from '../finding.ts';
import { type FileWorkflow, nameOf, typeOf } from '../read/workflow.ts';

/**
 * What is wrong with a workflow's nodes and connections. Newer n8n refuses most of it when the workflow is written,
 * older ones store it and fail later.
 */
export function structureProblems(workflow: FileWorkflow, show: Show): SafeText[] {
  return [
    ...nodeProblems(workflow, show),
    ...connectionProblems(workflow, show),
    ...wrongTypes(workflow.settings, SETTINGS, show).map((problem) => finding(show, placeOf(workflow), problem)),
  ];
}

/** Types of a node's members. The API refuses any other, and by then other workflows may have been written. */
const MEMBERS = {
  typeVersion: 'a number',
  disabled: 'true or false',
  notes: 'a string',
  notesInFlow: 'true or false',
  retryOnFail: 'true or false',
  maxTries: 'a number',
  waitBetweenTries: 'a number',
  alwaysOutputData: 'true or false',
  executeOnce: 'true or false',
  continueOnFail: 'true or false',
  onError: 'a string',
  webhookId: 'a string',
} as const;

/** The same for a workflow's settings. */
const SETTINGS = {
  executionTimeout: 'a number',
  timeSavedPerExecution: 'a number',
  saveExecutionProgress: 'true or false',
  saveManualExecutions: 'true or false',
  availableInMCP: 'true or false',
  saveDataErrorExecution: 'a string',
  saveDataSuccessExecution: 'a string',
  errorWorkflow: 'a string',
  timezone: 'a string',
  executionOrder: 'a string',
  callerPolicy: 'a string',
  callerIds: 'a string',
} as const;

const TYPES = { 'a number': 'number', 'a string': 'string', 'true or false': 'boolean' } as const;

/** Members of another type. `null` and the word `DEFAULT` of old editors are not sent. */
function wrongTypes(given: JsonMap, types: typeof MEMBERS | typeof SETTINGS, show: Show): SafeText[] {
  return Object.entries(types).flatMap(([name, type]: [string, keyof typeof TYPES]) => {
    const value = given[name] ?? 'DEFAULT';
    if (value === 'DEFAULT' || typeof value === TYPES[type]) return [];
    return [say`"${show(name)}" must be ${word(type)}.`];
  });
}

function nodeProblems(workflow: FileWorkflow, show: Show): SafeText[] {
  const names = new Set<string>();
  const ids = new Set<string>();
  return workflow.nodes.flatMap((node, index) => {
    const problems: SafeText[] = [];
    const name = nameOf(node);
    if (name === '') problems.push(say`has no name.`);
    else if (names.has(name)) problems.push(say`has the same name as another node of the workflow.`);
    names.add(name);
    const { id, position, parameters, credentials } = node;
    if (typeof id === 'string' && id !== '') {
      if (ids.has(id)) problems.push(say`has the same id as another node of the workflow.`);
      ids.add(id);
    } else if (id !== undefined && id !== null && id !== '') {
      problems.push(say`has an id that is not a string.`);
    }
    if (typeOf(node) === '') problems.push(say`has no type.`);
    if (!isPosition(position)) problems.push(say`needs a position of two numbers.`);
    if (parameters !== undefined && parameters !== null && !isMap(parameters)) {
      problems.push(say`has "parameters" that are not an object.`);
    }
    if (credentials !== undefined && credentials !== null && !isMap(credentials)) {
      problems.push(say`has "credentials" that are not an object.`);
    }
    problems.push(...wrongTypes(node, MEMBERS, show));
    return problems.map((problem) => finding(show, placeOf(workflow, index), problem));
  });
}

function isPosition(position: JsonMap[string] | undefined): boolean {
  return Array.isArray(position) && position.length === 2 && position.every((part) => typeof part === 'number');
}

function connectionProblems(workflow: FileWorkflow, show: Show): SafeText[] {
  const names = new Set(workflow.nodes.map(nameOf));
  const problems = new Set<SafeText>();
  for (const [source, outputs] of Object.entries(workflow.connections)) {
    if (!names.has(source)) {
      problems.add(say`a connection begins at the node "${show(source, LONGEST_NAME)}", which does not exist.`);
    }
    for (const target of targetsOf(outputs)) {
      if (names.has(target)) continue;
      problems.add(
        say`a connection of the node "${show(source, LONGEST_NAME)}" leads to the node "${show(target, LONGEST_NAME)}", which does not exist.`,
      );
    }
  }
  return [...problems].map((problem) => finding(show, placeOf(workflow), problem));
}

/** The names of the nodes that a node's outputs lead to: `{ main: [[{ node, type, index }], …], … }`. */
export function targetsOf(outputs: JsonMap[string]): string[] {
  return Object.values(mapOf(outputs))
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((output) => (Array.isArray(output) ? output : []))
    .flatMap((link) => (isMap(link) && typeof link['node'] === 'string' ? [link['node']] : []));
}
