import { expect, test } from '@jest/globals';
import { chatMessage } from '../../src/n8n/chat.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const newId = () => 'a-new-id';

test('a message has its own session, and whatever else the payload contains', () => {
  expect(expectOk(chatMessage({ chatInput: 'Hello', topic: 'news' }, newId))).toEqual({
    action: 'sendMessage',
    chatInput: 'Hello',
    topic: 'news',
    sessionId: 'a-new-id',
  });
});

test('a message continues the session that is named', () => {
  expect(expectOk(chatMessage({ chatInput: 'Hello', sessionId: 's1' }, newId))).toMatchObject({ sessionId: 's1' });
});

test.each([[{}], [{ chatInput: '' }], [{ chatInput: 5 }], [['Hello']], [null]])('%j is not a message', (data) => {
  expect(expectFailure(chatMessage(data, newId))).toEqual([expect.stringMatching(/^payload: .*chatInput/)]);
});

test('a session id must be text', () => {
  expect(expectFailure(chatMessage({ chatInput: 'Hello', sessionId: 5 }, newId))).toEqual([
    expect.stringMatching(/^payload: .*sessionId/),
  ]);
});
