import { isMap, type Json, type JsonMap, mapOf } from '../../text/json.ts';
import { type Content, nameOf, parametersOf } from '../read/workflow.ts';
import { isUnset } from './send.ts';

/** The part of a workflow that has versions. */
type Graph = Pick<Content, 'nodes' | 'connections' | 'nodeGroups'>;

/** How two versions of a workflow differ. It holds names only, never values. */
export interface Difference {
  /** Names of nodes. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedNode[];
  /** How many nodes were moved and are otherwise the same. */
  readonly moved: number;
  /** Whether connections, groups or the order of nodes differ. */
  readonly wiring: boolean;
  readonly renamed: boolean;
  /** Names of settings. */
  readonly settings: readonly string[];
}

interface ChangedNode {
  readonly name: string;
  /** Which of its parameters and members differ. */
  readonly parts: readonly string[];
}

/** Compares what n8n has with what it should have; `before` is undefined for a workflow to be created. */
export function difference(before: Content | undefined, after: Content): Difference {
  const old = new Map((before?.nodes ?? []).map((node) => [nameOf(node), node]));
  const names = new Set(after.nodes.map(nameOf));
  const both = after.nodes.flatMap((node) => {
    const was = old.get(nameOf(node));
    return was ? [{ name: nameOf(node), parts: changedParts(was, node) }] : [];
  });
  const added = after.nodes.map(nameOf).filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !names.has(name));
  const order = (nodes: readonly JsonMap[], other: { has(name: string): boolean }) =>
    nodes
      .map(nameOf)
      .filter((name) => other.has(name))
      .join('\n');
  return {
    added,
    removed,
    changed: both.filter(({ parts }) => parts.some((part) => part !== 'position')),
    moved: both.filter(({ parts }) => parts.length === 1 && parts[0] === 'position').length,
    wiring:
      before !== undefined &&
      (!sameJson(before.connections, after.connections) ||
        !sameGroups(before, after) ||
        order(before.nodes, names) !== order(after.nodes, old)),
    renamed: before !== undefined && before.name !== after.name,
    settings: changedSettings(before?.settings ?? {}, after.settings),
  };
}

export function isSame({ added, removed, changed, moved, wiring, renamed, settings }: Difference): boolean {
  const lists = [added, removed, changed, settings];
  return lists.every((list) => list.length === 0) && moved === 0 && !wiring && !renamed;
}

/** Whether two graphs do the same: positions on the canvas do not matter. */
export function doesTheSame(one: Graph, other: Graph): boolean {
  const bare = ({ nodes, connections }: Graph): Content => ({ name: '', nodes, connections, settings: {} });
  const { added, removed, changed, wiring } = difference(bare(one), bare(other));
  return added.length + removed.length + changed.length === 0 && !wiring;
}

/** Whether n8n considers two graphs the same, and so makes no new version. */
export function sameGraph(one: Graph, other: Graph): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, index) => changedParts(node, other.nodes[index] ?? {}).length === 0) &&
    sameJson(one.connections, other.connections) &&
    sameGroups(one, other)
  );
}

/** Names of settings in the file that differ in n8n. n8n's other settings stay: it never removes one. */
function changedSettings(before: JsonMap, after: JsonMap): string[] {
  return Object.entries(after)
    .filter(
      ([name, value]) =>
        !sameJson(before[name] ?? null, value) && !(isUnset(name, before[name]) && isUnset(name, value)),
    )
    .map(([name]) => name);
}

/** Groups that are not in the file are not changed. */
function sameGroups(one: Graph, other: Graph): boolean {
  if (one.nodeGroups === undefined || other.nodeGroups === undefined) return true;
  return sameJson(one.nodeGroups, other.nodeGroups);
}

/** Equality of JSON values; the order of members does not matter. */
function sameJson(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => sameJson(each, other[index] ?? null));
  }
  if (isMap(one) && isMap(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && sameJson(one[name] ?? null, other[name] ?? null))
    );
  }
  return one === other;
}

/** Names of a node's members that differ, with `parameters` replaced by the names of those that differ. */
function changedParts(before: JsonMap, after: JsonMap): string[] {
  const members = differing(before, after).filter((name) => name !== 'parameters' && name !== 'credentials');
  const credentials = sameJson(idsOf(before), idsOf(after)) ? [] : ['credentials'];
  return [...differing(parametersOf(before), parametersOf(after)), ...credentials, ...members];
}

function differing(before: JsonMap, after: JsonMap): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameJson(before[name] ?? null, after[name] ?? null));
}

/** A credential may have been renamed since: its id says which one it is. */
function idsOf({ credentials }: JsonMap): JsonMap {
  const entries = Object.entries(mapOf(credentials));
  return Object.fromEntries(entries.map(([type, given]) => [type, isMap(given) ? (given['id'] ?? null) : given]));
}
