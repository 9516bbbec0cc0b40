import { type JsonMap, mapOf } from '../../text/json.ts';

/** What this n8n can do and what the key may do, according to n8n. */
export interface Ability {
  /** Whether n8n's description of its API could be read. Without it, the least that any n8n can do is assumed. */
  readonly described: boolean;
  /** Whether the saved version can differ from the published one (n8n 2.0 and later). */
  readonly versions: boolean;
  /** Whether a published workflow can be saved without publishing it (`publishIfActive`, n8n 2.40 and later). */
  readonly drafts: boolean;
  /** The last part of the path that publishes: `activate` before n8n 2.33. */
  readonly publish: 'publish' | 'activate';
  /** The same for unpublishing. */
  readonly unpublish: 'unpublish' | 'deactivate';
  /** Whether the API accepts a member of a workflow, or of a node. */
  readonly takes: (name: string) => boolean;
  /** Whether the API accepts a setting: it refuses a workflow with any other. */
  readonly takesSetting: (name: string) => boolean;
  /** The key's scopes; undefined if n8n does not list them. */
  readonly scopes: ReadonlySet<string> | undefined;
}

/**
 * Reads the abilities from n8n's replies.
 *
 * @param discovery the reply of `/discover`, which n8n has since 2.13; undefined if it has none
 * @param description n8n's `openapi.yml`; undefined if it could not be read
 */
export function abilityOf(discovery: JsonMap | undefined, description: string | undefined): Ability {
  const has = (pattern: RegExp, otherwise: boolean) =>
    description === undefined ? otherwise : pattern.test(description);
  const isNew = has(/^ {2}\/workflows\/\{\w+\}\/publish:/m, false);
  const names = namesIn(description ?? '');
  const settings = settingsIn(description ?? '');
  return {
    described: description !== undefined,
    versions: discovery !== undefined,
    drafts: has(/\bname: publishIfActive\b/, false),
    publish: isNew ? 'publish' : 'activate',
    unpublish: isNew ? 'unpublish' : 'deactivate',
    takes: (name) => names.size === 0 || names.has(name),
    takesSetting: (name) => settings.size === 0 || settings.has(name),
    scopes: scopesIn(discovery),
  };
}

/** All names of members in n8n's description of its API: 450 KB, which the YAML parser would take a second to read. */
function namesIn(description: string): ReadonlySet<string | undefined> {
  return new Set([...description.matchAll(/^ {4,}(\w+):\s*$/gm)].map(([, name]) => name));
}

/** The names of settings: those that follow the first setting at the same depth. Nodes have members of other names. */
function settingsIn(description: string): ReadonlySet<string | undefined> {
  const lists = description.matchAll(/^( +)saveExecutionProgress:\s*\n(?:\1.*\n|\s*\n)*/gm);
  return new Set(
    [...lists].flatMap(([list, depth = '']) =>
      [...list.matchAll(/^( +)(\w+):\s*$/gm)].flatMap(([, at, name]) => (at === depth ? [name] : [])),
    ),
  );
}

function scopesIn(discovery: JsonMap | undefined): ReadonlySet<string> | undefined {
  const { scopes } = mapOf(discovery?.['data']);
  return Array.isArray(scopes) ? new Set(scopes.filter((scope) => typeof scope === 'string')) : undefined;
}
