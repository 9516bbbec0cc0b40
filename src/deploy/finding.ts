import { join, type SafeText, type Show, say } from '../text/safe.ts';
import { type FileWorkflow, nameOf } from './read/workflow.ts';

/** Where in the files something is wrong. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  /** The workflow's name, if its file holds several. */
  readonly workflow?: string | undefined;
  readonly node?: string | undefined;
}

/** A problem in the files, or between them and n8n, as a line that begins with its place. */
export function finding(show: Show, { file, line, workflow, node }: Place, message: SafeText): SafeText {
  const place = line === undefined ? show(file, LONGEST_PATH) : say`${show(file, LONGEST_PATH)}:${line}`;
  const inside = [
    workflow === undefined ? undefined : say`workflow "${show(workflow, LONGEST_NAME)}"`,
    node === undefined ? undefined : say`node "${show(node, LONGEST_NAME)}"`,
  ].filter((part) => part !== undefined);
  return inside.length === 0 ? say`${place}: ${message}` : say`${place}: ${join(inside, ', ')}: ${message}`;
}

/** The place of a workflow, or of one of its nodes. */
export function placeOf(workflow: FileWorkflow, index?: number): Place {
  const node = index === undefined ? undefined : workflow.nodes[index];
  return {
    file: workflow.file,
    workflow: workflow.name,
    line: index === undefined ? undefined : workflow.lineOf(index),
    node: node === undefined ? undefined : nameOf(node) || `number ${(index ?? 0) + 1}`,
  };
}

/** A list of names or ids, each cut short. */
export function listed(names: readonly string[], show: Show): SafeText {
  return join(
    names.map((name) => show(name, LONGEST_NAME)),
    ', ',
  );
}

/** The longest name in a message, in characters. */
export const LONGEST_NAME = 60;
const LONGEST_PATH = 120;
