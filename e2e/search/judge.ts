// Compares what a step says with the truth.
import type { Scenario } from './scenario.ts';
import type { Line, Played } from './step.ts';

/** What a step claims in its end. */
export type Claim =
  | 'success'
  | 'not triggered'
  | 'may have run'
  | 'failed'
  | 'canceled'
  | 'no success'
  | 'not accepted'
  | 'cancelled'
  | 'stopped waiting'
  | 'result unknown'
  | 'wrong inputs'
  | 'nothing';

const TITLES: readonly (readonly [RegExp, Claim])[] = [
  [/inputs .*wrong/i, 'wrong inputs'],
  [/not triggered/i, 'not triggered'],
  [/may have run/i, 'may have run'],
  [/cancelled/i, 'cancelled'],
  [/stopped waiting/i, 'stopped waiting'],
  [/result .*unknown|unknown .*result/i, 'result unknown'],
  [/failed/i, 'failed'],
  [/canceled/i, 'canceled'],
  [/did not succeed/i, 'no success'],
  [/not accepted/i, 'not accepted'],
];

/** The annotation in which a step says how it ended; undefined if it needs none. */
function lastWord({ lines }: Played): Line | undefined {
  return lines.findLast(({ level, title }) => (level === 'error' || level === 'warning') && title !== '');
}

export function claimOf(played: Played): Claim {
  if (played.outputs['success'] === 'true') return 'success';
  const title = lastWord(played)?.title ?? '';
  return TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'nothing';
}

/** Longer than any promise of a step with these inputs together, in milliseconds. */
const LONGEST_MS = 1_500_000;

/** Everything that is wrong with what a step says; empty if all of it is true. */
export function wrongIn(played: Played): string[] {
  const { scenario, exitCode, lines, outputs, runs, requests, stops, cancelled } = played;
  const claim = claimOf(played);
  const wrong: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };
  if (typeof exitCode === 'string') return [`it ${exitCode}`];
  const annotations = lines.filter(({ level }) => level === 'error' || level === 'warning');
  const says = (pattern: RegExp): boolean => annotations.some(({ text, title }) => pattern.test(`${title} ${text}`));

  // Never twice.
  check(runs.length <= 1 || scenario.retryAmbiguous, `it ran ${runs.length} times`);

  // "Did not run" is certain, at each moment.
  for (const { level, text, title, afterRequests } of lines) {
    if (level === 'debug') continue;
    const ran = runs.find(({ ofRequest }) => ofRequest <= afterRequests);
    if (ran && /workflow did not run|not triggered|ran nothing/.test(`${title} ${text}`))
      wrong.push(`it ran, and: ${text}`);
    if (/Nothing was sent/.test(text) && afterRequests > 0) wrong.push(`something was sent, and: ${text}`);
  }
  check(claim !== 'not triggered' || runs.length === 0, 'it says that it was not triggered, and it ran');

  // A success is a run.
  const isOnlyRunIf = scenario.manner === 'only run if is false' && says(/Only Run If/);
  check(claim !== 'success' || runs.length > 0 || isOnlyRunIf, 'success, and nothing ran');
  check(claim !== 'success' || !says(/may have run/), 'success that may have run');
  check(!says(/was cancelled/i) || cancelled, 'cancelled, and nobody did');

  // The reported ending is the real one.
  const isRefusal =
    played.delivered.some(({ status }) => !isAccepted(status, scenario)) && scenario.manner === 'respond node';
  const failed = runs.some((run) => /error|crashed|canceled/.test(run.status));
  check(claim !== 'failed' || runs.length > 0, 'it says that it failed, and nothing ran');
  check(claim !== 'failed' || failed, 'it says that it failed, and it succeeded');
  check(claim !== 'result unknown' || runs.length > 0, 'it says that its result is unknown, and nothing ran');
  const canceled = runs.some((run) => run.status === 'canceled');
  check(claim !== 'canceled' || canceled, 'it says that it was canceled, and it was not');
  check(claim !== 'no success' || failed, 'it says that it did not succeed, and it did');
  const isOthers = scenario.attempts
    .slice(0, requests)
    .some(({ passage, back }) => back === 'a page instead' || /^answered/.test(passage));
  check(claim !== 'not accepted' || runs.length > 0, 'it says that it ran, and nothing ran');
  check(
    claim !== 'not accepted' || isRefusal || isOthers || (scenario.manner === 'stream' && failed),
    'an answer was not accepted, and none had to be refused',
  );
  const unknown = says(/unknown|not saved|does not save/);
  if (scenario.wait && claim === 'success' && runs.length > 0) {
    check(runs.some(({ statusThen }) => statusThen === 'success') || unknown, 'success of what did not succeed');
  }
  const id = outputs['execution-id'] ?? '';
  const named = runs.find((run) => String(run.id) === id);
  const toldStatus = outputs['execution-status'] ?? '';
  if (scenario.wait) {
    check(id === '' || named !== undefined, `execution ${id} is another one's`);
    check(
      !named || !/success|error|crashed|canceled/.test(toldStatus) || isSameEnd(named.statusThen, toldStatus),
      `execution ${id} is not ${toldStatus}`,
    );
    check(claim !== 'success' || id !== '' || unknown || isOnlyRunIf, 'success, and it names no execution');
  }
  const data = outputs['execution-data'] ?? '';
  check(
    data === '' || !named || /^\[\]$/.test(data) || data.includes(`"run-${id}"`),
    `the data is another one's: ${data}`,
  );
  check(!scenario.n8n.isRedacted || data === '' || data === '[]', `redacted data is given: ${data}`);
  for (const stopped of stops)
    check(
      runs.some((run) => run.id === stopped),
      `it stopped execution ${stopped}, another one's`,
    );
  check(
    !says(/execution \d+ was stopped/i) || runs.some((run) => run.stoppedAt !== undefined),
    'it says that it was stopped, and it was not',
  );

  // Exit code, outputs and title agree.
  check(claim !== 'nothing' || exitCode === 0, 'it fails and says nothing');
  check(exitCode === 0 || outputs['success'] === 'false', 'it fails with success');
  check(exitCode === 1 || claim === 'success' || unknown || !scenario.failOnError, 'it ends well without success');
  check(
    exitCode === 0 || scenario.failOnError || cancelled || claim === 'wrong inputs',
    'it fails, fail-on-error or not',
  );
  check(Number(outputs['attempts']) >= requests, `${requests} requests, and it says ${outputs['attempts']}`);
  check(played.endedAt < LONGEST_MS, `it took ${Math.round(played.endedAt / 1000)} s`);

  // Nothing secret shows.
  const shown = [...lines.map(({ text, title }) => `${title} ${text}`), played.summary].join('\n');
  for (const secret of played.secrets) check(!shown.includes(secret), 'a secret shows');

  // Where nothing goes wrong, nothing is left open.
  if (isCalm(played)) check(isExact(played, claim), `nothing went wrong, and it says "${claim}"`);
  return wrong;
}

