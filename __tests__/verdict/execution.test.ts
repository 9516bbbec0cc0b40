import { describe, expect, test } from '@jest/globals';
import type { Execution, ExecutionError, ExecutionStatus } from '../../src/n8n/execution.ts';
import { say } from '../../src/text/safe.ts';
import { type Ending, notSaved, settle as settleBy } from '../../src/verdict/execution.ts';
import { claimOf, explain, NOTHING, type Verdict } from '../../src/verdict/verdict.ts';
import { showing } from '../../support/call.ts';
import { accepted } from '../../support/results.ts';
import { madeExecution } from '../../support/triggered.ts';

const url = 'https://n8n.example.com/workflow/wf1/executions/7';

function execution(status: ExecutionStatus): Execution {
  return madeExecution({ status });
}

function ended(status: ExecutionStatus, error?: Partial<ExecutionError>): Ending {
  const full = error && { node: 'Refuse', message: 'No stock left', description: '', ...error };
  const result = { workflowName: 'Deploy', runs: [], items: [], error: full };
  return { end: 'ended', execution: execution(status), url, result };
}

const settle = (verdict: Verdict, ending: Ending, waitMs: number) => settleBy(verdict, ending, waitMs, showing());

const failure = { ...accepted, row: 'not-accepted', success: false, message: say`The reply was bad.` } as const;

/** What the step says after a reply that was fine. */
const said = (ending: Ending): string => explain(settle(accepted, ending, 600_000));

describe('a successful execution', () => {
  test('leaves a good reply what it was', () => {
    expect(settle(accepted, ended('success'), 0)).toBe(accepted);
  });

  test('overrules a verdict that is about the reply alone, and no other', () => {
    const ofReply = { ...failure, overruledByExecution: true } as const;
    expect(settle(ofReply, ended('success'), 0)).toMatchObject({ success: true, message: '' });
    expect(settle(failure, ended('success'), 0)).toBe(failure);
  });

  test('settles that a call ran whose reply says little', () => {
    const verdict = settle({ ...failure, ran: 'maybe' }, ended('success'), 0);
    expect(verdict).toMatchObject({ success: false, ran: 'yes', claim: 'result unknown' });
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
    expect(said(ended('error', {}))).toBe(`Execution 7 failed in the node "Refuse": No stock left. See ${url}`);
  });

  test('has its description too, where that says more', () => {
    expect(said(ended('error', { description: 'Order 5 wants 3' }))).toContain('No stock left (Order 5 wants 3)');
    expect(said(ended('error', { description: 'No stock left' }))).not.toContain('(');
  });

  test('without its data just failed', () => {
    expect(said({ end: 'ended', execution: execution('error'), url, result: undefined })).toBe(
      `Execution 7 failed. See ${url}`,
    );
  });

  test('of which no node is known names none', () => {
    expect(said(ended('error', { node: '' }))).toBe(`Execution 7 failed: No stock left. See ${url}`);
  });

  test('without a message names the node all the same', () => {
    expect(said(ended('error', { message: '' }))).toContain('Execution 7 failed in the node "Refuse"');
  });

  test('that crashed without data says so', () => {
    expect(said({ end: 'ended', execution: execution('crashed'), url, result: undefined })).toContain(
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

  test('that was canceled says by whom that may have been', () => {
    expect(said(ended('canceled'))).toContain("was canceled in n8n, by a person or by the workflow's timeout");
    expect(claimOf(settle(accepted, ended('canceled'), 0))).toBe('no success');
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
    const verdict = settle(accepted, { end: 'gone', execution: execution('running'), url }, 0);
    expect(verdict).toMatchObject({ success: true, row: 'execution-not-saved' });
    expect(verdict.message).toContain('its result is unknown');
    expect(notSaved(accepted, say`It is gone`).message).toBe('It is gone: its result is unknown.');
  });

  test.each([
    [{ successes: true, failures: false }, 'no success', 'failed or was canceled: it is gone, and'],
    [{ successes: false, failures: true }, undefined, 'succeeded: it is gone, and'],
    [
      { successes: true, failures: true },
      'result unknown',
      'has ended, and n8n does not save it: its result is unknown.',
    ],
    [
      { successes: false, failures: false },
      'result unknown',
      'has ended, and n8n does not save it: its result is unknown.',
    ],
    [
      { successes: true, failures: undefined },
      'result unknown',
      'has ended, and n8n does not save it: its result is unknown.',
    ],
    [
      { successes: undefined, failures: false },
      'result unknown',
      'has ended, and n8n does not save it: its result is unknown.',
    ],
    [
      { successes: undefined, failures: true },
      'result unknown',
      'has ended, and n8n does not save it: its result is unknown.',
    ],
    [
      { successes: false, failures: undefined },
      'result unknown',
      'has ended, and n8n does not save it: its result is unknown.',
    ],
  ])('is told by which endings are saved: %j', (saves, claim, words) => {
    const verdict = settle(accepted, { end: 'gone', execution: execution('running'), url, saves }, 0);
    expect(verdict).toMatchObject({ success: claim !== 'no success', ran: 'yes' });
    expect(verdict.claim).toBe(claim);
    expect(verdict.message).toContain(`Execution 7 ${words}`);
  });

  test('that must have succeeded overrules a verdict about the reply alone, and no other', () => {
    const saves = { successes: false, failures: true };
    const ending = { end: 'gone', execution: execution('running'), url, saves } as const;
    expect(settle({ ...failure, overruledByExecution: true }, ending, 0)).toMatchObject({ success: true });
    expect(settle(failure, ending, 0)).toBe(failure);
  });

  test('leaves a bad reply what it was', () => {
    expect(settle(failure, { end: 'gone', execution: execution('running'), url }, 0)).toBe(failure);
  });

  test('because the time is over fails the step, and goes on', () => {
    expect(said({ end: 'timeout', execution: execution('running'), url, trouble: NOTHING })).toBe(
      `Stopped waiting: execution 7 is still running after 10 min 0 s, and continues in n8n. Raise wait-timeout if it may take longer. See ${url}`,
    );
  });

  test('because the API does not answer says that', () => {
    const text = said({ end: 'timeout', execution: execution('waiting'), url, trouble: say`It is down.` });
    expect(text).toContain('execution 7 was waiting when last seen');
    expect(text).toContain('is unknown: It is down.');
  });
});

describe('a cancelled step', () => {
  const cancelled = (fate: Extract<Ending, { end: 'cancelled' }>['fate'], status: ExecutionStatus = 'running') =>
    said({ end: 'cancelled', execution: execution(status), url, fate });
  const refused = {
    code: 'api-forbidden',
    transient: false,
    mayHaveArrived: false,
    message: say`This key may not.`,
    hint: say`Give it the scope.`,
  } as const;

  test('says what became of the execution', () => {
    expect(cancelled('stopped')).toBe(`The step was cancelled; execution 7 was stopped in n8n. See ${url}`);
    expect(cancelled('unwanted')).toContain('execution 7 continues in n8n, because stop-on-cancel is false');
    expect(cancelled(refused)).toContain('could not be stopped in n8n: This key may not. Give it the scope. See');
    expect(cancelled({ ...refused, code: 'api-refused' })).not.toContain('Give it the scope.');
    expect(cancelled({ ...refused, code: 'api-refused' }, 'success')).toContain(
      'execution 7 had ended before (success)',
    );
  });

  test('is a failure even where the reply was good', () => {
    const ending = { end: 'cancelled', execution: execution('canceled'), url, fate: 'stopped' } as const;
    expect(settle(accepted, ending, 0).success).toBe(false);
  });
});
