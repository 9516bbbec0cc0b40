// What real proxies said in front of the real n8n, stopped, slow, killed under a call and starting.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { meaning, verdictOf } from '../../support/one-attempt.ts';
import { madeReply } from '../../support/recorded.ts';
import { at, isRecord, textAt } from '../../support/shapes.ts';

const RECORDED: unknown = JSON.parse(readFileSync(new URL('../recorded/proxies.json', import.meta.url), 'utf8'));

interface Said {
  readonly title: string;
  readonly state: string;
  readonly reply: ReturnType<typeof madeReply>;
}

const all: Said[] = Object.entries(isRecord(RECORDED) ? RECORDED : {}).flatMap(([proxy, states]) =>
  Object.entries(isRecord(states) ? states : {}).flatMap(([state, said]) => {
    const headers = at(said, 'headers');
    if (!isRecord(headers)) return [];
    const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return [
      { title: `${proxy}, ${state}`, state, reply: madeReply(Number(at(said, 'status')), textAt(said, 'body'), texts) },
    ];
  }),
);

/** In these, n8n had the call. */
const PASSED_ON = ['slow', 'killed under the call'];

describe('of a call that was passed on, no proxy makes one that did not run', () => {
  test.each(all.filter(({ state }) => PASSED_ON.includes(state)))('$title', ({ reply }) => {
    expect(verdictOf(reply)).toMatchObject({ success: false, ran: 'maybe' });
  });
});

describe('what a proxy says in the place of n8n is no success', () => {
  test.each(all.filter(({ state }) => state !== 'up'))('$title', ({ reply }) => {
    expect(verdictOf(reply).success).toBe(false);
  });
});

describe('what a proxy passes on of n8n means what it means', () => {
  test.each(
    all.filter(
      ({ state, reply }) => state === 'starting' || (state === 'up' && reply.kind === 'reply' && reply.status === 200),
    ),
  )('$title', ({ state, reply }) =>
    expect(meaning(reply)).toBe(state === 'up' ? 'accepted, ran: yes' : 'starting-up, ran: no, again'),
  );
});

test.each([
  ['nginx, another host', 'no'],
  ['nginx, body too large', 'no'],
  ['nginx, too many calls', 'no'],
  ['HAProxy, stopped', 'no'],
  ['HAProxy, another host', 'no'],
  // Varnish says the same of a call that it passed on, and nginx and Caddy have one word for all.
  ['Varnish, stopped', 'maybe'],
  ['nginx, stopped', 'maybe'],
  ['Caddy, stopped', 'maybe'],
])('%s: ran: %s', (title, ran) => {
  const said = all.find((each) => each.title === title);
  expect(said && verdictOf(said.reply).ran).toBe(ran);
});
