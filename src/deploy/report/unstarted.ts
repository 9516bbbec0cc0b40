import type { Host } from '../../host/host.ts';
import { join, say } from '../../text/safe.ts';
import { outputsOf } from './outputs.ts';

/** Ends a step whose inputs are wrong; nothing was sent. */
export function endWrongInputs(lines: readonly string[], host: Host): 1 {
  setOutputs(host);
  const shown = lines.map((line) => host.show(line, 1000));
  host.log.error(join([...shown, say`Nothing was sent.`], '\n'), say`The inputs of the n8n deployment are wrong`);
  return 1;
}

/** Ends a step that has nothing to work with here, as in pull requests of forks, which get no secrets. */
export function endUnconfigured(
  { response, missing }: { readonly response: 'warn' | 'ignore' | 'error'; readonly missing: readonly string[] },
  host: Host,
): 0 {
  setOutputs(host);
  const names = host.show(missing.join(' and '));
  const message = say`Nothing was deployed: ${names} ${missing.length > 1 ? say`are` : say`is`} empty, as if-unconfigured allows.`;
  if (response === 'warn') host.log.warning(message);
  else host.log.info(message);
  return 0;
}

function setOutputs(host: Host): void {
  const outputs = outputsOf({ success: false, standings: [], tense: 'planned', plan: '', base: '', webhookBase: '' });
  for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
}
