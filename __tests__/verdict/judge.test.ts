import { describe, expect, test } from '@jest/globals';
import type { Exchange } from '../../src/http/exchange.ts';
import { declareSafe, say } from '../../src/text/safe.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Call, Row } from '../../src/verdict/row.ts';
import { acceptedRows } from '../../src/verdict/rows/accepted.ts';
import { acceptedByWebhookRows } from '../../src/verdict/rows/accepted-by-webhook.ts';
import { failedRows, failedWebhookRows } from '../../src/verdict/rows/failed.ts';
import { chatRows, formRows } from '../../src/verdict/rows/form-and-chat.ts';
import { mcpRows } from '../../src/verdict/rows/mcp.ts';
import { notPassedOnRows } from '../../src/verdict/rows/not-passed-on.ts';
import { notRunRows } from '../../src/verdict/rows/not-run.ts';
import { refusedRows } from '../../src/verdict/rows/refused.ts';
import { resumeRows } from '../../src/verdict/rows/resume.ts';
import { gatewayRows, startRows } from '../../src/verdict/rows/start.ts';
import { explain } from '../../src/verdict/verdict.ts';
import { madeCall } from '../../support/call.ts';
import { accepted } from '../../support/results.ts';
import { broken, gateway, html, json, madeReply, rowOf, sandbox } from '../../support/verdict-cases.ts';

describe('the execution', () => {
  test.each<[string, Exchange, Partial<Call>?]>([
    ['gateway-run-failed', madeReply(500, '{"message":"x","workflowId":"w"}', { 'x-n8n-execution-id': '7' }), gateway],
    ['last-node-empty', madeReply(500, '{"message":"No item to return was found"}')],
    ['never-responded', madeReply(200, '', json)],
    ['stream-failed', madeReply(200, '{"type":"begin"}\n{"type":"error","metadata":{"nodeName":"Ask"}}', json)],
    ['workflow-failed', madeReply(500, '{"message":"Error in workflow"}')],
  ])('says more than %s', async (...[row, reply, given]) => {
    expect(await judge(reply, madeCall(given))).toMatchObject({ row, inconclusive: true });
  });

  test.each<[string, Exchange]>([
    ['broken-reply', broken('receive', 'ECONNRESET', 200)],
    ['gateway-failure', madeReply(502)],
    ['last-node-empty', madeReply(500, '{"message":"No item to return was found"}')],
    ['never-responded', madeReply(200, '', json)],
    ['no-reply', broken('wait', 'ECONNRESET')],
    ['not-n8n', madeReply(200, '<h1>Welcome</h1>', html)],
    ['start-failure', madeReply(500, '{"message":"There was a problem executing the workflow"}')],
  ])('overrules %s', async (row, reply) => {
    expect(await judge(reply, madeCall())).toMatchObject({ row, overruledByExecution: true });
  });

  test.each([
    madeReply(500, 'oops'),
    madeReply(200, '{}'),
    madeReply(409, '{}', sandbox),
    broken('connect', 'ECONNREFUSED'),
  ])('says no more than the reply: %#', async (reply) => {
    const verdict = await judge(reply, madeCall());
    expect(verdict).not.toHaveProperty('inconclusive');
    expect(verdict).not.toHaveProperty('overruledByExecution');
  });
});

describe('a reply that is long', () => {
  const message = (padding: number) => JSON.stringify({ message: 'Error in workflow', more: 'x'.repeat(padding) });
  const around = message(0).length;

  test('is searched for a message up to 64 KiB', async () => {
    expect(await rowOf(madeReply(500, message(64 * 1024 - around)))).toBe('workflow-failed');
    expect(await rowOf(madeReply(500, message(64 * 1024 - around + 1)))).toBe('not-accepted');
  });
});

