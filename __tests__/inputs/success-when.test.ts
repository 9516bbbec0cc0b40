import { describe, expect, test } from '@jest/globals';
import { KEY, sound, WEBHOOK, wrong } from '../../support/inputs.ts';

describe('success-when', () => {
  test('is a condition, or absent', async () => {
    expect((await sound({ ...WEBHOOK, 'success-when': ' body.ok ' })).successWhen).toMatchObject({
      expression: 'body.ok',
    });
    expect((await sound(WEBHOOK)).successWhen).toBeUndefined();
  });

  test('that is no expression is wrong', async () => {
    expect(await wrong({ ...WEBHOOK, 'success-when': 'nope(body)' })).toEqual([
      'success-when: is not a JMESPath expression (Unknown function: nope()).',
    ]);
  });

  test('reads the execution only with wait', async () => {
    const given = { ...WEBHOOK, 'secret-key': KEY, 'success-when': "execution.status == 'success'" };
    expect(await wrong(given)).toEqual([expect.stringMatching(/^success-when: reads execution, .* wait: true/)]);
    await sound({ ...given, wait: 'true' });
  });
});
