import { describe, expect, test } from '@jest/globals';
import { withCondition } from '../../src/report/condition.ts';
import { say } from '../../src/text/safe.ts';
import { parseCondition } from '../../src/verdict/success-when.ts';
import { testHost } from '../../support/host.ts';
import { madeReply } from '../../support/recorded.ts';
import { expectOk, madeFinished } from '../../support/results.ts';

const { show } = testHost();

const text = (written: string) => ({ text: written });

async function verdictOf(
  expression: string,
  made: Parameters<typeof madeFinished>[0],
  more: Parameters<typeof madeFinished>[1],
) {
  const condition = expectOk(await parseCondition(expression));
  return withCondition(madeFinished(made, more), condition, show).outcome.verdict;
}

const RUN = { id: '7', workflowId: 'w', status: 'success', url: undefined, result: undefined } as const;

describe('success-when', () => {
  test('leaves a success what it is if it holds', async () => {
    const finished = madeFinished();
    expect(withCondition(finished, expectOk(await parseCondition('body.a == `1`')), show)).toBe(finished);
  });

  test('fails the step if it does not hold, and leaves all else', async () => {
    const finished = madeFinished();
    const decided = withCondition(finished, expectOk(await parseCondition('body.a == `2`')), show);
    expect(decided).toMatchObject({
      ...finished,
      outcome: { ...finished.outcome, verdict: { success: false, ran: 'yes', claim: 'not accepted' } },
    });
  });

  test('leaves a failure what it is', async () => {
    const failure = {
      row: 'workflow-failed',
      success: false,
      ran: 'yes',
      message: say`It failed.`,
      hint: say``,
    } as const;
    expect(await verdictOf('`true`', { verdict: failure }, {})).toBe(failure);
  });

  test.each<[string, string, string, string]>([
    ['JSON, where it says so', 'application/json', '"yes"', "body == 'yes'"],
    ['JSON, where it looks like a map', 'text/html', ' {"a": [1]}', 'body.a[0] == `1`'],
    ['text that is no JSON, whatever it says', 'application/json', 'not JSON', "body == 'not JSON'"],
    ['text elsewhere', 'text/plain', 'true', "body == 'true'"],
    ['text, where there is none', 'text/plain', '', "body == ''"],
  ])('reads the body as %s', async (_, type, body, expression) => {
    const exchange = madeReply(200, body, { 'content-type': type });
    expect(await verdictOf(expression, { exchange }, { reply: text(body) })).toMatchObject({ success: true });
  });

  test('reads the execution and its data, as the output has it', async () => {
    const data = text('[{"json":{"n":1}}]');
    const expression = "execution.status == 'success' && execution.id == '7' && execution.data[0].json.n == `1`";
    expect(await verdictOf(expression, { execution: RUN }, { data })).toMatchObject({ success: true });
  });

  test.each<[string, string, Parameters<typeof madeFinished>[0], Parameters<typeof madeFinished>[1], RegExp]>([
    [
      'a lost reply',
      'status == `200`',
      { exchange: { kind: 'breakdown', stage: 'wait', code: 'ECONNRESET', status: undefined } },
      {},
      /no complete reply came/,
    ],
    ['data that is not there', 'execution.data == `null`', { execution: RUN }, {}, /redacted, not saved, or over 1 MB/],
    ['an execution that is not known', 'execution == `null`', {}, {}, /the execution is not known/],
    [
      'a binary body',
      'body.a == `null`',
      { exchange: madeReply(200, Buffer.from([0, 1]), {}) },
      { reply: {} },
      /is not text/,
    ],
    [
      'a body over the bound',
      'body != `null`',
      { exchange: { ...madeReply(200, 'x'), body: { start: Buffer.from('x'), size: 2_000_000, file: '/x' } } },
      { reply: text('x') },
      /is over 1 MB/,
    ],
  ])('fails with %s', async (_, expression, made, more, message) => {
    const verdict = await verdictOf(expression, made, more);
    expect(verdict).toMatchObject({ row: 'success-when', success: false, claim: 'result unknown' });
    expect(verdict.message).toMatch(message);
  });

  test('fails if nothing ran, or the result is unknown, whatever it reads', async () => {
    const onlyRunIf = {
      row: 'only-run-if',
      success: true,
      ran: 'no',
      message: say`Nothing ran.`,
      hint: say``,
    } as const;
    expect(await verdictOf('`true`', { verdict: onlyRunIf }, {})).toMatchObject({
      success: false,
      ran: 'no',
      claim: 'not triggered',
    });
    const unknown = { ...onlyRunIf, ran: 'yes', row: 'execution-not-saved', claim: 'result unknown' } as const;
    expect(await verdictOf('`true`', { verdict: unknown }, {})).toMatchObject({
      success: false,
      ran: 'yes',
      claim: 'result unknown',
    });
  });
});
