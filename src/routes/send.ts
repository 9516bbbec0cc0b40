import { freshConnections } from '../http/connections.ts';
import { exchange } from '../http/exchange.ts';
import { withProgress } from '../http/upload-progress.ts';
import { ok } from '../text/result.ts';
import { attempt } from '../verdict/attempts.ts';
import { judge } from '../verdict/judge.ts';
import { triggeredCall } from './call.ts';
import { logAttempt, logCall, logHeaders, logProgress } from './log.ts';
import { endedBefore, type Outcome } from './outcome.ts';
import type { Step, Trigger } from './step.ts';

/** Few calls are signed or carry a token, and only these load the code for it. */
const authorization = () => import('./authorize.ts');

/** Sends a trigger until its result is certain or no attempt is left, and logs each attempt. */
export async function sendTrigger(step: Step, trigger: Trigger): Promise<Outcome> {
  const { route, request, jwt, sentBefore = 0, isMissing } = trigger;
  const { inputs, host, lookInto } = step;
  const { timeoutMs, retries, retryAmbiguous, signingSecret: secret } = inputs;
  const { clock, random, cancelled: signal, tempDirectory: spillDirectory } = host;
  logCall(trigger, host);
  const signature =
    secret === undefined
      ? ok({})
      : await (await authorization()).signatureHeader(request.body, secret, timeoutMs, host);
  if (!signature.ok) return endedBefore(route, signature.error);
  const headers = { ...step.identity, ...request.headers, ...signature.value };
  logHeaders(headers, host);
  const { body } = request;
  const upload = body && withProgress(body, clock, (sent) => logProgress(sent, body.size, host));
  const limits = { timeoutMs, spillDirectory, signal, connections: freshConnections(inputs.tls) };
  const call = triggeredCall(trigger, step, headers);
  const last = await attempt({
    send: async () => {
      const token = jwt && (await (await authorization()).bearerToken(jwt, host));
      return exchange({ ...request, headers: { ...headers, ...token }, body: upload }, limits);
    },
    judge: (reply) => judge(reply, call),
    lookInto: lookInto && ((lost) => lookInto(lost, call)),
    retries,
    retryAmbiguous,
    clock,
    random,
    signal,
    onAttempt: (made, pauseMs) => {
      if (!isMissing?.(made.verdict)) logAttempt({ ...made, number: sentBefore + made.number }, pauseMs, host);
    },
  });
  const { verdict, execution } = last;
  return { route, verdict, exchange: last.exchange, attempts: sentBefore + last.number, call, execution };
}