describe('what is reported', () => {
  const explained = async (on: Exchange, given?: Partial<Call>) => explain(await judge(on, madeCall(given)));

  test('names the input that gave the address', async () => {
    for (const addressInput of ['url', 'webhook-base', 'api-url'] as const) {
      const redirect = madeReply(301, '', { location: 'https://example.com' });
      expect(await explained(redirect, { addressInput })).toContain(`Give that address in ${addressInput} if`);
    }
  });

  test('has no query of the webhook in it, nor any of its values', async () => {
    const url = new URL('https://n8n.example.com/webhook/deploy?token=s3cr%2Ft&n=1');
    for (const written of ['?token=s3cr%2Ft&n=1', 's3cr/t', 's3cr%2Ft']) {
      expect(await explained(madeReply(500, `1 is in ${written}`), { url })).not.toMatch(/s3cr/);
    }
    expect(await explained(madeReply(500, '1 is in'), { url })).toContain('"1 is in"');
  });

  test('has no remainder of a value that begins like the path', async () => {
    const url = new URL('https://n8n.example.com/webhook/deploy?token=deploy-s3cret');
    expect(await explained(madeReply(500, 'It is deploy-s3cret'), { url })).toContain('"It is …"');
  });

  test.each([
    ['It broke', '', 'It broke.'],
    ['', '', ''],
    ['Is it up?', 'See https://n8n.example.com/1', 'Is it up? See https://n8n.example.com/1'],
    ['See https://n8n.example.com/1 first', 'It said "no"', 'See https://n8n.example.com/1 first. It said "no".'],
    ['It broke (1)', 'Look', 'It broke (1). Look.'],
    ['It broke (see https://n8n.example.com/1)', 'Look', 'It broke (see https://n8n.example.com/1). Look.'],
    ['What is https? More', 'Wait…', 'What is https? More. Wait…'],
  ])('is made of whole sentences: %j, %j', (message, hint, text) => {
    expect(explain({ ...accepted, message: declareSafe(message), hint: declareSafe(hint) })).toBe(text);
  });

  test.each([
    ['s3cret-path', 's3cret-path'],
    ['s3cr%C3%A9t/a%20b', 's3crét/a b'],
  ])('never has the path of the webhook in it (%s), even if the reply has', async (path, decoded) => {
    const url = new URL(`https://n8n.example.com/sub/webhook/${path}`);
    const message = `POST ${decoded} at /webhook/${path} is odd`;
    for (const status of [401, 404, 429, 500]) {
      for (const body of [message, JSON.stringify({ message })]) {
        expect(await explained(madeReply(status, body), { url })).toContain('"POST … at /webhook/… is odd"');
      }
    }
  });

  test('has no line break, whatever the reply says', async () => {
    const body = JSON.stringify({ message: 'a\n::error::b\r\u2028c' });
    expect(explain(await judge(madeReply(500, body), madeCall()))).toMatch(/^[^\r\n\u2028]*$/);
  });

  test('copes with a path that is not valid percent-encoding', async () => {
    const url = new URL('https://n8n.example.com/webhook/100%zz');
    expect(explain(await judge(madeReply(500, 'oops'), madeCall({ url })))).toContain('"oops"');
  });

  test.each([
    ['yes', 'It broke. Mend it.'],
    ['no', 'It broke. The workflow did not run. Mend it.'],
    ['maybe', 'It broke. The workflow may have run. Mend it.'],
  ] as const)('says so if the workflow ran: %s', (ran, text) => {
    expect(explain({ ...accepted, success: false, ran, message: say`It broke.`, hint: say`Mend it.` })).toBe(text);
  });
});

describe('a reply that came before the whole request was sent', () => {
  const early = (status: number, headers: Record<string, string> = json): Exchange => ({
    ...madeReply(status, '{}', headers),
    uploadComplete: false,
  });

  test('leaves a success uncertain', async () => {
    expect(await judge(early(200), madeCall())).toMatchObject({ row: 'broken-reply', success: false, ran: 'maybe' });
  });

  test.each([
    [413, false],
    [502, true],
  ])('shows that nothing ran if it is no success: %d', async (status, isRetried) => {
    const verdict = await judge(early(status), madeCall({ bodySize: 50_000_000 }));
    expect(verdict).toMatchObject({ success: false, ran: 'no' });
    expect(verdict.retry !== undefined).toBe(isRetried);
    expect(explain(verdict)).toMatch(
      /came before the whole request was sent\. The workflow did not run\. The body of /,
    );
  });

  test.each([
    [429, json],
    [500, sandbox],
  ])('changes nothing if it already shows whether the workflow ran: %d', async (status, headers) => {
    expect(await judge(early(status, headers), madeCall())).toEqual(
      await judge(madeReply(status, '{}', headers), madeCall()),
    );
  });
});

describe('of the rows', () => {
  const rows = [
    ...[acceptedRows, acceptedByWebhookRows, failedRows, failedWebhookRows, formRows, chatRows, notPassedOnRows].flat(),
    ...[notRunRows, refusedRows, resumeRows, startRows, gatewayRows, mcpRows].flat(),
  ];
  const namesOf = (is: (row: Row) => unknown) => [...new Set(rows.filter(is).map(({ name }) => name))].sort();

  test('these leave open how the run ended', () => {
    expect(namesOf(({ inconclusive }) => inconclusive)).toEqual([
      'gateway-run-failed',
      'last-node-empty',
      'never-responded',
      'stream-failed',
      'workflow-failed',
    ]);
  });

  test('these are overruled by an execution that succeeded', () => {
    expect(namesOf(({ overruledByExecution }) => overruledByExecution)).toEqual([
      'gateway-failure',
      'last-node-empty',
      'never-responded',
      'not-n8n',
      'start-failure',
      'stream-failed',
    ]);
  });

  test('these claim something else than whether it ran', () => {
    expect(namesOf(({ claim }) => claim)).toEqual([
      'answered',
      'last-node-empty',
      'redirect',
      'signature',
      'stream-failed',
    ]);
  });

  test('a success is not sent again', () => {
    expect(namesOf(({ success, retry }) => success && retry)).toEqual([]);
  });
});
