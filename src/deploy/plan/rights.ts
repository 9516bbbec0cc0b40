import { type SafeText, say } from '../../text/safe.ts';
import type { Ability } from '../match/ability.ts';
import { isChange, type Plan } from './planned.ts';

/** The scopes that the key lacks, and what they are needed for; none if n8n does not list the key's scopes. */
export function missingRights({ workflows }: Plan, { scopes }: Ability): SafeText[] {
  if (!scopes) return [];
  const needs: readonly (readonly [boolean, string, SafeText])[] = [
    [workflows.some(isChange), 'workflow:read', say`workflow:read, to compare what was written`],
    [workflows.some(({ write }) => write === 'create'), 'workflow:create', say`workflow:create, to create workflows`],
    [workflows.some(({ write }) => write !== 'none'), 'workflow:update', say`workflow:update, to change workflows`],
    [workflows.some(({ publish }) => publish), 'workflow:activate', say`workflow:activate, to publish workflows`],
  ];
  return needs
    .filter(([isNeeded, scope]) => isNeeded && !scopes.has(scope))
    .map(([, , need]) => say`secret-key: lacks the scope ${need} (n8n, Settings, n8n API).`);
}

/** What cannot be done here if the deployment fails, or at all, to be logged before anything is written. */
export function limitsOf(plan: Plan, ability: Ability): SafeText[] {
  const { scopes } = ability;
  const isOneWay = scopes?.has('workflow:activate') === true && !scopes.has('workflow:deactivate');
  const publishesFirst = plan.workflows.some(({ publish, stored }) => publish && !stored?.published);
  return [
    ...(changesLive(plan, ability)
      ? [...undescribed(ability), say`${ability.versions ? NO_DRAFTS : NO_VERSIONS} ${REMEDY}`]
      : []),
    ...(isOneWay && publishesFirst ? [NO_WAY_BACK] : []),
  ];
}

const NO_WAY_BACK = say`secret-key: lacks the scope workflow:deactivate. If the deployment fails, workflows that it published for the first time stay published.`;

const NO_DRAFTS = say`This n8n immediately publishes what is saved (drafts of published workflows require n8n 2.40).`;

const NO_VERSIONS = say`This n8n has no published versions (they require n8n 2.0): what is saved runs immediately, and changes made in n8n cannot be detected.`;

const REMEDY = say`Each published workflow changes as it is written, one after another. If one fails, all are put back.`;

/** Why `publish: none` is impossible: it would change published workflows. */
export function wrongForNone(plan: Plan, ability: Ability): SafeText[] {
  if (!changesLive(plan, ability)) return [];
  return [
    ...undescribed(ability),
    say`publish: none is not possible here: this n8n immediately publishes what is saved. Use auto, or n8n 2.40 or later.`,
  ];
}

/** Whether saving changes what runs. */
function changesLive({ workflows }: Plan, { drafts }: Ability): boolean {
  return !drafts && workflows.some(({ write, stored }) => write === 'update' && stored?.published !== undefined);
}

/** Why a newer n8n may be treated as an older one. */
function undescribed({ described }: Ability): SafeText[] {
  if (described) return [];
  return [
    say`n8n's description of its API (/api/v1/openapi.yml) could not be read, so the action assumes an older n8n. Let requests for it pass through whatever is in front of n8n.`,
  ];
}
