import { isSuccess } from '../../http/status.ts';
import { isMap } from '../../text/json.ts';
import { NOTHING, type SafeText, say } from '../../text/safe.ts';
import { isForm } from '../mark.ts';
import { A_LITTLE, nothingRan, type ReplyView, type Row } from '../row.ts';
import { FORM_NEXT_PAGE } from './accepted-by-webhook.ts';

/** A chat's address. A Webhook node has such a path only if `chat` fills a parameter in it. */
const CHAT_PATH = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/chat$/;

const USE_POST = say`Set the input method to POST.`;

/** Replies of Form triggers, which differ in wording from those of Webhook nodes. */
export const formRows: readonly Row[] = [
  ...nothingRan([
    {
      name: 'form-not-registered',
      // To HEAD, n8n replies with this page's status alone.
      when: {
        status: 404,
        html: true,
        where: ({ text, call }) =>
          text.includes('<title>Problem loading form</title>') || (call.method === 'HEAD' && isForm(call.url, text)),
      },
      retry: A_LITTLE,
      message: say`n8n has no form at this address (404).`,
      hint: ({ call }) =>
        say`Publish the workflow, and compare with the Production URL in its Form trigger.${call.method === 'POST' ? NOTHING : say` ${USE_POST}`}`,
    },
    {
      name: 'form-auth',
      when: { status: 401, where: ({ headers }) => headers['www-authenticate'] === 'Basic realm="Enter credentials"' },
      message: (view) => say`The form requires Basic Auth, and ${whyRefused(view)}.`,
      hint: say`Set basic-auth to user:password, as in the credential of the Form trigger. With its option Ignore Bots, n8n says the same to clients that it takes for bots.`,
    },
    {
      name: 'ip-list',
      when: { status: 403, text: /^IP is not allowed to access this form!/ },
      message: say`The form's IP allow-list does not contain this runner's address.`,
      hint: say`GitHub-hosted runners have changing addresses: use Basic Auth instead, or a self-hosted runner.`,
    },
    {
      name: 'form-type',
      when: { status: 415, says: /^Expected multipart\/form-data$/ },
      message: say`The form accepts only multipart/form-data (415).`,
      hint: say`Set content-type to multipart/form-data, with field-0, field-1 and so on in payload; or use mode: api, which fills in the workflow's form.`,
    },
    {
      name: 'form-page',
      when: {
        html: true,
        where: ({ status, text, call }) =>
          (call.method === 'GET' || call.method === 'HEAD') && isSuccess(status) && isForm(call.url, text),
      },
      message: ({ call }) => say`${call.show(call.method)} only shows the form: it was not submitted.`,
      hint: USE_POST,
    },
  ]),
  FORM_NEXT_PAGE,
];

export const chatRows = nothingRan([
  {
    name: 'chat-page',
    when: {
      html: true,
      where: ({ status, call }) => call.method === 'GET' && isSuccess(status) && CHAT_PATH.test(call.url.pathname),
    },
    message: say`GET only shows the chat: no message was sent.`,
    hint: USE_POST,
  },
  {
    name: 'chat-history',
    when: {
      where: ({ status, json, call }) =>
        call.chatAction === 'loadPreviousSession' &&
        isSuccess(status) &&
        isMap(json) &&
        Array.isArray(json['data']) &&
        CHAT_PATH.test(call.url.pathname),
    },
    message: say`The payload's action, loadPreviousSession, only asks for the chat's history: no message was sent.`,
    hint: say`Send "action": "sendMessage".`,
  },
  {
    name: 'chat-auth',
    when: {
      status: [401, 403],
      // Older n8n sends the same header for a Webhook node: only the path differs.
      where: ({ headers, call }) =>
        /^Basic realm="Webhook .+"$/.test(headers['www-authenticate'] ?? '') ||
        (headers['www-authenticate'] === 'Basic realm="Webhook"' && CHAT_PATH.test(call.url.pathname)),
    },
    message: (view) => say`The chat requires Basic Auth, and ${whyRefused(view)}.`,
    hint: say`Set basic-auth to user:password, as in the credential of the Chat trigger.`,
  },
  {
    name: 'chat-not-public',
    when: { status: 404, text: /^$/, where: ({ call }) => call.url.pathname.endsWith('/chat') },
    message: say`The chat is not public (404).`,
    hint: say`Turn on "Make Chat Publicly Available" in the Chat trigger and publish; an instance may also forbid public chats.`,
  },
]);

function whyRefused({ call }: ReplyView): SafeText {
  return call.credentials.includes('basic-auth') ? say`refused this user or password` : say`no basic-auth was given`;
}
