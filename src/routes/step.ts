import type { Host } from '../host/host.ts';
import type { HttpRequest } from '../http/exchange.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { AddressInput } from '../n8n/address.ts';
import type { TriggeredCall } from '../n8n-api/triggered-call.ts';
import type { JwtSigner } from '../request/jwt.ts';
import type { Attempt, Resolved } from '../verdict/attempts.ts';
import type { Route } from '../verdict/row.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Finds out whether a call with a lost reply ran. */
export type LookInto = (lost: Attempt, call: TriggeredCall) => Promise<Resolved>;

/** What every trigger of a step needs. */
export interface Step {
  readonly inputs: Inputs;
  readonly host: Host;
  /** Headers that are the same for every attempt. */
  readonly identity: { readonly traceparent: string; readonly 'idempotency-key': string };
  /** Absent if n8n's API is not known. */
  readonly lookInto?: LookInto | undefined;
  /** The newest execution's id before the call, if n8n was asked for it. */
  readonly afterId?: number | undefined;
}

/** A request that triggers, and which inputs authenticate it. */
export interface Trigger {
  readonly route: Route;
  readonly request: HttpRequest;
  /** Mints a token for each attempt. */
  readonly jwt?: JwtSigner | undefined;
  readonly credentials: readonly string[];
  /** The input that gives the host. */
  readonly addressInput: AddressInput;
  /** How many requests the step has made to trigger before, which ran nothing. */
  readonly sentBefore?: number;
  /** Set if there is another endpoint to use if this one is missing: that reply does not count and is not logged. */
  readonly isMissing?: ((verdict: Verdict) => boolean) | undefined;
}
