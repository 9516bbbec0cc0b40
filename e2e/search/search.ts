// Searches for a lie: plays seeded steps one after the other, and compares what they say with what the scripted n8n ran.
import { certificate, HAS_OPENSSL } from '../../support/certificate.ts';
import { type Claim, claimOf, wrongIn } from './judge.ts';
import { draw } from './scenario.ts';
import { type Played, play } from './step.ts';

export interface Settings {
  readonly seed: number;
  readonly count: number;
  readonly say: (line: string) => void;
  /** Where what wrong steps said goes. */
  readonly onWrong: (text: string) => void;
}

/** Each step has a seed of its own, the first one's and its number: one that fails is repeated alone. */
export async function search({ seed, count, say, onWrong }: Settings): Promise<{ passed: number; failed: number }> {
  const own = HAS_OPENSSL ? certificate('localhost') : undefined;
  const claims = new Map<Claim, [number, number, number]>();
  let failed = 0;
  for (let number = 0; number < count; number += 1) {
    const played = await play(draw(seed + number), own);
    const wrong = wrongIn(played);
    const counts = claims.get(claimOf(played)) ?? [0, 0, 0];
    counts[Math.min(played.runs.length, 2)] = (counts[Math.min(played.runs.length, 2)] ?? 0) + 1;
    claims.set(claimOf(played), counts);
    if (number % 500 === 499) say(`  ${number + 1} of ${count}`);
    if (wrong.length === 0) continue;
    failed += 1;
    say(`WRONG: SEARCH_SEED=${seed + number} SEARCH_COUNT=1: ${wrong.join('; ')}`);
    onWrong(accountOf(played, wrong));
  }
  say('\n| claim | not at all | once | more often |\n|---|---|---|---|');
  for (const [claim, counts] of claims) say(`| ${[claim, ...counts].join(' | ')} |`);
  say(`\nseed ${seed}: ${count - failed} steps told the truth, ${failed} did not`);
  return { passed: count - failed, failed };
}

/** A wrong step, to read. */
export function accountOf(played: Played, wrong: readonly string[]): string {
  const { scenario, lines, outputs, runs, requests, endedAt, exitCode } = played;
  const { apiFaults, attempts, connections, ...rest } = scenario;
  const plan = attempts
    .slice(0, requests)
    .map(({ passage, back, page, at }) => ({ passage, back, page: page.name, at }));
  return [
    `\n=== SEARCH_SEED=${scenario.seed} SEARCH_COUNT=1`,
    ...wrong.map((what) => `WRONG: ${what}`),
    JSON.stringify(rest),
    `attempts ${JSON.stringify(plan)}`,
    `API ${JSON.stringify(apiFaults.slice(0, 40).filter(Boolean))}, connections ${JSON.stringify(connections.slice(0, 8))}`,
    `ran: ${JSON.stringify(runs.map(({ headers: _, ...run }) => run))}`,
    `exit code ${exitCode} after ${endedAt} ms`,
    ...lines.map(
      ({ level, title, text, afterRequests }) => `  ${afterRequests} ${level}: ${title && `[${title}] `}${text}`,
    ),
    `outputs ${JSON.stringify({ ...outputs, 'response-headers': undefined })}`,
  ].join('\n');
}
