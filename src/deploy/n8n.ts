import { isSuccess } from '../http/status.ts';
import type { Api } from '../n8n-api/client.ts';
import { ROWS } from '../n8n-api/executions.ts';
import { pagesOf } from '../n8n-api/pages.ts';
import { type Json, type JsonMap, mapsOf, textOf } from '../text/json.ts';
import { failed, ok, type Result } from '../text/result.ts';
import { say } from '../text/safe.ts';
import { type Subject, unreadable } from '../verdict/api.ts';
import type { ApiFailure } from '../verdict/api-failure.ts';
import { type Ability, abilityOf } from './match/ability.ts';
import type { Credential } from './match/credentials.ts';
import { type StoredWorkflow, toStored } from './match/stored.ts';
import type { Content } from './read/workflow.ts';

/** The workflow after a request, or why the request failed. */
export type Written = Result<StoredWorkflow, ApiFailure>;

/** The label that a version is published with. */
export interface VersionLabel {
  readonly name: string;
  readonly description: string;
}

/** The requests that a deployment makes of n8n's public API. */
export interface DeployApi {
  ability(): Promise<Result<Ability, ApiFailure>>;
  /** All workflows that the key sees, archived ones too; with a name, at least those of that name. */
  workflows(name?: string): Promise<Result<readonly StoredWorkflow[], ApiFailure>>;
  credentials(): Promise<Result<readonly Credential[], ApiFailure>>;
  workflow(id: string): Promise<Written>;
  /** The description that a version was published with; undefined if there is none, or n8n keeps no history. */
  versionDescription(id: string, versionId: string): Promise<string | undefined>;
  create(content: Content): Promise<Written>;
  /** Saves. If n8n has drafts, the published version stays as it is; else a published workflow changes at once. */
  update(id: string, content: Content, ability: Ability): Promise<Written>;
  publish(id: string, versionId: string, label: VersionLabel | undefined, ability: Ability): Promise<Written>;
  unpublish(id: string, ability: Ability): Promise<Written>;
}

/** How many pages of a list are read at most. */
const MOST_PAGES = 400;

export function deployApi(api: Api): DeployApi {
  const asStored = (reply: Result<JsonMap, ApiFailure>, { thing }: Subject): Written => {
    if (!reply.ok) return reply;
    const workflow = toStored(reply.value);
    return workflow.id === '' ? failed(unreadable(thing)) : ok(workflow);
  };
  const write = async (method: 'POST' | 'PUT', path: string, subject: Subject, body: Json): Promise<Written> => {
    const written = asStored(await api.request(method, path, subject, { body }), subject);
    if (written.ok) return written;
    const { code, status } = written.error;
    // A success without a workflow, or a page: n8n may have written it, and a proxy may have spoilt the reply.
    const isSpoilt = code === 'api-unreadable' || (code === 'api-not-there' && isSuccess(status ?? 0));
    return isSpoilt ? failed({ ...written.error, mayHaveArrived: true }) : written;
  };
  return {
    ability: async () => {
      const [discovery, description] = await Promise.all([
        api.request('GET', 'discover', DISCOVERY),
        api.text('openapi.yml', DESCRIPTION),
      ]);
      // n8n before 2.13 does not have the path, and a proxy may block the description.
      if (!discovery.ok && discovery.error.code !== 'api-not-found') return discovery;
      return ok(abilityOf(discovery.ok ? discovery.value : undefined, description.ok ? description.value : undefined));
    },
    workflows: async (name) => {
      const filter = name === undefined ? '' : `name=${encodeURIComponent(name.toWellFormed())}&`;
      const rows = await rowsOf(api, `workflows?excludePinnedData=true&${filter}`, LIST);
      return rows.ok ? ok(rows.value.map(toStored)) : rows;
    },
    credentials: async () => {
      const rows = await rowsOf(api, 'credentials?', CREDENTIALS);
      if (!rows.ok) return rows;
      return ok(rows.value.map(({ id, name, type }) => ({ id: textOf(id), name: textOf(name), type: textOf(type) })));
    },
    workflow: async (id) => asStored(await api.request('GET', `${pathOf(id)}?excludePinnedData=true`, READ), READ),
    versionDescription: async (id, versionId) => {
      const history = await api.request('GET', `${pathOf(id)}/history?limit=${ROWS}`, READ, { retries: 1 });
      const versions = history.ok ? mapsOf(history.value['data']) : [];
      const version = versions.find((each) => each['versionId'] === versionId);
      return textOf(version?.['description']) || undefined;
    },
    create: (content) => write('POST', 'workflows', CREATE, bodyOf({ ...content, description: undefined })),
    update: (id, content, { drafts }) =>
      write('PUT', `${pathOf(id)}${drafts ? '?publishIfActive=false' : ''}`, UPDATE, bodyOf(content)),
    publish: (id, versionId, label, { versions, publish }) =>
      write('POST', `${pathOf(id)}/${publish}`, PUBLISH, versions ? { versionId, ...label } : {}),
    unpublish: (id, { unpublish }) => write('POST', `${pathOf(id)}/${unpublish}`, UNPUBLISH, {}),
  };
}

const pathOf = (id: string): string => `workflows/${encodeURIComponent(id)}`;

function bodyOf({ name, nodes, connections, settings, nodeGroups, description }: Content): JsonMap {
  return {
    name,
    nodes: [...nodes],
    connections,
    settings,
    ...(nodeGroups !== undefined && { nodeGroups }),
    ...(description !== undefined && { description }),
  };
}

async function rowsOf(api: Api, path: `${string}?${string}`, subject: Subject): Promise<Result<JsonMap[], ApiFailure>> {
  const rows: JsonMap[] = [];
  for await (const page of pagesOf(api, path, subject, MOST_PAGES)) {
    if (!page.ok) return page;
    rows.push(...page.value);
  }
  return ok(rows);
}

const DISCOVERY: Subject = { thing: say`what this key may do`, scope: say`workflow:read` };
const DESCRIPTION: Subject = { thing: say`the description of its API`, scope: say`workflow:read` };
const LIST: Subject = { thing: say`the list of workflows`, scope: say`workflow:list` };
const CREDENTIALS: Subject = { thing: say`the list of credentials`, scope: say`credential:list` };
const WORKFLOW = {
  thing: say`the workflow`,
  ifMissing: say`It may have been deleted or moved in n8n meanwhile: run the step again.`,
};
const READ: Subject = { ...WORKFLOW, scope: say`workflow:read` };
const CREATE: Subject = { thing: say`the list of workflows`, deed: say`create workflows`, scope: say`workflow:create` };
const UPDATE: Subject = { ...WORKFLOW, deed: say`change the workflow`, scope: say`workflow:update` };
const PUBLISH: Subject = { ...WORKFLOW, deed: say`publish the workflow`, scope: say`workflow:activate` };
const UNPUBLISH: Subject = {
  ...WORKFLOW,
  deed: say`unpublish the workflow`,
  scope: say`workflow:deactivate`,
};