function isAccepted(code: number, { acceptStatus }: Scenario): boolean {
  return acceptStatus.split(',').some((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return code >= from && code <= to;
  });
}

/** An execution that failed and was not saved is gone: nobody can tell in which of the ways it failed. */
function isSameEnd(status: string, reported: string): boolean {
  return status === reported || (reported === 'error' && /crashed|canceled/.test(status));
}

function isCalm({ scenario }: Played): boolean {
  const { attempts, connections, apiFaults, apiBroken, cancelAtMs, n8n, others, waits, tookMs } = scenario;
  return (
    attempts.every(({ passage, back }) => passage === 'passed on' && back === 'whole') &&
    [...connections, ...apiFaults].every((fault) => fault === undefined) &&
    apiBroken === 'no' &&
    cancelAtMs === undefined &&
    n8n.keySeesIt &&
    others.length === 0 &&
    !waits &&
    tookMs < 1_000
  );
}

function isExact({ scenario, runs }: Played, claim: Claim): boolean {
  const { manner, wait, hasKey } = scenario;
  const ended = runs[0]?.status;
  // Without a key, n8n's reply does not tell one from the other.
  const failure = hasKey && ended === 'canceled' ? 'canceled' : 'failed';
  switch (manner) {
    case 'refuses':
    case 'could not start':
      return claim === 'not triggered';
    case 'only run if is false':
      return claim === 'success' || claim === 'not triggered';
    case 'problem executing':
    case 'at once, no body':
    case 'respond node':
    case 'respond node, never reached':
    case 'last node, empty':
      return true;
    case 'stream':
      return claim === (ended === 'success' ? 'success' : hasKey ? failure : 'not accepted');
    case 'last node':
      // Who accepts 500 accepts n8n's "Error in workflow", unless the execution itself is followed.
      return claim === (ended === 'success' || (isAccepted(500, scenario) && !wait) ? 'success' : failure);
    default:
      return claim === (wait && ended !== 'success' ? failure : 'success');
  }
}
