// Cases of the table of replies: a reply, what it means, and words that its explanation must have.
import { expect, test } from '@jest/globals';
import type { Breakdown, Exchange, Stage } from '../src/http/exchange.ts';
import { judge } from '../src/verdict/judge.ts';
import type { Call, Row } from '../src/verdict/row.ts';
import type { RowName } from '../src/verdict/row-name.ts';
import { type Claim, claimOf, explain, type Ran, type Verdict } from '../src/verdict/verdict.ts';
import { madeCall } from './call.ts';
import { madeReply, recordings } from './recorded.ts';

/** How a verdict ends: whether the step succeeds, sends again, and ran; what is claimed if it ran without success. */
type End = `${'success' | 'retry'}, ran: ${Ran}` | `failure, ran: ${'no' | 'maybe'}` | `failure, ran: yes, ${Claim}`;

export interface Case {
  readonly row: RowName;
  readonly end: End;
  /** A recorded reply by its name, or one that is made up, as n8n cannot be brought to it at will. */
  readonly on: string | Exchange;
  readonly call?: Partial<Call>;
  /** Words that the explanation must have. */
  readonly says?: RegExp;
}

/** A case with one of its exchanges: a reply may have been recorded from several versions of n8n. */
interface Expanded extends Omit<Case, 'on'> {
  readonly title: string;
  readonly exchange: Exchange;
}

export const html = { 'content-type': 'text/html' };
export const json = { 'content-type': 'application/json; charset=utf-8' };
/** What marks the replies of a reached webhook. */
export const sandbox = { 'content-security-policy': 'sandbox allow-downloads allow-forms' };
export const fromNode = { 'www-authenticate': 'Basic realm="Webhook"' };

export const editor = { url: new URL('https://n8n.example.com/workflow/abcdefghijklmnop'), method: 'GET' };
export const form = { url: new URL('https://n8n.example.com/form/apply') };
export const mcp = { route: 'mcp', url: new URL('https://n8n.example.com/mcp-server/http') } as const;
export const gateway = {
  route: 'start',
  url: new URL('https://n8n.example.com/webhook/id/api/v1/workflow/w/start'),
} as const;
export const api = {
  mode: 'api',
  route: 'start',
  url: new URL('https://n8n.example.com/api/v1/workflow/abc/start'),
} as const;

export function broken(stage: Stage, code: string, status?: number): Breakdown {
  return { kind: 'breakdown', stage, code, status };
}

/** What a reply means, without what a test does not care about. */
export async function rowOf(reply: Exchange, given?: Partial<Call>): Promise<RowName> {
  return (await judge(reply, madeCall(given))).row;
}

export function expand(cases: readonly Case[]): Expanded[] {
  return cases.flatMap(({ on, ...rest }) => {
    if (typeof on !== 'string') return [{ title: titleOf(on), exchange: on, ...rest }];
    const found = recordings.filter(({ name }) => name === on);
    if (found.length === 0) throw new Error(`"${on}" was never recorded`);
    return found.map(({ title, reply }) => ({ title, exchange: reply, ...rest }));
  });
}

/** Rows that a reply may reach with several statuses. */
const OF_ANY_STATUS: readonly RowName[] = [
  'accepted',
  'answered',
  'starting-up',
  'own-path',
  'only-run-if',
  'stream-failed',
  'not-n8n',
  'form-page',
  'chat-page',
  'chat-history',
  'jwt-auth',
  'not-accepted',
  'mcp-started',
  'mcp-unreadable',
];

/** A test for each case, and one that each of these rows is reached by one. */
export function testCases(cases: readonly Case[], rows: readonly Pick<Row, 'name'>[] = []): void {
  const expanded = expand(cases);
  test.each(expanded)('$title is $row: $end', async ({ exchange, row, end, says, ...given }) => {
    const verdict = await judge(exchange, madeCall(given.call));
    expect({ row: verdict.row, end: endOf(verdict) }).toEqual({ row, end });
    if (verdict.retry) expect(verdict.retry.minDelayMs).toBeGreaterThanOrEqual(0);
    if (says) expect(explain(verdict, given.call?.resumes !== undefined)).toMatch(says);
  });

  const ofOneStatus = expanded.filter(({ row, exchange }) => exchange.kind === 'reply' && !OF_ANY_STATUS.includes(row));
  if (ofOneStatus.length > 0) {
    test.each(ofOneStatus)('$title is not $row with another status', async ({ exchange, row, call }) => {
      expect(await rowOf({ ...exchange, status: 418 }, call)).not.toBe(row);
    });
  }

  test('every row is reached by a case', () => {
    const reached = new Set(cases.map(({ row }) => row));
    expect(rows.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });
}

function titleOf(on: Exchange): string {
  if (on.kind === 'breakdown') return `${on.stage}: ${on.code}`;
  const headers = Object.entries(on.headers).map(([name, value]) => `${name}: ${value}`);
  return ['made up:', on.status, JSON.stringify(on.body.start.toString().slice(0, 60)), ...headers].join(' ');
}

function endOf(verdict: Verdict): End {
  const { success, ran, retry } = verdict;
  if (success || retry) return `${success ? 'success' : 'retry'}, ran: ${ran}`;
  return ran === 'yes' ? `failure, ran: yes, ${claimOf(verdict)}` : `failure, ran: ${ran}`;
}

export { madeReply };
