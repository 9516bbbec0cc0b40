import { isSuccess } from '../../http/status.ts';
import { isMap } from '../../text/json.ts';
import { type SafeText, say } from '../../text/safe.ts';
import { isForm } from '../answerer.ts';
import type { Call, Row } from '../row.ts';
import { NOTHING } from '../verdict.ts';

/** A chat's address. A Webhook node has such a path only if `chat` fills a parameter in it. */
const CHAT_PATH = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/chat$/;

const refused = { success: false, ran: 'no' } as const;

/** A page after which the form waits for a person. */
export const FORM_NEXT_PAGE: Row = {
  name: 'form-next-page',
  matches: ({ status, json }) => status === 200 && isMap(json) && typeof json['formWaitingUrl'] === 'string',
  verdict: () => ({
    success: true,
    ran: 'yes',
    message: say`The form has another page, and the execution waits until a person fills it in.`,
    hint: NOTHING,
  }),
};

/** Replies of Form triggers, which differ in wording from those of Webhook nodes. */
export const formRows: readonly Row[] = [
  {
    name: 'form-not-registered',
    matches: ({ status, isHtml, text }) =>
      status === 404 && isHtml && text.includes('<title>Problem loading form</title>'),
    verdict: () => ({
      ...refused,
      retry: { minDelayMs: 2000 },
      message: say`n8n knows no form at this address (404).`,
      hint: say`Publish the workflow, and compare with the Production URL in its Form trigger.`,
    }),
  },
  {
    name: 'form-auth',
    matches: ({ status, headers }) =>
      status === 401 && headers['www-authenticate'] === 'Basic realm="Enter credentials"',
    verdict: ({ call }) => ({
      ...refused,
      message: say`The form requires Basic Auth, and ${whyRefused(call)}.`,
      hint: say`Set basic-auth to user:password, as in the credential of the Form trigger. With its option Ignore Bots, n8n says the same to clients that it takes for bots.`,
    }),
  },
  {
    name: 'ip-list',
    matches: ({ status, text }) => status === 403 && text.startsWith('IP is not allowed to access this form!'),
    verdict: () => ({
      ...refused,
      message: say`The form's IP allow-list does not contain this runner's address.`,
      hint: say`GitHub-hosted runners have changing addresses: use Basic Auth instead, or a self-hosted runner.`,
    }),
  },
  {
    name: 'form-type',
    matches: ({ status, jsonMessage }) => status === 415 && jsonMessage === 'Expected multipart/form-data',
    verdict: () => ({
      ...refused,
      message: say`The form accepts only multipart/form-data (415).`,
      hint: say`Send it as such with files, or use mode: api, which fills in the workflow's form from payload.`,
    }),
  },
  {
    name: 'form-page',
    matches: ({ status, isHtml, text, call }) =>
      (call.method === 'GET' || call.method === 'HEAD') && isSuccess(status) && isHtml && isForm(call.url, text),
    verdict: ({ call }) => ({
      ...refused,
      message: say`${call.show(call.method)} only shows the form: it was not submitted.`,
      hint: say`Set the input method to POST.`,
    }),
  },
  FORM_NEXT_PAGE,
];

/** Replies of Chat triggers. */
export const chatRows: readonly Row[] = [
  {
    name: 'chat-page',
    matches: ({ status, isHtml, call }) =>
      call.method === 'GET' && isSuccess(status) && isHtml && CHAT_PATH.test(call.url.pathname),
    verdict: () => ({
      ...refused,
      message: say`GET only shows the chat: no message was sent.`,
      hint: say`Set the input method to POST.`,
    }),
  },
  {
    name: 'chat-history',
    matches: ({ status, json, call }) =>
      call.chatAction === 'loadPreviousSession' &&
      isSuccess(status) &&
      isMap(json) &&
      Array.isArray(json['data']) &&
      CHAT_PATH.test(call.url.pathname),
    verdict: () => ({
      ...refused,
      message: say`The payload's action, loadPreviousSession, only asks for the chat's history: no message was sent.`,
      hint: say`Send "action": "sendMessage".`,
    }),
  },
  {
    name: 'chat-auth',
    // Older n8n sends the same header for a Webhook node: only the path differs.
    matches: ({ status, headers, call }) =>
      (status === 401 || status === 403) &&
      (/^Basic realm="Webhook .+"$/.test(headers['www-authenticate'] ?? '') ||
        (headers['www-authenticate'] === 'Basic realm="Webhook"' && CHAT_PATH.test(call.url.pathname))),
    verdict: ({ call }) => ({
      ...refused,
      message: say`The chat requires Basic Auth, and ${whyRefused(call)}.`,
      hint: say`Set basic-auth to user:password, as in the credential of the Chat trigger.`,
    }),
  },
  {
    name: 'chat-not-public',
    matches: ({ status, text, call }) => status === 404 && text === '' && call.url.pathname.endsWith('/chat'),
    verdict: () => ({
      ...refused,
      message: say`The chat is not public (404).`,
      hint: say`Turn on "Make Chat Publicly Available" in the Chat trigger and publish; an instance may also forbid public chats.`,
    }),
  },
];

function whyRefused({ credentials }: Call): SafeText {
  return credentials.includes('basic-auth') ? say`refused this user or password` : say`no basic-auth was given`;
}
