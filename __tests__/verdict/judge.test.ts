import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Breakdown, Exchange, Stage } from '../../src/http/exchange.ts';
import { declareSafe, say } from '../../src/text/safe.ts';
import { judge } from '../../src/verdict/judge.ts';
import type { Call } from '../../src/verdict/row.ts';
import type { Ran, Verdict } from '../../src/verdict/verdict.ts';
import { explain } from '../../src/verdict/verdict.ts';
import { madeCall } from '../../support/call.ts';
import { madeReply, recordings } from '../../support/recorded.ts';
import { accepted } from '../../support/results.ts';

const MIB = 1024 * 1024;

const call = madeCall;

/** How a verdict ends: ran, and whether the step succeeds or sends again. */
type End = `${'success' | 'failure' | 'retry'}, ran: ${Ran}`;

function endOf({ success, ran, retry }: Verdict): End {
  return `${success ? 'success' : retry ? 'retry' : 'failure'}, ran: ${ran}`;
}

interface Case {
  row: string;
  end: End;
  /** A recorded reply by its name, or one that is made up, as n8n cannot be brought to it at will. */
  on: string | Exchange;
  call?: Partial<Call>;
  /** Words that the explanation must have. */
  says?: RegExp;
}

const editor = { url: new URL('https://n8n.example.com/workflow/abcdefghijklmnop'), method: 'GET' };
const gateway = { route: 'start', url: new URL('https://n8n.example.com/webhook/id/api/v1/workflow/w/start') } as const;
const api = { mode: 'api', route: 'start', url: new URL('https://n8n.example.com/api/v1/workflow/abc/start') } as const;
const failedToRun = JSON.stringify({ code: 0, message: 'There was a problem executing the workflow' });
const html = { 'content-type': 'text/html' };
const form = { url: new URL('https://n8n.example.com/form/apply') };
const chat = { url: new URL('https://n8n.example.com/webhook/id/chat') };
const mcp = { route: 'mcp', url: new URL('https://n8n.example.com/mcp-server/http') } as const;
const wantsToken = { 'www-authenticate': 'Bearer realm="n8n MCP Server"' };

/** What n8n's MCP server says, as it wraps it. */
const answer = (message: object): Exchange =>
  madeReply(200, `event: message\ndata: ${JSON.stringify({ ...message, jsonrpc: '2.0', id: 1 })}\n\n`, {
    'content-type': 'text/event-stream',
  });

/** The result of its tool `execute_workflow`. */
const executed = (structuredContent: object): Exchange => answer({ result: { structuredContent } });
const notExecuted = (error: string): Exchange => executed({ executionId: null, status: 'error', error });
const minted = { credentials: ['jwt-secret'] };
const fromNode = { 'www-authenticate': 'Basic realm="Webhook"' };
const unsigned = madeReply(401, '{"message":"The signature in X-Hub-Signature-256 is missing or wrong."}');

