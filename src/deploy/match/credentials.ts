import { isMap, type Json, type JsonMap, mapOf, textOf } from '../../text/json.ts';
import { failed, ok, type Result } from '../../text/result.ts';
import { type SafeText, type Show, say } from '../../text/safe.ts';
import { finding, LONGEST_NAME, listed, placeOf } from '../finding.ts';
import { type FileWorkflow, isEnabled } from '../read/workflow.ts';
import type { StoredWorkflow } from './stored.ts';

/** A credential in n8n, without its secret data. */
export interface Credential {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** The credentials that n8n is known to have. */
export interface Known {
  readonly credentials: readonly Credential[];
  /** Whether these are all of them; else those that stored workflows use. */
  readonly complete: boolean;
  /** Why the list could not be read, and what to do; set if it is not complete. */
  readonly hint: SafeText;
}

/**
 * The names or ids in n8n for names in the files, from the input `credentials`: several for a name that credentials of
 * several types have.
 */
export type Mapping = ReadonlyMap<string, readonly string[]>;

/** The ids and names of credentials in the nodes of stored workflows: all that is known without a list. */
export function credentialsInUse(stored: readonly StoredWorkflow[]): Credential[] {
  const found = new Map<string, Credential>();
  for (const { draft, published } of stored) {
    for (const node of [...draft.nodes, ...(published?.nodes ?? [])]) {
      for (const [type, given] of Object.entries(mapOf(node['credentials']))) {
        const { id, name } = readReference(given);
        if (id !== '' && name !== '') found.set(`${type}\n${id}`, { id, name, type });
      }
    }
  }
  return [...found.values()];
}

/** Whether a workflow's nodes name any credential. */
export function usesCredentials({ nodes }: FileWorkflow): boolean {
  return nodes.some(({ credentials }) => Object.keys(mapOf(credentials)).length > 0);
}

/**
 * Replaces the ids and names in the file with n8n's own. A node without an id would get any credential of that type:
 * n8n looks for the id `undefined`, and takes the first that it finds.
 */
export function withCredentials(
  workflow: FileWorkflow,
  known: Known,
  mapping: Mapping,
  show: Show,
): Result<FileWorkflow, readonly SafeText[]> {
  const wrong: SafeText[] = [];
  const nodes = workflow.nodes.map((node, index): JsonMap => {
    const { credentials } = node;
    if (!isMap(credentials)) return node;
    const resolved = Object.entries(credentials).map(([type, given]): [string, Json] => {
      // n8n Cloud provides the credential.
      if (mapOf(given)['__aiGatewayManaged'] === true) return [type, given];
      const found = resolve(type, given, known, mapping, show);
      if (found.ok) return [type, { id: found.value.id, name: found.value.name }];
      // n8n ignores the credentials of disabled nodes, too.
      if (isEnabled(node)) wrong.push(finding(show, placeOf(workflow, index), found.error));
      return [type, given];
    });
    return { ...node, credentials: Object.fromEntries(resolved) };
  });
  return wrong.length > 0 ? failed(wrong) : ok({ ...workflow, nodes });
}

/** A line about each name in a mapping that no node uses: with a typo in it, another credential may be taken. */
export function unusedMappings(workflows: readonly FileWorkflow[], mapping: Mapping, show: Show): SafeText[] {
  const nodes = workflows.flatMap((workflow) => workflow.nodes);
  const given = nodes.flatMap(({ credentials }) => (isMap(credentials) ? Object.values(credentials) : []));
  const names = new Set(given.map((each) => readReference(each).name));
  return [...mapping.keys()]
    .filter((name) => !names.has(name))
    .map((name) => say`credentials: no workflow among the files uses "${show(name, LONGEST_NAME)}".`);
}

/** The form of n8n's ids. */
const ID = /^[A-Za-z0-9]{16}$/;

function resolve(
  type: string,
  given: Json,
  { credentials, complete, hint }: Known,
  mapping: Mapping,
  show: Show,
): Result<Credential, SafeText> {
  const { id, name } = readReference(given);
  const ofType = credentials.filter((each) => each.type === type);
  const mapped = mapping.get(name);
  const targets = mapped ?? [name];
  const shown = say`"${show(targets.join('", "'), LONGEST_NAME)}" (${show(type, LONGEST_NAME)})`;
  const byId = ofType.filter((each) => (mapped ?? [id]).includes(each.id));
  const found = byId.length > 0 ? byId : ofType.filter((each) => each.name !== '' && targets.includes(each.name));
  const [one, another] = found;
  if (another) {
    const ids = found.map((each) => each.id);
    return failed(
      say`n8n has several credentials ${shown}: ${listed(ids, show)}. Choose one: credentials: ${show(name, LONGEST_NAME)}=ID`,
    );
  }
  if (one) return ok(one);
  if (targets.includes('')) {
    return failed(say`has a credential of the type ${show(type, LONGEST_NAME)} with neither id nor name.`);
  }
  const [givenId, otherId] = mapped?.filter((target) => ID.test(target)) ?? [];
  if (!complete && givenId !== undefined && otherId === undefined) return ok({ id: givenId, name, type });
  if (!complete) return failed(say`whether n8n has the credential ${shown} is not known. ${hint}`);
  return failed(
    say`n8n has no credential ${shown}. Create it there, or name the one to use: credentials: ${show(name, LONGEST_NAME)}=NAME IN N8N`,
  );
}

/** n8n's forms of a reference: `{ id, name }`, and in old workflows only the name. */
function readReference(given: Json): { readonly id: string; readonly name: string } {
  if (!isMap(given)) return { id: '', name: textOf(given) };
  return { id: textOf(given['id']), name: textOf(given['name']) };
}
