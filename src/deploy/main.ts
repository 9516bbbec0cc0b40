import type { Host } from '../host/host.ts';
import { freshConnections, keptConnections } from '../http/connections.ts';
import { proxySecretsIn } from '../inputs/secrets.ts';
import { apiClient } from '../n8n-api/client.ts';
import { type SafeText, say } from '../text/safe.ts';
import { apply } from './apply/apply.ts';
import { labelFor, repositoryUrl } from './apply/label.ts';
import { checkFiles } from './check/files.ts';
import { type DeployInputs, readDeployInputs } from './inputs.ts';
import { unusedMappings, withCredentials } from './match/credentials.ts';
import { matchAll } from './match/match.ts';
import { rolledBack, type Survey, survey, withDescriptions } from './match/survey.ts';
import { type DeployApi, deployApi } from './n8n.ts';
import { isDeployedFrom } from './plan/drift.ts';
import { planFor } from './plan/plan.ts';
import { isChange, type Plan } from './plan/planned.ts';
import { limitsOf, missingRights, wrongForNone } from './plan/rights.ts';
import { readWorkflows } from './read/read.ts';
import type { FileWorkflow } from './read/workflow.ts';
import {
  type Reporting,
  reportApplied,
  reportDryRun,
  reportUnconfigured,
  reportWrong,
  reportWrongInputs,
  showPlan,
} from './report/report.ts';

/** One run of the step: read → check → match → plan → apply → report. Returns the exit code. */
export async function main(host: Host): Promise<0 | 1> {
  const { env, show } = host;
  const began = host.clock.monotonic();
  const { inputs: read, secrets, unconfigured } = await readDeployInputs(host.input);
  for (const secret of [...secrets, ...proxySecretsIn(env)]) host.mask(secret);
  if (!read.ok) {
    const lines = read.error.map(({ line }) => line);
    return unconfigured ? reportUnconfigured(lines, unconfigured, host) : reportWrongInputs(lines, host);
  }
  const inputs = read.value;

  const reporting: Reporting = { host, inputs, began };
  const files = await readWorkflows(inputs.workflows, env['GITHUB_WORKSPACE'] ?? '.', show, host.cancelled);
  const unsound = [...files.wrong, ...checkFiles(files.workflows, show)];
  const notes = [...files.notes, ...unusedMappings(files.workflows, inputs.credentials, show)];
  for (const note of notes) host.log.warning(note);
  const { api, connections } = connect(inputs, host);
  const known = await survey(api, files.workflows);
  if (!known.ok) return reportWrong([...unsound, ...known.error], UNREADY, undefined, reporting);

  const plan = await planOf(files.workflows, known.value, inputs, api, host);
  const wrong = [...unsound, ...plan.wrong];
  if (wrong.length > 0) return reportWrong(wrong, WRONG, undefined, reporting);

  const { ability, stored } = known.value;
  const lacking = missingRights(plan, ability);
  const limits = limitsOf(plan, ability);
  const drifts = plan.workflows.flatMap(({ drift, file }) => (drift ? [say`"${show(file.name, 60)}": ${drift}.`] : []));
  showPlan(plan, reporting);
  if (inputs.dryRun) return reportDryRun(plan, [...limits, ...lacking], reporting);
  const forNone = inputs.publish === 'none' ? wrongForNone(plan, ability) : [];
  const stops = [...lacking, ...forNone, ...(inputs.onDrift === 'fail' ? drifts : [])];
  if (stops.length > 0) return reportWrong(stops, drifts.length > 0 ? DRIFT : UNREADY, plan, reporting);
  for (const line of drifts) host.log.warning(line, DRIFT);
  for (const line of limits) host.log.info(line);
  warnOfForeignDrafts(plan, host);

  const applied = await apply(plan, {
    api,
    ability,
    host,
    label: labelFor(inputs.versionName, env),
    known: new Set(stored.map(({ id }) => id)),
    verification: { webhookBase: inputs.webhookBase, publishTimeoutMs: inputs.publishTimeoutMs, connections },
  });
  return reportApplied(applied, reporting);
}

/** A client for n8n's API, and new connections for its webhooks. */
function connect({ instance, tls, retries, timeoutMs }: DeployInputs, host: Host) {
  const [kept, fresh] = [keptConnections(tls), freshConnections(tls)];
  const settings = { host, retries, timeoutMs, kept, fresh };
  return { api: deployApi(apiClient(instance, settings)), connections: fresh };
}

const WRONG = say`The workflows cannot be deployed to n8n`;
const UNREADY = say`n8n is not ready for the deployment`;
const DRIFT = say`Workflows were changed in n8n: drift`;

/** Matches the files with n8n's workflows, and makes a plan. */
async function planOf(
  files: readonly FileWorkflow[],
  { ability, stored, known }: Survey,
  { credentials, publish, onDrift }: DeployInputs,
  api: DeployApi,
  host: Host,
): Promise<Plan> {
  const { show, env } = host;
  const resolved = files.map((file) => withCredentials(file, known, credentials, show));
  const wrong: SafeText[] = resolved.flatMap((result) => (result.ok ? [] : result.error));
  const sound = resolved
    .map((result, index) => (result.ok ? result.value : files[index]))
    .filter((file) => file !== undefined);
  const isOurs = isDeployedFrom(repositoryUrl(env));
  const matched = matchAll(sound, stored, isOurs, show);
  if (!matched.ok) return { workflows: [], order: [], wrong: [...wrong, ...matched.error] };
  const matches = await withDescriptions(api, matched.value);
  if (!matches.ok) return { workflows: [], order: [], wrong: [...wrong, matches.error] };
  const plan = planFor({
    matches: matches.value,
    stored,
    ability,
    publish,
    onDrift,
    isOurs,
    rolledBack: await rolledBack(api, matches.value, isOurs),
    show,
  });
  return { ...plan, wrong: [...wrong, ...plan.wrong] };
}

/** Warns about drafts of other people that stay unpublished because nothing is written. */
function warnOfForeignDrafts({ workflows }: Plan, host: Host): void {
  for (const planned of workflows) {
    if (isChange(planned) || !planned.hasForeignDraft) continue;
    host.log.warning(
      say`"${host.show(planned.file.name, 60)}": somebody saved changes in n8n that are not published. They are kept.`,
    );
  }
}
