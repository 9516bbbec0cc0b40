import { describe, expect, test } from '@jest/globals';
import type { Exchange } from '../../src/http/exchange.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Call } from '../../src/verdict/row.ts';
import { madeCall } from '../../support/call.ts';
import { recordings } from '../../support/recorded.ts';
import { json, madeReply, rowOf, sandbox } from '../../support/verdict-cases.ts';

/** What n8n was recorded to say to a trigger, with the request that it answered. */
const toTriggers = recordings
  .filter(({ name }) => !/^API, (?!.*start)/.test(name))
  .map(({ title, name, method, path, reply }) => {
    const url = new URL(path, 'https://n8n.example.com');
    const route = /\/start$/.test(path) ? 'start' : 'webhook';
    return { title, name, reply, given: { method, url, route } satisfies Partial<Call> };
  });

/** Where a reached webhook's reply is not marked: n8n's streams, and an empty reply that nobody made. */
const isMarked = (reply: Exchange): boolean =>
  reply.kind === 'reply' && reply.headers['content-security-policy']?.includes('sandbox') === true;

describe('what n8n says', () => {
  test.each(toTriggers)('is known: $title', async ({ reply, given }) => {
    expect(['not-accepted', 'not-n8n', 'no-such-page', 'unauthorized']).not.toContain(await rowOf(reply, given));
  });

  test.each(toTriggers)(
    'with a status that n8n does not use for it, comes from something else: $title',
    async ({ reply, given }) => {
      const row = await rowOf({ ...reply, status: 418 }, given);
      const marked = given.route === 'start' ? ['answered', 'gateway-run-failed'] : ['answered'];
      if (isMarked(reply)) expect(marked).toContain(row);
      // These are known by their words under each status.
      else expect(['not-accepted', 'starting-up', 'jwt-auth', 'only-run-if', 'not-passed-on']).toContain(row);
    },
  );

  test.each(toTriggers.filter(({ reply }) => !isMarked(reply)))(
    'in other words decides nothing but by its status: $title',
    async ({ reply: { status }, given }) => {
      const byStatus = new Map([
        [200, 'accepted'],
        [401, 'unauthorized'],
        [403, 'unauthorized'],
      ]);
      for (const body of ['{"message":"other words"}', '"text"', 'null']) {
        expect(await rowOf(madeReply(status, body, json), given)).toBe(byStatus.get(status) ?? 'not-accepted');
      }
    },
  );

  test.each(toTriggers)('is the workflow’s if the webhook was reached: $title', async ({ reply, given }) => {
    const headers = { ...reply.headers, ...sandbox };
    const verdict = await judge({ ...reply, headers }, madeCall({ ...given, route: 'webhook' }));
    expect(verdict.ran).toBe('yes');
    expect(verdict).not.toHaveProperty('retry');
  });
});
