import type { ApiFailureCode } from './api-failure.ts';

/** The rows of the table of replies. */
type ReplyRow =
  // n8n itself says that nothing ran.
  | 'starting-up'
  | 'cannot-post'
  | 'wrong-method'
  | 'test-url'
  | 'not-registered'
  | 'nothing-for-head'
  | 'not-published'
  | 'editor-page'
  | 'login-page'
  | 'could-not-start'
  | 'unavailable'
  | 'own-path'
  // n8n itself says that a resume URL resumes nothing.
  | 'resume-signature'
  | 'resume-gone'
  | 'resume-method'
  | 'resume-form'
  | 'resume-ended'
  | 'resume-running'
  // Something in front of n8n did not pass the call on.
  | 'not-passed-on'
  | 'overloaded'
  | 'no-such-page'
  // The caller or the body is refused.
  | 'basic-auth'
  | 'header-auth'
  | 'jwt-auth'
  | 'ip-list'
  | 'signature'
  | 'unauthorized'
  | 'too-large'
  | 'over-payload-limit'
  | 'start-failure'
  | 'unparseable'
  // Form and Chat triggers.
  | 'form-not-registered'
  | 'form-auth'
  | 'form-type'
  | 'form-page'
  | 'form-next-page'
  | 'chat-page'
  | 'chat-history'
  | 'chat-auth'
  | 'chat-not-public'
  // The start endpoint and the gateway workflow.
  | 'no-start-endpoint'
  | 'gateway-not-published'
  | 'gateway-no-trigger'
  | 'gateway-run-failed'
  | 'start-silent'
  // n8n's MCP server.
  | 'mcp-started'
  | 'mcp-unreadable'
  // It ran, or may have.
  | 'only-run-if'
  | 'stream-failed'
  | 'never-responded'
  | 'not-n8n'
  | 'accepted'
  | 'answered'
  | 'workflow-failed'
  | 'last-node-empty'
  | 'redirect'
  | 'gateway-failure'
  | 'not-accepted';

/** No reply came, or only part of one. */
type BreakdownRow =
  | 'aborted'
  | 'unreadable-body'
  | 'client-certificate'
  | 'broken-request'
  | 'reply-not-written'
  | 'certificate'
  | 'tls'
  | 'name-not-found'
  | 'connection-refused'
  | 'not-connected'
  | 'proxy'
  | 'no-reply'
  | 'broken-reply'
  | 'reply-too-large';

/** What became of the execution. */
type ExecutionRow =
  | 'reply-lost'
  | 'cancelled'
  | 'execution-success'
  | 'execution-error'
  | 'execution-crashed'
  | 'execution-canceled'
  | 'execution-absent'
  | 'execution-unreachable'
  | 'execution-not-saved'
  | 'execution-timeout'
  | 'success-when';

/** The step ended before anything was sent to trigger. */
type NotSentRow = 'inputs' | 'no-trigger' | 'payload' | 'no-credentials' | 'unsigned';

/** The name of what decided a verdict. */
export type RowName = ReplyRow | BreakdownRow | ExecutionRow | NotSentRow | ApiFailureCode;
