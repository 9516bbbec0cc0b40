import { isMap, type Json, type JsonMap, mapOf, mapsOf, textOf } from '../../text/json.ts';
import type { Content } from '../read/workflow.ts';

/** A workflow as n8n has it. */
export interface StoredWorkflow {
  readonly id: string;
  readonly archived: boolean;
  /** The saved version, published or not. Name and settings have no versions: the saved ones are live. */
  readonly draft: Content;
  /** The id of the saved version. */
  readonly versionId: string;
  readonly published: PublishedVersion | undefined;
  /** As n8n gave it. */
  readonly row: JsonMap;
}

/** The published version, which runs. */
interface PublishedVersion extends Pick<Content, 'nodes' | 'connections' | 'nodeGroups'> {
  readonly versionId: string;
  /** What the version is called in n8n; undefined if it has no name, and always on n8n before 2.0. */
  readonly versionName: string | undefined;
  /** The same for its description. */
  readonly description: string | undefined;
}

/** Reads a workflow, or a row of the list of workflows. */
export function toStored(row: JsonMap): StoredWorkflow {
  const { id, name, isArchived, settings, versionId, activeVersion, active, description } = row;
  const graph = graphOf(row);
  return {
    id: textOf(id).toWellFormed(),
    archived: isArchived === true,
    draft: { name: textOf(name), ...graph, settings: mapOf(settings), description: textOf(description) || undefined },
    versionId: textOf(versionId),
    published: publishedOf(active, activeVersion, graph, textOf(versionId)),
    row,
  };
}

function publishedOf(
  active: Json | undefined,
  version: Json | undefined,
  draft: ReturnType<typeof graphOf>,
  draftVersion: string,
): PublishedVersion | undefined {
  if (active !== true) return undefined;
  // n8n before 2.0 has no separate published versions.
  if (!isMap(version)) return { ...draft, versionId: draftVersion, versionName: undefined, description: undefined };
  return {
    ...graphOf(version),
    versionId: textOf(version['versionId']),
    versionName: textOf(version['name']) || undefined,
    description: textOf(version['description']) || undefined,
  };
}

function graphOf({ nodes, connections, nodeGroups }: JsonMap) {
  return { nodes: mapsOf(nodes), connections: mapOf(connections), ...(Array.isArray(nodeGroups) && { nodeGroups }) };
}
