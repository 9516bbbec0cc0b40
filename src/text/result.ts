/** An expected result: a value, or the reason why there is none. Anything unexpected is an exception. */
export type Result<Value, Failure> = Ok<Value> | Failed<Failure>;

interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failed<Failure> {
  readonly ok: false;
  readonly error: Failure;
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function failed<Failure>(error: Failure): Failed<Failure> {
  return { ok: false, error };
}