const cases: readonly Case[] = [
  // Nothing ran, whatever the status looks like.
  { on: 'starting', row: 'starting-up', end: 'retry, ran: no', says: /starting up/ },
  { on: madeReply(503, 'n8n is starting up. Please wait'), row: 'starting-up', end: 'retry, ran: no' },
  { on: 'starting, no routes yet', row: 'cannot-post', end: 'retry, ran: no', says: /still starting/ },
  { on: 'cannot POST', row: 'cannot-post', end: 'retry, ran: no', says: /Production URL/ },
  { on: 'cannot POST', row: 'cannot-post', end: 'retry, ran: no', call: editor, says: /link to the editor/ },
  {
    // A webhook's own path may look like a link, and api mode's own addresses do.
    on: 'cannot POST',
    row: 'cannot-post',
    end: 'retry, ran: no',
    call: { url: new URL('https://n8n.example.com/webhook/workflow/5') },
    says: /Compare url with the Production URL/,
  },
  {
    on: 'cannot POST',
    row: 'cannot-post',
    end: 'retry, ran: no',
    call: { mode: 'api', url: new URL('https://n8n.example.com/hooks/workflow/5') },
    says: /Compare webhook-base with the Production URL/,
  },
  {
    on: 'cannot POST',
    row: 'cannot-post',
    end: 'retry, ran: no',
    call: api,
    says: /Check url: the address that opens n8n in the browser/,
  },
  {
    on: madeReply(404, '', { 'content-type': 'application/json; charset=utf-8' }),
    row: 'nothing-for-head',
    end: 'retry, ran: no',
    call: { method: 'HEAD' },
    says: /compare method and url with the Webhook node/,
  },
  {
    on: madeReply(404, '', html),
    row: 'nothing-for-head',
    end: 'retry, ran: no',
    call: { ...editor, method: 'HEAD' },
    says: /link to the editor/,
  },
  {
    on: madeReply(404, '', { 'content-security-policy': 'sandbox allow-forms' }),
    row: 'not-accepted',
    end: 'failure, ran: maybe',
    call: { method: 'HEAD' },
  },
  { on: 'wrong method', row: 'wrong-method', end: 'failure, ran: no', call: { method: 'GET' }, says: /It takes POST:/ },
  { on: 'wrong method of several', row: 'wrong-method', end: 'failure, ran: no', says: /It takes GET or PUT:/ },
  {
    on: 'not registered, test URL',
    row: 'test-url',
    end: 'retry, ran: no',
    call: { url: new URL('https://n8n.example.com/webhook-test/deploy') },
    says: /120 seconds/,
  },
  { on: 'not registered', row: 'not-registered', end: 'retry, ran: no', says: /Publish the workflow .* compare url/ },
  {
    on: 'not registered',
    row: 'not-registered',
    end: 'retry, ran: no',
    call: { mode: 'api' },
    says: /Publish the workflow .* compare webhook-base/,
  },
  { on: 'not registered', row: 'not-registered', end: 'retry, ran: no', call: gateway, says: /gateway workflow/ },
  {
    on: madeReply(404, '{"code":404,"message":"Active version not found for workflow with id \\"abc\\""}'),
    row: 'not-published',
    end: 'failure, ran: no',
  },
  {
    on: madeReply(404, '{"code":404,"message":"Published version not found for workflow with id \\"abc\\""}'),
    row: 'not-published',
    end: 'failure, ran: no',
  },
  { on: 'editor, root', row: 'editor-page', end: 'failure, ran: no', call: { method: 'GET' }, says: /Production URL/ },
  { on: 'editor, workflow', row: 'editor-page', end: 'failure, ran: no', call: editor, says: /link to the editor/ },
  { on: 'editor, mistyped path', row: 'editor-page', end: 'failure, ran: no', call: { method: 'GET' } },
  {
    on: 'editor, mistyped path',
    row: 'editor-page',
    end: 'failure, ran: no',
    call: { mode: 'api', method: 'GET' },
    says: /webhook-base leads to no webhook\..* Compare webhook-base with/,
  },
  {
    on: madeReply(200, '<form><input name="p" type="password"></form>', html),
    row: 'login-page',
    end: 'failure, ran: no',
  },
  { on: 'method not supported', row: 'could-not-start', end: 'failure, ran: no', call: { method: 'PROPFIND' } },
  { on: 'respond node, unused', row: 'could-not-start', end: 'failure, ran: no' },
  { on: 'respond node, missing', row: 'could-not-start', end: 'failure, ran: no' },
  {
    on: madeReply(500, '{"code":0,"message":"Workflow Webhook Error: Workflow could not be started!"}'),
    row: 'could-not-start',
    end: 'failure, ran: no',
    says: /publish it again\.$/,
  },
  {
    on: madeReply(500, '{"code":0,"message":"Workflow Webhook Error: Workflow could not be started!"}'),
    row: 'could-not-start',
    end: 'failure, ran: no',
    call: { contentType: 'multipart/form-data; boundary=b' },
    says: /a file that is empty or over its limit\.$/,
  },
  { on: 'API, start', row: 'no-start-endpoint', end: 'failure, ran: no', call: api, says: /gateway workflow/ },
  { on: madeReply(204, ''), row: 'start-silent', end: 'failure, ran: no', call: api, says: /crawlers.*"bot"/ },
  { on: madeReply(204, ''), row: 'accepted', end: 'success, ran: yes', call: gateway },
  { on: madeReply(200, '<h1>Welcome</h1>', html), row: 'start-page', end: 'failure, ran: no', call: api },
  { on: madeReply(200, '<h1>Welcome</h1>', html), row: 'start-page', end: 'failure, ran: no', call: gateway },
  {
    on: madeReply(200, '<h1>Made</h1>', { ...html, 'content-security-policy': 'sandbox' }),
    row: 'accepted',
    end: 'success, ran: yes',
    call: gateway,
  },
  { on: 'API, workflows start', row: 'no-start-endpoint', end: 'failure, ran: no', call: api },

  // What counts as success.
  { on: 'immediate', row: 'accepted', end: 'success, ran: yes' },
  { on: 'immediate, no body', row: 'accepted', end: 'success, ran: yes' },
  { on: 'immediate, fails later', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, all items', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, no body', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, empty, all items', row: 'accepted', end: 'success, ran: yes' },
  { on: 'last node, file', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node, no data', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node, HTML', row: 'accepted', end: 'success, ran: yes' },
  { on: 'respond node, never reached', row: 'never-responded', end: 'success, ran: yes', says: /secret-key/ },
  {
    on: 'respond node, fails before it, no error',
    row: 'never-responded',
    end: 'success, ran: yes',
    says: /failed, too/,
  },
  { on: 'respond node, never reached', row: 'accepted', end: 'success, ran: yes', call: { method: 'HEAD' } },
  { on: 'streaming', row: 'accepted', end: 'success, ran: yes' },

  { on: 'gateway, success', row: 'accepted', end: 'success, ran: yes', call: gateway },
  { on: 'only run if', row: 'only-run-if', end: 'success, ran: no', says: /ran nothing/ },
  { on: 'streaming, fails after the first part', row: 'stream-failed', end: 'failure, ran: yes' },
  {
    on: 'last node, fails',
    row: 'accepted',
    end: 'success, ran: yes',
    call: {
      acceptStatus: [
        [200, 299],
        [500, 500],
      ],
    },
  },

  // Refusals.
  { on: 'basic auth, missing', row: 'basic-auth', end: 'failure, ran: no', says: /no credentials were sent/ },
  { on: 'basic auth, wrong', row: 'basic-auth', end: 'failure, ran: no', says: /refused this user or password/ },
  { on: 'header auth, missing', row: 'header-auth', end: 'failure, ran: no', says: /Header Auth/ },
  {
    on: 'header auth, wrong',
    row: 'header-auth',
    end: 'failure, ran: no',
    call: { credentials: ['headers'] },
    says: /headers was sent/,
  },
  { on: 'ignore bots', row: 'header-auth', end: 'failure, ran: no', says: /Ignore Bots/ },
  {
    on: madeReply(403, 'Authorization data is wrong!'),
    row: 'header-auth',
    end: 'failure, ran: no',
    call: { credentials: ['basic-auth'] },
    says: /If it uses Basic Auth, user or password is wrong/,
  },
  {
    on: 'gateway, wrong key',
    row: 'header-auth',
    end: 'failure, ran: no',
    call: gateway,
    says: /refused this secret-key/,
  },
  { on: 'JWT auth, missing', row: 'jwt-auth', end: 'failure, ran: no', says: /"No token provided"/ },
  {
    on: 'JWT auth, missing',
    row: 'jwt-auth',
    end: 'failure, ran: no',
    says: /no credentials were sent.* in jwt-secret/,
  },
  { on: 'JWT auth, wrong', row: 'jwt-auth', end: 'failure, ran: no', call: minted, says: /Compare jwt-secret/ },
  { on: 'JWT auth, expired', row: 'jwt-auth', end: 'failure, ran: no', says: /"jwt expired"/ },
  { on: 'JWT auth, expired', row: 'jwt-auth', end: 'failure, ran: no', call: minted, says: /clocks .* differ/ },
  {
    on: madeReply(403, 'invalid algorithm', fromNode),
    row: 'jwt-auth',
    end: 'failure, ran: no',
    call: minted,
    says: /jwt-algorithm/,
  },
  { on: unsigned, row: 'signature', end: 'failure, ran: maybe', says: /no credentials were sent.* in signing-secret/ },
  {
    on: madeReply(403, 'invalid signature'),
    row: 'signature',
    end: 'failure, ran: maybe',
    call: { credentials: ['headers', 'signing-secret'] },
    says: /headers and signing-secret were sent/,
  },
  {
    on: unsigned,
    row: 'signature',
    end: 'failure, ran: maybe',
    call: { contentType: 'multipart/form-data; boundary=x', credentials: ['signing-secret'] },
    says: /no raw body of multipart/,
  },
  { on: 'IP list', row: 'ip-list', end: 'failure, ran: no' },
  { on: madeReply(403, 'IP is not whitelisted to access the webhook!'), row: 'ip-list', end: 'failure, ran: no' },
  { on: madeReply(401, 'Who are you?'), row: 'unauthorized', end: 'failure, ran: maybe', says: /"Who are you\?"/ },
  {
    on: madeReply(403, 'something new', { 'www-authenticate': 'Basic realm="Webhook"' }),
    row: 'unauthorized',
    end: 'failure, ran: no',
  },
  { on: madeReply(413, '<html>'), row: 'too-large', end: 'failure, ran: no', says: /100 B/ },
  { on: 'form data too large', row: 'too-large', end: 'failure, ran: no' },
  { on: 'body too large', row: 'over-payload-limit', end: 'failure, ran: no', call: { bodySize: 16 * MIB + 1 } },
  { on: 'body too large', row: 'start-failure', end: 'retry, ran: maybe', call: { bodySize: 16 * MIB } },
  { on: madeReply(500, failedToRun), row: 'start-failure', end: 'retry, ran: maybe', says: /n8n's log/ },
  { on: 'broken JSON', row: 'unparseable', end: 'failure, ran: no', says: /application\/json/ },
  { on: madeReply(429, 'slow down'), row: 'overloaded', end: 'retry, ran: no', says: /HTTP 429, "slow down"/ },
  { on: madeReply(503, 'no healthy upstream'), row: 'overloaded', end: 'retry, ran: no' },
  { on: madeReply(503, envoy('connection failure')), row: 'overloaded', end: 'retry, ran: no' },
  { on: madeReply(503, envoy('overflow')), row: 'overloaded', end: 'retry, ran: no' },
  { on: madeReply(503, envoy('connection termination')), row: 'gateway-failure', end: 'retry, ran: maybe' },
  { on: madeReply(503, envoy('remote reset')), row: 'gateway-failure', end: 'retry, ran: maybe' },
  { on: madeReply(503, '{"message":"Database is not ready!"}'), row: 'overloaded', end: 'retry, ran: no' },

  // It ran and failed, or may have.
  { on: 'last node, fails', row: 'workflow-failed', end: 'failure, ran: yes' },
  { on: 'respond node, fails before', row: 'workflow-failed', end: 'failure, ran: yes' },
  { on: madeReply(500, '{"message":"Workflow execution failed"}'), row: 'workflow-failed', end: 'failure, ran: yes' },
  { on: 'last node, empty', row: 'last-node-empty', end: 'failure, ran: yes' },
  { on: 'last node, no file', row: 'last-node-empty', end: 'failure, ran: yes' },
  {
    on: 'respond node, redirect',
    row: 'redirect',
    end: 'failure, ran: maybe',
    says: /to https:\/\/example\.com\/elsewhere;/,
  },
  {
    on: madeReply(302, '', { location: '/login?next=s3cret' }),
    row: 'redirect',
    end: 'failure, ran: maybe',
    says: /another path of the same server/,
  },
  { on: madeReply(301, '', { location: 'http://[' }), row: 'redirect', end: 'failure, ran: maybe', says: /no URL/ },
  ...[502, 504, 520, 521, 522, 523, 524].map(
    (status): Case => ({ on: madeReply(status, '<html>', html), row: 'gateway-failure', end: 'retry, ran: maybe' }),
  ),
  { on: madeReply(500, 'oops'), row: 'not-accepted', end: 'failure, ran: maybe', says: /HTTP 500 with "oops"/ },
  { on: madeReply(404, '{"message":"Not here"}'), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(404, '<h1>Not here</h1>', html), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: madeReply(304), row: 'not-accepted', end: 'failure, ran: maybe', says: /an empty body/ },
  { on: madeReply(525), row: 'not-accepted', end: 'failure, ran: maybe' },
  { on: 'gateway, failed', row: 'gateway-run-failed', end: 'failure, ran: yes', call: gateway },
  {
    on: 'gateway, unknown',
    row: 'gateway-not-published',
    end: 'failure, ran: no',
    call: gateway,
    says: /is not published/,
  },
  { on: 'gateway, unpublished', row: 'gateway-not-published', end: 'failure, ran: no', call: gateway },
  {
    on: 'gateway, no trigger',
    row: 'gateway-no-trigger',
    end: 'failure, ran: no',
    call: gateway,
    says: /has no trigger/,
  },

  // Forms and chats say things in their own words.
  {
    on: madeReply(404, '<!DOCTYPE html><title>Problem loading form</title>', html),
    row: 'form-not-registered',
    end: 'retry, ran: no',
    call: form,
    says: /Publish the workflow/,
  },
  {
    on: madeReply(401, '', { 'www-authenticate': 'Basic realm="Enter credentials"' }),
    row: 'form-auth',
    end: 'failure, ran: no',
    call: form,
    says: /no basic-auth was given/,
  },
  {
    on: madeReply(403, 'IP is not allowed to access this form!'),
    row: 'ip-list',
    end: 'failure, ran: no',
    call: form,
  },
  {
    on: madeReply(200, '{"formWaitingUrl":"https://n8n.example.com/form-waiting/5"}'),
    row: 'form-next-page',
    end: 'success, ran: yes',
    call: form,
    says: /waits until a person/,
  },
  {
    on: madeReply(403, 'Authorization data is wrong!', { 'www-authenticate': 'Basic realm="Webhook id"' }),
    row: 'chat-auth',
    end: 'failure, ran: no',
    call: { ...chat, credentials: ['basic-auth'] },
    says: /refused this user or password/,
  },
  {
    // Older n8n says so of a Webhook node too.
    on: madeReply(403, 'Authorization data is wrong!', { 'www-authenticate': 'Basic realm="Webhook"' }),
    row: 'chat-auth',
    end: 'failure, ran: no',
    call: {
      url: new URL('https://n8n.example.com/webhook/0b9e6c52-4f17-4a3d-8c85-d1f3e2a7b913/chat'),
      credentials: ['basic-auth'],
    },
    says: /The chat requires Basic Auth, and refused/,
  },
  { on: madeReply(404), row: 'chat-not-public', end: 'failure, ran: no', call: chat, says: /Make Chat Publicly/ },

  // n8n's MCP server.
  {
    on: madeReply(404, '{"message":"MCP access is disabled"}'),
    row: 'mcp-disabled',
    end: 'failure, ran: no',
    call: mcp,
    says: /Instance-level MCP/,
  },
  {
    on: madeReply(401, '{"message":"Unauthorized"}', wantsToken),
    row: 'mcp-unauthorized',
    end: 'failure, ran: no',
    call: mcp,
  },
  { on: 'cannot POST', row: 'mcp-not-there', end: 'retry, ran: no', call: mcp },
  { on: madeReply(429, '{"message":"Too many requests"}'), row: 'overloaded', end: 'retry, ran: no', call: mcp },
  { on: 'starting', row: 'starting-up', end: 'retry, ran: no', call: mcp },
  { on: madeReply(504), row: 'gateway-failure', end: 'retry, ran: maybe', call: mcp },
  { on: madeReply(204), row: 'mcp-unreadable', end: 'failure, ran: maybe', call: mcp },
  { on: madeReply(200, '<h1>Hello</h1>', html), row: 'mcp-unreadable', end: 'failure, ran: maybe', call: mcp },
  { on: executed({ executionId: '10', status: 'started' }), row: 'mcp-started', end: 'success, ran: yes', call: mcp },
  {
    // n8n 2.10 and earlier answer when the execution has ended.
    on: answer({ result: { content: [{ type: 'text', text: '{"success":false,"executionId":"7","error":{}}' }] } }),
    row: 'workflow-failed',
    end: 'failure, ran: yes',
    call: mcp,
  },
  {
    on: notExecuted('Workflow is not available in MCP. Enable MCP access from the workflow card.'),
    row: 'mcp-not-available',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted("Workflow not found or you don't have permission to access it."),
    row: 'mcp-not-found',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted("Workflow 'a' is archived and cannot be accessed."),
    row: 'mcp-archived',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted("Workflow 'a' has no published (active) version to execute"),
    row: 'mcp-not-published',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: notExecuted('Trigger node "Off" is disabled. Enable it or choose another trigger: none.'),
    row: 'mcp-trigger',
    end: 'failure, ran: no',
    call: mcp,
  },
  { on: notExecuted('The disk is full'), row: 'mcp-refused', end: 'failure, ran: maybe', call: mcp, says: /disk is/ },
  {
    on: answer({ error: { code: -32602, message: 'Tool execute_workflow not found' } }),
    row: 'mcp-refused',
    end: 'failure, ran: no',
    call: mcp,
  },
  {
    on: answer({ error: { code: -32603, message: 'Internal error' } }),
    row: 'mcp-refused',
    end: 'failure, ran: maybe',
    call: mcp,
  },
  {
    on: answer({ result: { isError: true, content: [{ type: 'text', text: 'Input validation error: inputs' }] } }),
    row: 'mcp-refused',
    end: 'failure, ran: no',
    call: mcp,
    says: /please report/,
  },

  // No reply, or part of one.
  {
    on: broken('connect', 'ECONNREFUSED'),
    row: 'connection-refused',
    end: 'retry, ran: no',
    says: /n8n\.example\.com/,
  },
  { on: broken('connect', 'ENOTFOUND'), row: 'name-not-found', end: 'retry, ran: no' },
  { on: broken('connect', 'EAI_AGAIN'), row: 'name-not-found', end: 'retry, ran: no' },
  { on: broken('connect', 'TIMEOUT'), row: 'not-connected', end: 'retry, ran: no', says: /within 5 min 0 s/ },
  { on: broken('connect', 'EHOSTUNREACH'), row: 'not-connected', end: 'retry, ran: no', says: /EHOSTUNREACH/ },
  { on: broken('connect', 'DEPTH_ZERO_SELF_SIGNED_CERT'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'ERR_TLS_CERT_ALTNAME_INVALID'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'CERT_HAS_EXPIRED'), row: 'certificate', end: 'failure, ran: no' },
  { on: broken('connect', 'ERR_SSL_WRONG_VERSION_NUMBER'), row: 'tls', end: 'failure, ran: no' },
  { on: broken('connect', 'EPROTO'), row: 'tls', end: 'failure, ran: no' },
  {
    on: broken('wait', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
    row: 'client-certificate',
    end: 'failure, ran: no',
    says: /requires a client certificate/,
  },
  { on: broken('send', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'), row: 'client-certificate', end: 'failure, ran: no' },
  {
    on: broken('connect', 'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE'),
    row: 'client-certificate',
    end: 'failure, ran: no',
  },
  { on: broken('wait', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'), row: 'no-reply', end: 'retry, ran: maybe' },
  {
    on: broken('receive', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 200),
    row: 'broken-reply',
    end: 'retry, ran: maybe',
    says: /HTTP 200/,
  },
  { on: broken('send', 'ECONNRESET'), row: 'broken-request', end: 'retry, ran: no' },
  {
    on: broken('send', 'TIMEOUT'),
    row: 'broken-request',
    end: 'retry, ran: no',
    call: { bodySize: 30_000_000 },
    says: /not sent to its end within 5 min 0 s\. .* Raise timeout if 30\.0 MB take longer/,
  },
  {
    on: broken('send', 'TIMEOUT'),
    row: 'broken-request',
    end: 'retry, ran: no',
    says: /Raise timeout if the connection is slow/,
  },
  { on: broken('connect', 'PROXY_407'), row: 'proxy', end: 'failure, ran: no', says: /user:password@proxy/ },
  { on: broken('connect', 'PROXY_401'), row: 'proxy', end: 'failure, ran: no', says: /user:password@proxy/ },
  { on: broken('connect', 'PROXY_403'), row: 'proxy', end: 'failure, ran: no', says: /NO_PROXY/ },
  { on: broken('connect', 'PROXY_502'), row: 'proxy', end: 'retry, ran: no', says: /does not reach .*HTTP 502/ },
  {
    on: broken('connect', 'PROXY_ECONNREFUSED'),
    row: 'proxy',
    end: 'retry, ran: no',
    says: /ECONNREFUSED.*HTTPS_PROXY/,
  },
  { on: broken('connect', 'PROXY_FAILED'), row: 'proxy', end: 'retry, ran: no', says: /does not work\./ },
  { on: broken('connect', 'UNREADABLE'), row: 'unreadable-body', end: 'failure, ran: no' },
  {
    on: broken('receive', 'DISK_ENOSPC', 200),
    row: 'reply-not-written',
    end: 'failure, ran: maybe',
    says: /RUNNER_TEMP/,
  },
  { on: broken('send', 'UNREADABLE'), row: 'unreadable-body', end: 'failure, ran: no' },
  { on: broken('wait', 'ECONNRESET'), row: 'no-reply', end: 'retry, ran: maybe', says: /retry-ambiguous/ },
  { on: broken('wait', 'TIMEOUT'), row: 'no-reply', end: 'retry, ran: maybe', says: /raise timeout/ },
  { on: broken('wait', 'HPE_INVALID_CONSTANT'), row: 'no-reply', end: 'retry, ran: maybe', says: /not HTTP/ },
  {
    on: broken('wait', 'HPE_HEADER_OVERFLOW'),
    row: 'no-reply',
    end: 'retry, ran: maybe',
    says: /headers of the reply .* larger than 16 KiB\. .* shorter headers/,
  },
  { on: broken('receive', 'ECONNRESET', 200), row: 'broken-reply', end: 'retry, ran: maybe', says: /HTTP 200/ },
  { on: broken('receive', 'TIMEOUT', 200), row: 'broken-reply', end: 'retry, ran: maybe', says: /not complete/ },
  { on: broken('receive', 'TOO_LARGE', 200), row: 'reply-too-large', end: 'failure, ran: maybe', says: /1\.07 GB/ },
  { on: broken('connect', 'ABORTED'), row: 'aborted', end: 'failure, ran: no' },
  { on: broken('send', 'ABORTED'), row: 'aborted', end: 'failure, ran: no' },
  { on: broken('wait', 'ABORTED'), row: 'aborted', end: 'failure, ran: maybe' },
  { on: broken('receive', 'ABORTED', 200), row: 'aborted', end: 'failure, ran: maybe' },
];

/** What Envoy, and with it Istio and others, says when it has lost the server behind it. */
function envoy(reason: string): string {
  return `upstream connect error or disconnect/reset before headers. reset reason: ${reason}`;
}

function broken(stage: Stage, code: string, status?: number): Breakdown {
  return { kind: 'breakdown', stage, code, status };
}

/** Each case with every exchange that it stands for: a reply may have been recorded from several versions of n8n. */
const expanded = cases.flatMap(({ on, ...rest }) => {
  if (typeof on === 'string') {
    return recordings
      .filter(({ name }) => name === on)
      .map((recording) => ({ title: recording.title, exchange: recording.reply, ...rest }));
  }
  const title =
    on.kind === 'reply' ? `made up: ${on.status} ${on.body.start.toString().slice(0, 50)}` : `${on.stage}: ${on.code}`;
  return [{ title, exchange: on, ...rest }];
});

test.each(expanded)('$title is $row: $end', ({ exchange, row, end, says, ...given }) => {
  const verdict = judge(exchange, call(given.call));
  expect({ row: verdict.row, end: endOf(verdict) }).toEqual({ row, end });
  if (verdict.retry) expect(verdict.retry.minDelayMs).toBeGreaterThanOrEqual(0);
  if (says) expect(explain(verdict)).toMatch(says);
});

describe('the table of replies', () => {
  test('has no row that no case reaches', () => {
    const folder = new URL('../../src/verdict/', import.meta.url);
    const files = [...readdirSync(new URL('rows/', folder)).map((file) => `rows/${file}`), 'breakdown.ts'];
    const sources = files.map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const named = sources.flatMap((source) => [
      ...source.matchAll(/\b(?:name|row|NO_START_ENDPOINT)(?::| =) '(.+?)'/g),
    ]);
    const reached = new Set(expanded.map(({ exchange, ...given }) => judge(exchange, call(given.call)).row));
    expect(named.length).toBeGreaterThan(30);
    expect([...reached].sort()).toEqual([...new Set(named.map(([, name]) => name))].sort());
  });

  test('says of which replies the execution tells more, and which it overrules', () => {
    const verdicts = expanded.map(({ exchange, ...given }) => judge(exchange, call(given.call)));
    const rowsWith = (flag: 'inconclusive' | 'overruledByExecution') => [
      ...new Set(verdicts.filter((verdict) => verdict[flag]).map(({ row }) => row)),
    ];
    expect(rowsWith('inconclusive').sort()).toEqual([
      'gateway-run-failed',
      'last-node-empty',
      'never-responded',
      'stream-failed',
      'workflow-failed',
    ]);
    expect(rowsWith('overruledByExecution').sort()).toEqual([
      'broken-reply',
      'gateway-failure',
      'last-node-empty',
      'never-responded',
      'no-reply',
      'start-failure',
    ]);
  });

  test('is asked about every reply that was recorded, except those of the API that start nothing', () => {
    const asked = new Set(cases.map(({ on }) => on));
    const starts = /^API, (?!.*start)/;
    expect(recordings.map(({ name }) => name).filter((name) => !asked.has(name) && !starts.test(name))).toEqual([]);
  });

  test('has no case for a reply that was never recorded', () => {
    const recorded = new Set(recordings.map(({ name }) => name));
    expect(cases.flatMap(({ on }) => (typeof on === 'string' && !recorded.has(on) ? [on] : []))).toEqual([]);
  });
});

describe('what looks alike is told apart', () => {
  const verdict = (reply: Exchange, given?: Partial<Call>) => judge(reply, call(given)).row;

  test("a gateway's 404 that names an execution is an answer, and no missing endpoint", () => {
    const body = '{"message":"not found"}';
    expect(verdict(madeReply(404, body, { 'x-n8n-execution-id': '7' }), gateway)).toBe('not-accepted');
    expect(verdict(madeReply(404, body), gateway)).toBe('no-start-endpoint');
  });

  test('the words of a missing start endpoint from a webhook are its own', () => {
    expect(verdict(madeReply(404, '{"message":"not found"}'))).toBe('not-accepted');
  });

  test("a reply with n8n's own words and more beside them is the workflow's", () => {
    expect(verdict(madeReply(200, '{"message":"Webhook call received","id":1}'))).toBe('accepted');
    expect(verdict(madeReply(200, 'The log says: n8n is starting up. Please wait'))).toBe('accepted');
  });

  test.each([
    [503, '{"message":"No stock left"}'],
    [429, '{"message":"Slow down"}'],
    [413, '{"message":"Too many items"}'],
    [404, '{"message":"The requested webhook \\"POST 42\\" is not registered."}'],
  ])('a %s that the workflow itself answers may have run it, and is not sent again', (status, body) => {
    const reply = madeReply(status, body, { 'content-security-policy': 'sandbox allow-forms' });
    expect(judge(reply, call())).toMatchObject({ row: 'not-accepted', ran: 'maybe', success: false });
    expect(judge(reply, call())).not.toHaveProperty('retry');
  });

  test.each([
    [404, 'It said: This webhook is not registered for GET requests'],
    [404, 'It said: The requested webhook "x" is not registered'],
    [404, 'It said: Active version not found for workflow'],
    [404, 'It said: Cannot find workflow'],
    [500, 'It said: Workflow could not be started'],
    [500, 'It said: Error in workflow'],
    [500, 'Error in workflow 7 of 9'],
    [500, 'It said: No item to return was found'],
  ])("n8n's words in the middle of what a workflow says (%s) decide nothing: %s", (status, message) => {
    expect(judge(madeReply(status, JSON.stringify({ message })), call())).toMatchObject({
      row: 'not-accepted',
      ran: 'maybe',
    });
  });

  test.each([
    [401, 'It said: Authorization is required!', 'unauthorized'],
    [401, 'It said: Authentication data is wrong!', 'unauthorized'],
    [403, 'It said: Authorization data is wrong!', 'unauthorized'],
    [403, 'It said: IP is not allowed to access', 'unauthorized'],
    [403, 'It said: IP is not allowed to access this form!', 'unauthorized'],
    [403, 'Authorization data is wrong! Try again', 'header-auth'],
    [403, 'IP is not allowed to access this form! Try again', 'ip-list'],
  ])('a refusal (%s) is known by its first words: %s', (status, text, row) => {
    expect(verdict(madeReply(status, text))).toBe(row);
  });

  test('a refusal of the form has advice for forms, and one of the node for the node', () => {
    const reply = madeReply(403, 'IP is not allowed to access this form!');
    expect(judge(reply, call(form)).message).toContain("form's IP allow-list");
    const said = judge(madeReply(403, 'It said: jwt expired', fromNode), call());
    expect(said).toMatchObject({ row: 'unauthorized', ran: 'no' });
  });

  test.each([
    ['Basic realm="Webhook of mine"', 'chat-auth'],
    ['Not Basic realm="Webhook of mine"', 'unauthorized'],
    ['Basic realm="Webhook of mine", Bearer', 'unauthorized'],
  ])('who asks for %s is %s', (challenge, row) => {
    for (const status of [401, 403]) {
      expect(verdict(madeReply(status, 'no', { 'www-authenticate': challenge }))).toBe(row);
    }
  });

  test.each([
    [300, 'redirect'],
    [399, 'redirect'],
    [400, 'not-accepted'],
    [299, 'not-accepted'],
  ])('a place to go to makes %s a %s', (status, row) => {
    const given = { acceptStatus: [[200, 200]] } as const;
    expect(verdict(madeReply(status, '', { location: 'https://n8n.example.com/' }), given)).toBe(row);
  });

  test('a message that is no text is none', () => {
    for (const message of [404, null, ['x'], { toString: 1 }]) {
      expect(verdict(madeReply(404, JSON.stringify({ message })))).toBe('not-accepted');
    }
  });

  test("what Envoy says of the server's reason is known by its first words", () => {
    expect(verdict(madeReply(503, envoy('reset after overflow')))).toBe('gateway-failure');
    expect(verdict(madeReply(503, envoy('overflow')))).toBe('overloaded');
  });

  test.each<[object, string]>([
    [{ executionId: 7, status: 'started' }, 'mcp-started'],
    [{ executionId: '', status: 'started' }, 'mcp-refused'],
    [{ executionId: '7', success: false }, 'workflow-failed'],
    [{ executionId: '7', success: true }, 'mcp-started'],
    [{ executionId: '7', error: { message: 'x' } }, 'workflow-failed'],
    [{ executionId: '7', status: 'crashed' }, 'workflow-failed'],
    [{ executionId: '7', status: 'no error' }, 'mcp-started'],
    [{ executionId: '7', status: 'errors' }, 'mcp-started'],
  ])('the result %j over MCP is %s', (result, row) => {
    expect(verdict(executed(result), mcp)).toBe(row);
  });

  test.each([
    [405, 'mcp-not-there'],
    [300, 'not-accepted'],
    [199, 'not-accepted'],
  ])('the status %s over MCP is %s', (status, row) => {
    expect(verdict(madeReply(status, 'no answer'), mcp)).toBe(row);
  });

  test.each(['Device 42 is not registered', 'Device 42 is not registered for GET requests'])(
    'a workflow that says of something else that it is not registered ran: %s',
    (message) => {
      const reply = madeReply(404, JSON.stringify({ message }));
      expect(judge(reply, call())).toMatchObject({ row: 'not-accepted', ran: 'maybe' });
    },
  );

  test.each([
    ['a title without an end', `<title>${'n8n'.repeat(300_000)}`],
    ['inputs without an end', '<input '.repeat(130_000)],
  ])('a page made to be slow to search is judged at once: %s', (_, page) => {
    const began = performance.now();
    expect(judge(madeReply(200, page, html), call())).toMatchObject({ row: 'accepted' });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('a page is known by its first 16 KiB', () => {
    const page = (blanks: number) => madeReply(200, `${' '.repeat(blanks)}<input type="password">`, html);
    expect(verdict(page(16_000))).toBe('login-page');
    expect(verdict(page(17_000))).toBe('accepted');
  });

  test("a workflow's own page with a password field is no login page: n8n sends it with a sandbox", () => {
    const headers = { ...html, 'content-security-policy': 'sandbox allow-forms' };
    expect(verdict(madeReply(200, '<input type="password">', headers))).toBe('accepted');
  });

  test('an accepted 404 of n8n itself is still no success', () => {
    const body = '{"code":404,"message":"The requested webhook \\"POST deploy\\" is not registered."}';
    expect(verdict(madeReply(404, body), { acceptStatus: [[200, 404]] })).toBe('not-registered');
  });

  test.each([401, 403, 413, 422, 429, 500, 503, 504])('an accepted %i is a success', (status) => {
    expect(verdict(madeReply(status, '{"mine":true}'), { acceptStatus: [[400, 599]] })).toBe('accepted');
  });

  test('an accepted redirect is a success', () => {
    expect(verdict(madeReply(307, '', { location: 'https://example.com' }), { acceptStatus: [[307, 307]] })).toBe(
      'accepted',
    );
  });

  test('a status outside of accept-status is a failure, be it 200', () => {
    expect(verdict(madeReply(200, '{}'), { acceptStatus: [[202, 202]] })).toBe('not-accepted');
  });

  test('a line of a stream that only mentions an error is none', () => {
    const body = '{"type":"begin","metadata":{}}\n{"type":"item","content":"\\"error\\""}\n{"type":"end"}\n';
    expect(verdict(madeReply(200, body))).toBe('accepted');
  });
});

describe('n8n is known by all that it says together', () => {
  const replies = expanded.flatMap(({ exchange, ...rest }) =>
    exchange.kind === 'reply' ? [{ reply: exchange, ...rest }] : [],
  );
  const rowOf = (reply: Exchange, given?: Partial<Call>) => judge(reply, call(given)).row;

  test.each(replies)('$title, under a status that n8n does not use for it', ({ reply, row, ...given }) => {
    // These are told apart by their words alone, in the same way under each status.
    const expected = row === 'starting-up' || row === 'jwt-auth' ? row : 'not-accepted';
    expect(rowOf({ ...reply, status: 418 }, given.call)).toBe(expected);
  });

  test.each(replies)('$title, in other words', ({ reply: { status }, ...given }) => {
    const mcpCall = given.call?.route === 'mcp';
    const byStatus = new Map([
      [401, 'unauthorized'],
      [403, 'unauthorized'],
      [404, mcpCall ? 'mcp-not-there' : 'not-accepted'],
      [413, 'too-large'],
      [429, 'overloaded'],
      [503, 'overloaded'],
      ...[502, 504, 520, 521, 522, 523, 524].map((code) => [code, 'gateway-failure'] as const),
    ]);
    const isSuccess = status >= 200 && status < 300;
    const isAccepted = isSuccess || (given.call?.acceptStatus?.length ?? 0) > 1;
    const expected = isAccepted ? (mcpCall ? 'mcp-unreadable' : 'accepted') : (byStatus.get(status) ?? 'not-accepted');
    for (const body of ['other words', '{"message":"other words"}', '"text"', 'null']) {
      expect(rowOf(madeReply(status, body), given.call)).toBe(expected);
      // The start endpoint has no pages.
      const asPage = expected === 'accepted' && given.call?.route === 'start' ? 'start-page' : expected;
      expect(rowOf(madeReply(status, body, html), given.call)).toBe(asPage);
    }
  });
});

describe('a reply that is long', () => {
  const message = (padding: number) => JSON.stringify({ message: 'Error in workflow', more: 'x'.repeat(padding) });
  const around = message(0).length;

  test('is looked through for a message up to 64 KiB', () => {
    const most = madeReply(500, message(64 * 1024 - around));
    expect(judge(most, call()).row).toBe('workflow-failed');
    expect(judge(madeReply(500, message(64 * 1024 - around + 1)), call()).row).toBe('not-accepted');
  });
});

describe('what is told', () => {
  const told = (on: Exchange, given?: Partial<Call>) => explain(judge(on, call(given)));

  const fitting: [Exchange, RegExp, Partial<Call>?][] = [
    [madeReply(504), /longer than the proxy waits/],
    [madeReply(524), /longer than the proxy waits/],
    [madeReply(502), /\(HTTP 502\)\. .*before you run this again/],
    [madeReply(401, '', { 'www-authenticate': 'Basic realm="Enter credentials"' }), /no basic-auth was given/, form],
    [
      madeReply(401, '', { 'www-authenticate': 'Basic realm="Enter credentials"' }),
      /refused this user or password/,
      { ...form, credentials: ['basic-auth'] },
    ],
    [madeReply(403, 'jwt not active', fromNode), /clocks/, minted],
    [madeReply(403, 'invalid token', fromNode), /Set jwt-algorithm/, minted],
    [
      madeReply(
        404,
        '{"message":"This webhook is not registered for GET requests. Did you mean to make a <b> request?"}',
      ),
      /It takes another method/,
    ],
    [madeReply(404, '{"message":"This webhook is not registered for GET requests"}'), /It takes another method/],
    [madeReply(302, '', { location: 'http://n8n.example.com/webhook/deploy' }), /to http:\/\/n8n\.example\.com\/…;/],
    [broken('connect', 'ERR_TLS_CERT_ALTNAME_INVALID'), /is for another name/],
    [broken('connect', 'CERT_HAS_EXPIRED'), /has expired/],
    [broken('connect', 'SELF_SIGNED_CERT_IN_CHAIN'), /is not trusted \(SELF_/],
    [broken('connect', 'ERR_TLS_HANDSHAKE'), /No TLS connection .* could be established \(ERR_TLS_HANDSHAKE\)/],
    [broken('connect', 'ETIMEDOUT'), /No connection .* could be established \(ETIMEDOUT\)/],
    [broken('send', 'EPIPE'), /proxy or firewall cut/, { bodySize: MIB }],
    [broken('send', 'EPIPE'), /The body of 1\.0 MB may be too large/, { bodySize: MIB + 1 }],
    [broken('wait', 'TIMEOUT'), /No reply came .* within 5 min 0 s/],
    [broken('wait', 'ECONNRESET'), /broke before a reply came \(ECONNRESET\)/],
    [broken('receive', 'TIMEOUT', 200), /not complete within 5 min 0 s/],
    [broken('receive', 'ECONNRESET', 200), /broke off \(ECONNRESET\)/],
    [broken('receive', 'DISK_ENOSPC', 200), /could not be written to a file \(ENOSPC\)/],
    [broken('connect', 'PROXY_FAILED'), /proxy does not work\. /],
    [broken('connect', 'PROXY_4033'), /does not work \(4033\)\./],
    [broken('connect', 'PROXY_5022'), /does not work \(5022\)\./],
  ];

  test.each([
    [broken('connect', 'ENOTFOUND'), 'Check … for a typo'],
    [broken('connect', 'ECONNREFUSED'), 'host and port in … are right'],
    [broken('connect', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'the certificate is for in …'],
    [broken('connect', 'PROXY_502'), 'Check …, and that n8n is up'],
    [madeReply(301, '', { location: 'https://example.com' }), 'Give that address in … if'],
  ])('names the input that gave the address: %#', (exchange, words) => {
    for (const addressInput of ['url', 'webhook-base', 'api-url'] as const) {
      expect(told(exchange, { addressInput })).toContain(words.replace('…', addressInput));
    }
  });

  test("names the input that gave the address of n8n's MCP server", () => {
    const given = { ...mcp, addressInput: 'api-url' } as const;
    expect(told(madeReply(405), given)).toContain('Check api-url: the address');
    expect(told(madeReply(204), given)).toContain('Check that api-url is the address of n8n');
  });

  test.each(fitting.map(([exchange, words, given = {}]) => ({ exchange, words, given })))(
    'fits what happened: $words',
    ({ exchange, words, given }) => {
      expect(told(exchange, given)).toMatch(words);
    },
  );

  test('has no query of the webhook in it, nor a value from there', () => {
    const url = new URL('https://n8n.example.com/webhook/deploy?token=s3cr%2Ft&n=1');
    for (const written of ['?token=s3cr%2Ft&n=1', 's3cr/t', 's3cr%2Ft']) {
      expect(told(madeReply(500, `1 is in ${written}`), { url })).not.toMatch(/s3cr/);
    }
    expect(told(madeReply(500, '1 is in'), { url })).toContain('"1 is in"');
  });

  test('has no rest of a value in it that begins like the path', () => {
    const url = new URL('https://n8n.example.com/webhook/deploy?token=deploy-s3cret');
    expect(told(madeReply(500, 'It is deploy-s3cret'), { url })).toContain('"It is …"');
  });

  test('names the node of a stream that failed, where it is told', () => {
    const begin = '{"type":"begin","metadata":{}}\n';
    expect(told(madeReply(200, `${begin}{"type":"error","metadata":{"nodeName":"Ask"}}\n`))).toContain('node "Ask"');
    expect(told(madeReply(200, `${begin}{"type":"error"}\n`))).toContain('node "unknown"');
    expect(judge(madeReply(200, `${begin}{"type":"error", cut`), call()).row).toBe('accepted');
    expect(judge(madeReply(200, 'log\n{"type":"error","metadata":{}}'), call()).row).toBe('accepted');
  });

  test.each([
    ['It broke', '', 'It broke.'],
    ['', '', ''],
    ['Is it up?', 'See https://n8n.example.com/1', 'Is it up? See https://n8n.example.com/1'],
    ['See https://n8n.example.com/1 first', 'It said "no"', 'See https://n8n.example.com/1 first. It said "no"'],
    ['What is https? More', 'Wait…', 'What is https? More. Wait…'],
  ])('is made of whole sentences: %j, %j', (message, hint, text) => {
    expect(explain({ ...accepted, message: declareSafe(message), hint: declareSafe(hint) })).toBe(text);
  });

  test.each(['starting', 'cannot POST', 'not registered'])('after %s, n8n is given two seconds', (name) => {
    for (const { reply } of recordings.filter((each) => each.name === name)) {
      expect(judge(reply, call()).retry).toEqual({ minDelayMs: 2000 });
    }
  });

  test.each([
    ['s3cret-path', 's3cret-path'],
    ['s3cr%C3%A9t/a%20b', 's3crét/a b'],
  ])('never has the path of the webhook in it (%s), even where the reply has', (path, decoded) => {
    const url = new URL(`https://n8n.example.com/sub/webhook/${path}`);
    const message = `POST ${decoded} at /webhook/${path} is odd`;
    for (const status of [401, 404, 429, 500]) {
      for (const body of [message, JSON.stringify({ message })]) {
        expect(told(madeReply(status, body), { url })).toContain('"POST … at /webhook/… is odd"');
      }
    }
  });

  test('has no line break, whatever the reply says', () => {
    const body = JSON.stringify({ message: 'a\n::error::b\r\u2028c' });
    expect(explain(judge(madeReply(500, body), call()))).toMatch(/^[^\r\n\u2028]*$/);
  });

  test('copes with a path that is no valid percent-encoding', () => {
    const url = new URL('https://n8n.example.com/webhook/100%zz');
    expect(explain(judge(madeReply(500, 'oops'), call({ url })))).toContain('"oops"');
  });

  test.each([
    ['yes', 'It broke. Mend it.'],
    ['no', 'It broke. The workflow did not run. Mend it.'],
    ['maybe', 'It broke. The workflow may have run. Mend it.'],
  ] as const)('says so where the workflow ran: %s', (ran, text) => {
    expect(explain({ ...accepted, success: false, ran, message: say`It broke.`, hint: say`Mend it.` })).toBe(text);
  });
});
