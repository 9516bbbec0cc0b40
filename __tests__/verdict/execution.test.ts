import { describe, expect, test } from '@jest/globals';
import type { Execution, ExecutionError, ExecutionStatus } from '../../src/n8n/execution.ts';
import { say } from '../../src/text/safe.ts';
import { type Ending, notSaved, type Saving, type Stopped, settle as settleBy } from '../../src/verdict/execution.ts';
import { type Claim, claimOf, explain, type Verdict } from '../../src/verdict/verdict.ts';
import { showing } from '../../support/call.ts';
import { accepted } from '../../support/results.ts';
import { madeExecution } from '../../support/triggered.ts';

const page = 'https://n8n.example.com/workflow/wf1/executions/7';

function execution(status: ExecutionStatus): Execution {
  return madeExecution({ status });
}

function ended(status: ExecutionStatus, error?: Partial<ExecutionError>): Ending {
  const full = error && { node: 'Refuse', message: 'No stock left', description: '', ...error };
  const result = { workflowName: 'Deploy', runs: [], items: [], error: full };
  return { end: 'ended', execution: execution(status), result };
}

const settle = (verdict: Verdict, ending: Ending, waitMs: number) => settleBy(verdict, ending, page, waitMs, showing());

const failure = { ...accepted, row: 'not-accepted', success: false, message: say`The reply was bad.` } as const;

/** What the step says after a reply that was fine. */
const said = (ending: Ending): string => explain(settle(accepted, ending, 600_000));

describe('a successful execution', () => {
  test('leaves a good reply a success', () => {
    expect(settle(accepted, ended('success'), 0)).toBe(accepted);
  });

  test('overrules a verdict that is only about the reply, and no other', () => {
    const ofReply = { ...failure, overruledByExecution: true } as const;
    expect(settle(ofReply, ended('success'), 0)).toMatchObject({ success: true, message: '' });
    expect(settle(failure, ended('success'), 0)).toBe(failure);
  });

  test('proves that a call with an inconclusive reply ran', () => {
    const verdict = settle({ ...failure, ran: 'maybe' }, ended('success'), 0);
    expect(verdict).toMatchObject({ success: false, ran: 'yes', claim: 'not accepted' });
    expect(explain(verdict)).toBe('The reply was bad. It did run, as execution 7, and succeeded.');
  });
});

