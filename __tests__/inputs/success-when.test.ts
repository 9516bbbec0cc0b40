import { describe, expect, test } from '@jest/globals';
import { KEY, sound, WEBHOOK, wrong } from '../../support/inputs.ts';

describe('success-when', () => {
  test('may be a condition, or absent', async () => {
    expect((await sound({ ...WEBHOOK, 'success-when': ' body.ok ' })).successWhen).toMatchObject({
      expression: 'body.ok',
    });
    expect((await sound(WEBHOOK)).successWhen).toBeUndefined();
  });

  test('that is not an expression is wrong', async () => {
    expect(await wrong({ ...WEBHOOK, 'success-when': 'nope(body)' })).toEqual([
      'success-when: is not a valid condition (Unknown function: nope()).',
    ]);
  });

  test.each([
    ['body.approved == true', /true is the name of a member; as a value, write it in backticks: `true`/],
    ['body.blocked != false', /false is the name of a member/],
    ['body.items[?done == null]', /null is the name of a member/],
    ['status == ok', /ok is not one of status, headers, body, execution; put text in single quotes/],
    ['response.ok', /response is not one of/],
    ['body.approved = true', /it cannot be parsed|ends too early/],
  ])('takes no name for a value, which would open a gate: %s', async (expression, why) => {
    expect(await wrong({ ...WEBHOOK, 'success-when': expression })).toEqual([expect.stringMatching(why)]);
  });

  test.each([
    'body.approved == `true`',
    "status == `200` && body.state == 'ok'",
    'length(body.items[?ok]) > `0`',
    '@.body.ok',
  ])('takes %s', async (expression) => {
    await sound({ ...WEBHOOK, 'success-when': expression });
  });

  test('reads the execution only with wait', async () => {
    const given = { ...WEBHOOK, 'secret-key': KEY, 'success-when': "execution.status == 'success'" };
    expect(await wrong(given)).toEqual([expect.stringMatching(/^success-when: reads execution, .* wait: true/)]);
    await sound({ ...given, wait: 'true' });
  });
});
