import { declareSafe, type SafeText } from '../text/safe.ts';

/** What decides a verdict, by the heading of docs/troubleshooting.md that explains it, as addresses name it. */
export const ROWS_BY_HEADING = {
  inputs: [
    ['inputs', 'payload', 'no-credentials', 'unsigned'],
    ['unreadable-body', 'client-certificate', 'broken-request'],
  ],
  'n8n-was-not-reached': [['name-not-found', 'connection-refused', 'not-connected']],
  'certificates-and-proxies': [['certificate', 'tls', 'proxy']],
  'n8n-replied-and-nothing-ran': [
    ['starting-up', 'unavailable', 'own-path', 'cannot-post', 'wrong-method', 'test-url', 'not-registered'],
    ['nothing-for-head', 'not-published', 'editor-page', 'login-page', 'could-not-start', 'only-run-if'],
    ['not-passed-on', 'no-such-page', 'not-n8n'],
    [
      'resume-signature',
      'resume-gone',
      'resume-method',
      'resume-form',
      'resume-ended',
      'resume-running',
      'resume-silent',
    ],
    ['form-type', 'form-page', 'form-not-registered', 'form-next-page', 'chat-page', 'chat-history'],
  ],
  'n8n-refused-the-call': [
    ['basic-auth', 'header-auth', 'jwt-auth', 'ip-list', 'signature', 'unauthorized'],
    ['form-auth', 'chat-auth', 'chat-not-public'],
    ['too-large', 'over-payload-limit', 'start-failure', 'unparseable', 'overloaded'],
  ],
  'the-workflow-failed': [
    ['stream-failed', 'never-responded', 'workflow-failed', 'last-node-empty', 'success-when'],
    ['execution-error', 'execution-crashed', 'execution-canceled'],
  ],
  'the-reply-was-lost': [
    ['gateway-failure', 'no-reply', 'broken-reply', 'reply-too-large', 'reply-not-written', 'reply-lost'],
  ],
  'other-replies': [['redirect', 'not-accepted', 'answered', 'accepted']],
  'following-the-execution': [
    ['aborted', 'cancelled', 'execution-success', 'execution-absent', 'execution-unreachable'],
    ['execution-not-saved', 'execution-timeout'],
  ],
  'n8ns-api-and-the-key': [
    ['api-unreachable', 'api-unavailable', 'api-redirect', 'api-unauthorized', 'api-forbidden', 'api-not-found'],
    ['api-too-old', 'api-blocked', 'api-silent', 'api-not-there', 'api-unreadable', 'api-refused'],
  ],
  'a-workflow-by-its-id': [
    ['no-start-endpoint', 'start-silent', 'no-trigger'],
    ['gateway-not-published', 'gateway-no-trigger', 'gateway-run-failed'],
  ],
  'the-mcp-server': [
    ['mcp-disabled', 'mcp-unauthorized', 'mcp-not-there', 'mcp-unreadable', 'mcp-no-tool', 'mcp-no-execution'],
    ['mcp-not-available', 'mcp-not-found', 'mcp-archived', 'mcp-not-published', 'mcp-trigger', 'mcp-refused'],
    ['mcp-started'],
  ],
} as const;

/** The name of what decided a verdict. */
export type RowName = (typeof ROWS_BY_HEADING)[keyof typeof ROWS_BY_HEADING][number][number];

export function headingOf(row: RowName): SafeText {
  const found = Object.entries(ROWS_BY_HEADING).find(([, rows]) => rows.flat().some((name) => name === row));
  return declareSafe(found?.[0] ?? '');
}
