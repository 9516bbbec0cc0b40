import { describe, expect, test } from '@jest/globals';
import { executionIdIn, withNamedExecution } from '../../src/follow/named-execution.ts';
import { madeReply } from '../../support/recorded.ts';
import { accepted, madeOutcome } from '../../support/results.ts';
import { triggered } from '../../support/triggered.ts';

const named = madeReply(200, '{"executionId":"7"}');

describe('the id that a reply names', () => {
  const idIn = (body: string, headers: Record<string, string> = {}) =>
    executionIdIn(madeOutcome({ exchange: madeReply(200, body, headers) }));

  test('is in a header, or else in a member', () => {
    expect(idIn('{"executionId":"7"}', { 'x-n8n-execution-id': '8' })).toBe('8');
    expect(idIn('{"executionId":7}')).toBe('7');
  });

  test.each(['["executionId"]', '{"executionId":"7/stop"}', '{}', 'executionId: 7'])('is not in %s', (body) => {
    expect(idIn(body)).toBeUndefined();
  });

  test('is not looked for if no reply came, or a reply that is too large', () => {
    const filed = { ...named, body: { ...named.body, file: '/a/file' } };
    expect(executionIdIn(madeOutcome({ exchange: filed }))).toBeUndefined();
    expect(executionIdIn(madeOutcome({ exchange: undefined }))).toBeUndefined();
  });
});

describe('an execution that is not followed', () => {
  test('is named as in the reply, with the workflow that was called', () => {
    const { execution } = withNamedExecution(madeOutcome({ exchange: named, call: triggered({ workflowId: 'wf1' }) }));
    expect(execution).toEqual({ id: '7', workflowId: 'wf1', status: 'unknown' });
    expect(withNamedExecution(madeOutcome({ exchange: named })).execution?.workflowId).toBeUndefined();
  });

  test('is the one that the route knows, whatever the reply says', () => {
    const execution = { id: '8', workflowId: undefined, status: 'unknown' } as const;
    expect(withNamedExecution(madeOutcome({ exchange: named, execution })).execution).toBe(execution);
  });

  test('is the one that a resume URL continues, unless nothing was resumed', () => {
    const url = new URL('https://n8n.test/hooks-wait/5?signature=a');
    const outcome = madeOutcome({ call: triggered({ url, resumes: '5' }) });
    expect(withNamedExecution(outcome).execution?.id).toBe('5');
    expect(withNamedExecution({ ...outcome, verdict: { ...accepted, ran: 'no' } }).execution).toBeUndefined();
  });

  test('is not known if the URL may be a webhook whose path ends in a number', () => {
    const url = new URL('https://n8n.test/webhook/orders/5?signature=a');
    expect(withNamedExecution(madeOutcome({ call: triggered({ url, resumes: '5' }) })).execution).toBeUndefined();
  });
});
