// A call that was made and an n8n that is played: what following its execution needs.
import type { Following } from '../src/follow/locate.ts';
import { apiExecutions } from '../src/n8n-api/source.ts';
import type { TriggeredCall } from '../src/n8n-api/triggered-call.ts';
import type { Outcome } from '../src/routes/outcome.ts';
import type { JsonMap } from '../src/text/json.ts';
import { testClock } from './clock.ts';
import { testHost } from './host.ts';
import { sound } from './inputs.ts';
import { type Play, type PlayedApi, playApi, playing, row, traced } from './n8n-api.ts';
import { accepted, madeOutcome } from './results.ts';
import { OUR_TRACE, triggered } from './triggered.ts';

/** What a test gives in place of a step that waits for an execution whose call went well. */
export interface GivenCall {
  inputs?: Record<string, string>;
  outcome?: Partial<Outcome>;
  call?: Partial<TriggeredCall>;
  cancelled?: AbortSignal;
}

export interface PlayedCall extends PlayedApi {
  /** The outcome of triggering. */
  outcome: Outcome;
  following: Following;
  events: readonly string[];
}

export async function playCall(play: Play, given: GivenCall = {}, clock = testClock()): Promise<PlayedCall> {
  const played = await playApi(play, clock);
  const { events, ...host } = testHost();
  const call = triggered({ sentAt: clock.now(), since: clock.monotonic(), ...given.call });
  const following = {
    executions: apiExecutions(played.api),
    call,
    ruledOut: new Set<number>(),
    inputs: await sound({ url: 'https://n8n/webhook/a', 'secret-key': 'a-key', wait: 'true', ...given.inputs }),
    host: { ...host, clock, cancelled: given.cancelled ?? host.cancelled },
  };
  return { ...played, outcome: madeOutcome({ call, ...given.outcome }), following, events };
}

/** An n8n that has the call's execution, by the trace that it stored. */
export const ours = (more: JsonMap = {}): Play => playing([row(7, { ...traced(OUR_TRACE), ...more })]);

export const failed = { ...accepted, row: 'workflow-failed', success: false, inconclusive: true } as const;
export const aborted = { ...accepted, row: 'aborted', success: false, ran: 'maybe' } as const;
