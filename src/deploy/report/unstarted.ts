import type { Host } from '../../host/host.ts';
import { join, say } from '../../text/safe.ts';
import { reportMarkdown } from './markdown.ts';
import { outputsOf } from './outputs.ts';
import { writeSummary } from './summary.ts';

/** Ends a step whose inputs are wrong; nothing was sent. */
export async function endWrongInputs(lines: readonly string[], host: Host): Promise<1> {
  const shown = lines.map((line) => host.show(line, 1000));
  const title = say`The inputs of the n8n deployment are wrong`;
  const plan = reportMarkdown({ sign: '❌', title, lines: [...shown, say`Nothing was sent.`] }, []);
  setOutputs(plan, host);
  // The inputs could not be read, but whether a summary is wanted is still known.
  if (host.input('summary').trim().toLowerCase() !== 'false') await writeSummary(plan, host);
  host.log.error(join([...shown, say`Nothing was sent.`], '\n'), title);
  return 1;
}

/** Ends a step that is not configured here, as in pull requests from forks, which get no secrets. */
export function endUnconfigured(lines: readonly string[], response: 'warn' | 'ignore', host: Host): 0 {
  setOutputs('', host);
  const shown = lines.map((line) => host.show(line, 1000));
  const message = join(
    [...shown, say`Nothing was deployed: the step is not configured here, which if-unconfigured allows.`],
    '\n',
  );
  if (response === 'warn') host.log.warning(message, say`The n8n deployment is not configured`);
  else host.log.info(message);
  return 0;
}

function setOutputs(plan: string, host: Host): void {
  const outputs = outputsOf({ success: false, standings: [], tense: 'planned', plan, base: '', webhookBase: '' });
  for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
}
