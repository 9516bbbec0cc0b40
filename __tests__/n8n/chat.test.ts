import { expect, test } from '@jest/globals';
import { chatMessage } from '../../src/n8n/chat.ts';
import { expectFailure, expectOk } from '../../support/results.ts';

const newId = () => 'a-new-id';

test('a message has a session of its own, and what else the payload says', () => {
  expect(expectOk(chatMessage({ chatInput: 'Hello', topic: 'news' }, newId))).toEqual({
    action: 'sendMessage',
    chatInput: 'Hello',
    topic: 'news',
    sessionId: 'a-new-id',
  });
});

test('a message goes on with the session that is named', () => {
  expect(expectOk(chatMessage({ chatInput: 'Hello', sessionId: 's1' }, newId))).toMatchObject({ sessionId: 's1' });
});

test.each([[{}], [{ chatInput: '' }], [{ chatInput: 5 }], [['Hello']], [null]])('%j is no message', (data) => {
  expect(expectFailure(chatMessage(data, newId))).toEqual([expect.stringMatching(/^payload: .*chatInput/)]);
});

test('a session is a text', () => {
  expect(expectFailure(chatMessage({ chatInput: 'Hello', sessionId: 5 }, newId))).toEqual([
    expect.stringMatching(/^payload: .*sessionId/),
  ]);
});
