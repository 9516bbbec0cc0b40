import { type Json, type JsonMap, mapOf, textOf } from '../../text/json.ts';
import type { SafeText } from '../../text/safe.ts';

/** The parts of a workflow that are deployed. Nothing else in a file is sent: no static data, pinned data or tags. */
export interface Content {
  readonly name: string;
  readonly nodes: readonly JsonMap[];
  readonly connections: JsonMap;
  readonly settings: JsonMap;
  /** Undefined if it is not given: then n8n keeps what it has. */
  readonly nodeGroups?: Json | undefined;
  /** Undefined if it is not given: then n8n keeps what it has. */
  readonly description?: string | undefined;
}

/** A workflow in a file. */
export interface FileWorkflow extends Content {
  /** The file, relative to the workspace, with `/` between folders. */
  readonly file: string;
  /** The id in the n8n that it was exported from. */
  readonly id: string | undefined;
  /** Whether the file calls it active, that is published. */
  readonly active: boolean;
  /** The line, from 1, on which the node at this place in `nodes` begins; undefined if it is not known. */
  readonly lineOf: (node: number) => number | undefined;
}

/** The workflows in the files, in order, and everything that is wrong with the files. */
export interface FileReading {
  readonly workflows: readonly FileWorkflow[];
  readonly wrong: readonly SafeText[];
  /** Remarks that do not stop the deployment. */
  readonly notes: readonly SafeText[];
}

/** n8n's own limit, in characters. */
export const LONGEST_WORKFLOW_NAME = 128;

/** A node's name; empty if it has none. */
export function nameOf(node: JsonMap): string {
  return textOf(node['name']);
}

/** A node's type; empty if it has none. */
export function typeOf(node: JsonMap): string {
  return textOf(node['type']);
}

/** A node's parameters; none if it has none. */
export function parametersOf(node: JsonMap): JsonMap {
  return mapOf(node['parameters']);
}

export function isEnabled(node: JsonMap): boolean {
  return node['disabled'] !== true;
}