describe('a failed execution', () => {
  test('fails the step whatever the reply was, with node, message and link', () => {
    expect(settle(accepted, ended('error', {}), 0)).toMatchObject({
      success: false,
      ran: 'yes',
      row: 'execution-error',
    });
    expect(said(ended('error', {}))).toBe(`Execution 7 failed in the node "Refuse": No stock left. See ${page}`);
  });

  test('has its description too, if that says more', () => {
    expect(said(ended('error', { description: 'Order 5 wants 3' }))).toContain('No stock left (Order 5 wants 3)');
    expect(said(ended('error', { description: 'No stock left' }))).not.toContain('(');
  });

  test('without its data just failed', () => {
    expect(said({ end: 'ended', execution: execution('error'), result: undefined })).toBe(
      `Execution 7 failed. See ${page}`,
    );
  });

  test('without a known node names none', () => {
    expect(said(ended('error', { node: '' }))).toBe(`Execution 7 failed: No stock left. See ${page}`);
  });

  test('without a message names the node all the same', () => {
    expect(said(ended('error', { message: '' }))).toBe(`Execution 7 failed in the node "Refuse". See ${page}`);
  });

  test('that crashed without data says so', () => {
    expect(said({ end: 'ended', execution: execution('crashed'), result: undefined })).toContain(
      'Execution 7 crashed: n8n or its worker went down',
    );
    expect(said(ended('crashed', { message: '' }))).toContain('Execution 7 crashed: n8n or its worker went down');
  });

  test('that crashed says so', () => {
    expect(said(ended('crashed'))).toContain('Execution 7 crashed: n8n or its worker went down while it ran.');
    expect(said(ended('crashed', { message: 'Out of memory' }))).toContain(
      'crashed in the node "Refuse": Out of memory',
    );
  });

  test('that was canceled says who may have canceled it', () => {
    expect(said(ended('canceled'))).toContain("was canceled in n8n, by a person or by the workflow's timeout");
    expect(claimOf(settle(accepted, ended('canceled'), 0))).toBe('canceled');
    expect(claimOf(settle(accepted, ended('crashed'), 0))).toBe('failed');
  });

  test('cannot forge a line or command by its texts', () => {
    const text = said(
      ended('error', { node: '::error::a\n##[error]', message: '\n::set-output name=x::y\r\n##[group]z' }),
    );
    expect(text).not.toMatch(/[\r\n]|::|##\[/);
  });
});

describe('an execution whose end is not known', () => {
  test('because it is not saved is a success with a warning', () => {
    const verdict = settle(accepted, { end: 'gone', execution: execution('running'), saves: undefined }, 0);
    expect(verdict).toMatchObject({ success: true, row: 'execution-not-saved' });
    expect(verdict.message).toContain('its result is unknown');
    expect(notSaved(accepted, say`It is gone`).message).toBe('It is gone: its result is unknown.');
  });

  const gone = 'has ended, and n8n did not save it: its result is unknown.';

  test.each<[Saving, Claim | undefined, string]>([
    [{ successes: 'yes', failures: 'no' }, 'no success', 'failed or was canceled: it is gone, and'],
    [{ successes: 'no', failures: 'yes' }, undefined, 'succeeded: it is gone, and'],
    [{ successes: 'yes', failures: 'yes' }, 'result unknown', 'was deleted while the step followed it: its result is'],
    [{ successes: 'no', failures: 'no' }, 'result unknown', gone],
    [{ successes: 'yes', failures: 'unknown' }, 'result unknown', gone],
    [{ successes: 'unknown', failures: 'no' }, 'result unknown', gone],
    [{ successes: 'unknown', failures: 'yes' }, 'result unknown', gone],
    [{ successes: 'seemingly-not', failures: 'yes' }, 'result unknown', gone],
    [{ successes: 'no', failures: 'unknown' }, 'result unknown', gone],
  ])('is known from which endings are saved: %j', (saves, claim, words) => {
    const verdict = settle(accepted, { end: 'gone', execution: execution('running'), saves }, 0);
    expect(verdict).toMatchObject({ success: claim !== 'no success', ran: 'yes' });
    expect(verdict.claim).toBe(claim);
    expect(verdict.message).toContain(`Execution 7 ${words}`);
  });

  test('that must have succeeded overrules a verdict that is only about the reply, and no other', () => {
    const saves = { successes: 'no', failures: 'yes' } as const;
    const ending = { end: 'gone', execution: execution('running'), saves } as const;
    expect(settle({ ...failure, overruledByExecution: true }, ending, 0)).toMatchObject({ success: true });
    expect(settle(failure, ending, 0)).toBe(failure);
  });

  test('leaves a bad reply a failure', () => {
    expect(settle(failure, { end: 'gone', execution: execution('running'), saves: undefined }, 0)).toBe(failure);
  });

  test('because the time is over fails the step, and the execution goes on', () => {
    expect(said({ end: 'timeout', execution: execution('running'), readFailure: undefined })).toBe(
      `Stopped waiting: execution 7 is still running after 10 min, and continues in n8n. Raise wait-timeout if it may take longer. See ${page}`,
    );
  });

  test('names no page if its workflow is not known', () => {
    const ending = { end: 'timeout', execution: execution('running'), readFailure: undefined } as const;
    const { hint } = settleBy(accepted, ending, undefined, 600_000, showing());
    expect(hint).toBe('Raise wait-timeout if it may take longer.');
  });

  test('because the API does not reply says so', () => {
    const text = said({ end: 'timeout', execution: execution('waiting'), readFailure: say`It is down.` });
    expect(text).toContain('execution 7 was waiting when last seen');
    expect(text).toContain('is unknown: It is down.');
  });
});

describe('a cancelled step', () => {
  const cancelled = (stopped: Stopped, status: ExecutionStatus = 'running') =>
    said({ end: 'cancelled', execution: execution(status), stopped });
  const refused = {
    code: 'api-forbidden',
    transient: false,
    mayHaveArrived: false,
    message: say`This key may not.`,
    hint: say`Give it the scope.`,
  } as const;

  test('says what became of the execution', () => {
    expect(cancelled('yes')).toBe(`The step was cancelled; execution 7 was stopped in n8n. See ${page}`);
    expect(cancelled('unwanted')).toContain('execution 7 continues in n8n, because stop-on-cancel is false');
    expect(cancelled(refused)).toContain('could not be stopped in n8n: This key may not. Give it the scope. See');
    expect(cancelled({ ...refused, code: 'api-refused' })).not.toContain('Give it the scope.');
    expect(cancelled({ ...refused, code: 'api-refused' }, 'success')).toContain(
      'execution 7 had already ended (success)',
    );
  });

  test('is a failure even if the reply was good', () => {
    const ending = { end: 'cancelled', execution: execution('canceled'), stopped: 'yes' } as const;
    expect(settle(accepted, ending, 0).success).toBe(false);
  });
});
