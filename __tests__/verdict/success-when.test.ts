import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/text/json.ts';
import { failed, ok } from '../../src/text/result.ts';
import { NOTHING, say } from '../../src/text/safe.ts';
import {
  type Condition,
  findUnmet,
  inapplicable,
  parseCondition,
  type Readable,
} from '../../src/verdict/success-when.ts';
import { testHost } from '../../support/host.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const { show } = testHost();
const condition = async (expression: string): Promise<Condition> => expectOk(await parseCondition(expression));

const view = (body: Json, data: Json = [{ json: 1 }]): Readable => ({
  status: ok(200),
  headers: ok({ 'x-a': 'b' }),
  body: ok(body),
  execution: ok({ id: '7', status: 'success' }),
  data: ok(data),
});

const unmet = async (expression: string, on: Readable) => findUnmet(await condition(expression), on, show);

describe('a condition', () => {
  test.each([
    'body.approved',
    'status == `200`',
    'headers."x-a" == \'b\'',
    "body.approved && execution.status == 'success'",
    'execution.data[0].json == `1`',
    "execution.id == '7'",
    'length(body.list) > `1`',
    '!contains(body.list, `9`)',
  ])('holds if it gives true: %s', async (expression) => {
    expect(await unmet(expression, view({ approved: true, list: [1, 2] }))).toBeUndefined();
  });

  test.each(['body.blocked != `True`', 'body.blocked == ` FALSE `', "body.a == '`' && body.b == `None`"])(
    'must not have text in place of a boolean: %s',
    async (expression) => {
      expect(expectFailure(await parseCondition(expression))).toMatch(/^` ?\w+ ?` is text; write `true`/);
    },
  );

  test.each(["body.a == '`True`'", 'body."`None`" == `"None"`', 'body.a == ` true `', 'body.stage == `production`'])(
    'may have such text in quotes, and other text in backticks: %s',
    async (expression) => {
      await condition(expression);
    },
  );

  test.each([
    'length(body.items[?status == "failed"]) == `0`',
    'length(body.items[?state != "not ok"]) == `0`',
    'body.items[?contains(tags, "urgent")] == `[]`',
    'length(body.items[?"failed" == status]) == `0`',
  ])('must not have a name in place of text: %s', async (expression) => {
    expect(expectFailure(await parseCondition(expression))).toMatch(
      /is the name of a member; put text in single quotes/,
    );
  });

  test.each([
    "length(body.items[?status == 'failed']) == `0`",
    'length(body.items[?"x-status" == \'failed\']) == `0`',
    'headers."x-a" == body.a',
    'length(body.items[?planned == actual]) == `0`',
    'sort_by(body.items, &"x-status")[0].ok',
  ])('may compare members: %s', async (expression) => {
    await condition(expression);
  });

  test.each(['!body.error', '!body.items[0].ok', 'status == `200` && !body.error', '!body.error == `null`'])(
    'must not negate less than it seems to: %s',
    async (expression) => {
      expect(expectFailure(await parseCondition(expression))).toContain('in parentheses: !(body.error)');
    },
  );

  test.each(['!(body.error)', '!body', '!body[0]', '!contains(body.list, `9`)'])(
    'may negate: %s',
    async (expression) => {
      await condition(expression);
    },
  );

  test.each<[Json, string]>([
    ['true', '"true"'],
    [false, 'false'],
    [null, 'null'],
    [[], '[]'],
    [[true], '[true]'],
    [1, '1'],
    [{ approved: true }, '{"approved":true}'],
  ])('does not hold if it gives %j', async (approved, shown) => {
    expect(await unmet('body.approved', view({ approved }))).toEqual({
      row: 'success-when',
      success: false,
      ran: 'yes',
      claim: 'not accepted',
      message: `success-when does not hold: body.approved is ${shown}, not true.`,
      hint: '',
    });
  });

  test('shows expression and result cut, and cleaned', async () => {
    const hostile = 'x\n::error::y\u202e##[group]'.repeat(100);
    const verdict = await unmet(`body.${'a'.repeat(500)} || body.b`, view({ b: hostile }));
    expect(verdict?.message).not.toMatch(/\n|::|\u202e|##\[/);
    expect(verdict?.message.length).toBeLessThan(600);
  });

  test('fails if it reads what is not known, and only there', async () => {
    const partly: Readable = {
      ...view({ ok: true }),
      data: failed(say`the data is redacted`),
      status: failed(say`no reply came`),
    };
    expect(await unmet('body.ok', partly)).toBeUndefined();
    expect(await unmet('body.ok || execution.data', partly)).toBeUndefined();
    expect((await unmet('execution.data == `null`', partly))?.message).toBe(
      'success-when cannot be applied: the data is redacted.',
    );
    expect((await unmet('not_null(status, `true`)', partly))?.message).toBe(
      'success-when cannot be applied: no reply came.',
    );
    expect((await unmet('length(execution.data) > `0`', partly))?.message).toMatch(/the data is redacted\.$/);
    expect((await unmet('length(values(@)) > `0`', partly))?.message).toMatch(/no reply came\.$/);
  });

  test('fails if a function gets an argument that it cannot take', async () => {
    expect((await unmet('length(body.n) > `1`', view({ n: 5 })))?.message).toMatch(
      /^success-when cannot be applied to this reply: TypeError: length\(\) expected argument 1/,
    );
  });

  test('is never true because of what a reply makes up', async () => {
    const hostile: Json = JSON.parse('{"__proto__": {"approved": true}, "toString": 1, "valueIn": "x"}');
    for (const expression of [
      'body.approved',
      'body.constructor',
      'body.__proto__.__proto__',
      'body > `1`',
      'sum(body)',
    ]) {
      expect(await unmet(expression, view(hostile))).toMatchObject({ success: false, ran: 'yes' });
    }
  });

  test('copes with replies that are nested deeply, or large', async () => {
    const deep: Json = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    for (const expression of ['body', 'body == [body]', 'to_string(body)', 'body[][][]', '@']) {
      expect(await unmet(expression, view(deep))).toMatchObject({ success: false });
    }
    const large: Json = Array.from({ length: 50_000 }, (_, n) => ({ n }));
    expect(await unmet('length(sort_by(body, &n)[?n > `5`]) == `49994`', view(large))).toBeUndefined();
  });
});

describe('an invalid expression', () => {
  test.each(['status == 200', 'headers.x-id', 'body["ok"]', '$.body.ok', 'body.ok === `true`'])(
    'written as in JavaScript says how JMESPath is written: %s',
    async (expression) => {
      expect(expectFailure(await parseCondition(expression))).toMatch(
        /; put text in single quotes, numbers in backticks/,
      );
    },
  );

  test.each([
    ['body.', /ends too early/],
    ['body[?a.]', /ends too early/],
    ['body == "a', /ends too early/],
    ['body == `1', /ends too early/],
    ["body == 'a\\'", /ends too early/],
    ['body[', /./],
    ["body == 'a", /ends too early/],
    ['body ===', /./],
    ['nope(body)', /Unknown function: nope\(\)/],
    ['body && lenght(body)', /Unknown function: lenght/],
    ['{a: nope(body)}', /Unknown function: nope/],
    ['length(body, body)', /ArgumentError: length\(\) takes 1 argument/],
    ['length()', /ArgumentError/],
    ['', /./],
  ])('%s', async (expression, message) => {
    expect(expectFailure(await parseCondition(expression))).toMatch(message);
  });

  test.each([
    'sort_by(body, &a)',
    'merge(body, body, body)',
    'not_null(body, status)',
    'max_by(body[], &n).n',
    'map(&a, body)',
    "'it\\'s' == body",
    'body[1:]',
    'body[::2]',
  ])('is not %s', async (expression) => {
    await condition(expression);
  });
});

describe('the execution is read by', () => {
  test.each([
    'execution',
    'execution.status',
    '@.execution',
    '@ | execution',
    'execution | status',
    '[status, execution.id]',
    '{a: execution}',
    'length(execution.data) > `0`',
    'body.ok && execution.status == `success`',
    '!execution',
    'execution.data[0].a',
    'execution.data[?a].b',
    '"execution".id',
  ])('%s', async (expression) => {
    expect((await condition(expression)).readsExecution).toBe(true);
  });

  test.each([
    'body.execution',
    'body.execution.data',
    'body | execution',
    'body[].execution',
    'body[?execution]',
    'body[0].execution',
    'body.*.execution',
    'sort_by(body, &execution)',
    "'execution'",
    'status',
  ])('not by %s', async (expression) => {
    expect((await condition(expression)).readsExecution).toBe(false);
  });
});

test('without an answer, there is nothing to apply it to', () => {
  const verdict = {
    row: 'only-run-if',
    success: true,
    ran: 'no',
    message: say`Only Run If was false.`,
    hint: NOTHING,
  } as const;
  expect(inapplicable(verdict)).toMatchObject({
    row: 'success-when',
    success: false,
    ran: 'no',
    message: 'Only Run If was false. So there is nothing to apply success-when to.',
  });
});
