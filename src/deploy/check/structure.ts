import { isMap, type Json, type JsonMap, mapOf, textOf } from '../../text/json.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
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
    ...groupProblems(workflow, show),
    ...wrongMembers(settingsOf(workflow), SETTINGS, show).map((problem) => finding(show, placeOf(workflow), problem)),
  ];
}

/** What a value must be, and which values are that. */
interface Kind {
  readonly words: SafeText;
  readonly fits: (value: Json) => boolean;
}

const NUMBER: Kind = { words: say`a number`, fits: (value) => typeof value === 'number' };
const STRING: Kind = { words: say`a string`, fits: (value) => typeof value === 'string' };
const BOOLEAN: Kind = { words: say`true or false`, fits: (value) => typeof value === 'boolean' };
const SAVED: Kind = { words: say`"all" or "none"`, fits: (value) => value === 'all' || value === 'none' };
const CALLERS = ['any', 'none', 'workflowsFromAList', 'workflowsFromSameOwner'];
const CALLER_POLICY: Kind = {
  words: say`"any", "none", "workflowsFromAList" or "workflowsFromSameOwner"`,
  fits: (value) => CALLERS.includes(textOf(value)),
};
const TIME_SAVED: Kind = {
  words: say`"fixed" or "dynamic"`,
  fits: (value) => value === 'fixed' || value === 'dynamic',
};

/** A node's members. The API refuses any other value, and by then other workflows may have been written. */
export const MEMBERS: Readonly<Record<string, Kind>> = {
  typeVersion: NUMBER,
  disabled: BOOLEAN,
  notes: STRING,
  notesInFlow: BOOLEAN,
  retryOnFail: BOOLEAN,
  maxTries: NUMBER,
  waitBetweenTries: NUMBER,
  alwaysOutputData: BOOLEAN,
  executeOnce: BOOLEAN,
  continueOnFail: BOOLEAN,
  onError: STRING,
  webhookId: STRING,
};

/** The same for a workflow's settings. */
const SETTINGS: Readonly<Record<string, Kind>> = {
  executionTimeout: NUMBER,
  timeSavedMode: TIME_SAVED,
  timeSavedPerExecution: NUMBER,
  saveExecutionProgress: BOOLEAN,
  saveManualExecutions: BOOLEAN,
  availableInMCP: BOOLEAN,
  saveDataErrorExecution: SAVED,
  saveDataSuccessExecution: SAVED,
  errorWorkflow: STRING,
  timezone: STRING,
  executionOrder: STRING,
  callerPolicy: CALLER_POLICY,
  callerIds: STRING,
};

/** Members with another value. `null` is not sent. */
function wrongMembers(given: JsonMap, kinds: Readonly<Record<string, Kind>>, show: Show): SafeText[] {
  return Object.entries(kinds).flatMap(([name, { words, fits }]) => {
    const value = given[name] ?? null;
    return value === null || fits(value) ? [] : [say`"${show(name)}" must be ${words}.`];
  });
}

/** The settings that are sent: the word `DEFAULT` of old editors is not. */
function settingsOf({ settings }: FileWorkflow): JsonMap {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== 'DEFAULT'));
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
    problems.push(...wrongMembers(node, MEMBERS, show));
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
      problems.add(say`a connection starts at the node "${show(source, LONGEST_NAME)}", which does not exist.`);
    }
    if (!areOutputs(outputs)) {
      problems.add(
        say`the connections of the node "${show(source, LONGEST_NAME)}" are not of the form {"main": [[{"node": "…", "type": "main", "index": 0}]]}.`,
      );
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

/** Whether a node's outputs have the form that n8n requires; an output that leads nowhere may be `null`. */
function areOutputs(outputs: Json): boolean {
  const isLink = (link: Json) => isMap(link) && isName(link['node']) && isName(link['type']) && isPlace(link['index']);
  const isOutput = (output: Json) => output === null || isList(output, isLink);
  return isMap(outputs) && Object.values(outputs).every((list) => isList(list, isOutput));
}

function isList(value: Json | undefined, fits: (item: Json) => boolean): value is Json[] {
  return Array.isArray(value) && value.every(fits);
}

const isName = (value: Json | undefined) => textOf(value) !== '';
const isPlace = (value: Json | undefined) => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Groups that n8n refuses. n8n chooses ids that nodes lack, so groups of such nodes are not checked. */
function groupProblems(workflow: FileWorkflow, show: Show): SafeText[] {
  const { nodes, nodeGroups } = workflow;
  const ids = new Set(nodes.map(({ id }) => textOf(id)));
  if (!Array.isArray(nodeGroups) || ids.has('')) return [];
  const isGroup = ({ id, name, nodeIds }: JsonMap) =>
    isName(id) && isName(name) && isList(nodeIds, (node) => ids.has(textOf(node))) && nodeIds.length > 0;
  return nodeGroups
    .map(mapOf)
    .filter((group) => !isGroup(group))
    .map(({ name }) => {
      const group = show(textOf(name), LONGEST_NAME);
      return finding(
        show,
        placeOf(workflow),
        say`the group "${group}" needs an id, a name, and nodes of the workflow.`,
      );
    });
}

/** The names of the nodes that a node's outputs lead to: `{ main: [[{ node, type, index }], …], … }`. */
export function targetsOf(outputs: JsonMap[string]): string[] {
  return Object.values(mapOf(outputs))
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((output) => (Array.isArray(output) ? output : []))
    .flatMap((link) => (isMap(link) && typeof link['node'] === 'string' ? [link['node']] : []));
}
