import type { Host } from '../host/host.ts';
import { type SafeText, say } from '../text/safe.ts';
import type { RowName } from '../verdict/row-name.ts';

/** Where something is explained. */
export interface Help {
  readonly url: SafeText;
}

/** The headings of docs/troubleshooting.md, as addresses name them. */
const PLACES = {
  inputs: say`inputs`,
  connection: say`n8n-was-not-reached`,
  certificates: say`certificates-and-proxies`,
  nothingRan: say`n8n-answered-and-nothing-ran`,
  refused: say`n8n-refused-the-call`,
  failed: say`the-workflow-failed`,
  lost: say`the-reply-was-lost`,
  other: say`other-replies`,
  following: say`following-the-execution`,
  api: say`n8ns-api-and-the-key`,
  byId: say`a-workflow-by-its-id`,
  mcp: say`the-mcp-server`,
} as const;

/** The heading under which each row is explained. */
const PLACE_OF: Readonly<Record<RowName, SafeText>> = {
  inputs: PLACES.inputs,
  payload: PLACES.inputs,
  'no-credentials': PLACES.inputs,
  unsigned: PLACES.inputs,
  'unreadable-body': PLACES.inputs,
  'client-certificate': PLACES.inputs,
  'broken-request': PLACES.inputs,
  'name-not-found': PLACES.connection,
  'connection-refused': PLACES.connection,
  'not-connected': PLACES.connection,
  certificate: PLACES.certificates,
  tls: PLACES.certificates,
  proxy: PLACES.certificates,
  'starting-up': PLACES.nothingRan,
  'cannot-post': PLACES.nothingRan,
  'wrong-method': PLACES.nothingRan,
  'test-url': PLACES.nothingRan,
  'not-registered': PLACES.nothingRan,
  'nothing-for-head': PLACES.nothingRan,
  'not-published': PLACES.nothingRan,
  'editor-page': PLACES.nothingRan,
  'login-page': PLACES.nothingRan,
  'could-not-start': PLACES.nothingRan,
  'only-run-if': PLACES.nothingRan,
  unavailable: PLACES.nothingRan,
  'own-path': PLACES.nothingRan,
  'not-passed-on': PLACES.nothingRan,
  'no-such-page': PLACES.nothingRan,
  'not-n8n': PLACES.nothingRan,
  'resume-signature': PLACES.nothingRan,
  'resume-gone': PLACES.nothingRan,
  'resume-method': PLACES.nothingRan,
  'resume-form': PLACES.nothingRan,
  'resume-ended': PLACES.nothingRan,
  'resume-running': PLACES.nothingRan,
  'form-type': PLACES.nothingRan,
  'form-page': PLACES.nothingRan,
  'chat-page': PLACES.nothingRan,
  'chat-history': PLACES.nothingRan,
  'form-not-registered': PLACES.nothingRan,
  'form-next-page': PLACES.nothingRan,
  'basic-auth': PLACES.refused,
  'header-auth': PLACES.refused,
  'jwt-auth': PLACES.refused,
  'ip-list': PLACES.refused,
  signature: PLACES.refused,
  unauthorized: PLACES.refused,
  'too-large': PLACES.refused,
  'over-payload-limit': PLACES.refused,
  'start-failure': PLACES.refused,
  unparseable: PLACES.refused,
  overloaded: PLACES.refused,
  'form-auth': PLACES.refused,
  'chat-auth': PLACES.refused,
  'chat-not-public': PLACES.refused,
  'stream-failed': PLACES.failed,
  'success-when': PLACES.failed,
  'never-responded': PLACES.failed,
  'workflow-failed': PLACES.failed,
  'last-node-empty': PLACES.failed,
  'execution-error': PLACES.failed,
  'execution-crashed': PLACES.failed,
  'execution-canceled': PLACES.failed,
  'gateway-failure': PLACES.lost,
  'no-reply': PLACES.lost,
  'broken-reply': PLACES.lost,
  'reply-too-large': PLACES.lost,
  'reply-not-written': PLACES.lost,
  'reply-lost': PLACES.lost,
  redirect: PLACES.other,
  'not-accepted': PLACES.other,
  answered: PLACES.other,
  accepted: PLACES.other,
  aborted: PLACES.following,
  cancelled: PLACES.following,
  'execution-success': PLACES.following,
  'execution-absent': PLACES.following,
  'execution-unreachable': PLACES.following,
  'execution-not-saved': PLACES.following,
  'execution-timeout': PLACES.following,
  'no-start-endpoint': PLACES.byId,
  'gateway-not-published': PLACES.byId,
  'gateway-no-trigger': PLACES.byId,
  'gateway-run-failed': PLACES.byId,
  'start-silent': PLACES.byId,
  'no-trigger': PLACES.byId,
  'mcp-disabled': PLACES.mcp,
  'mcp-unauthorized': PLACES.mcp,
  'mcp-not-there': PLACES.mcp,
  'mcp-started': PLACES.mcp,
  'mcp-refused': PLACES.mcp,
  'mcp-unreadable': PLACES.mcp,
  'mcp-not-available': PLACES.mcp,
  'mcp-not-found': PLACES.mcp,
  'mcp-archived': PLACES.mcp,
  'mcp-not-published': PLACES.mcp,
  'mcp-trigger': PLACES.mcp,
  'mcp-no-tool': PLACES.mcp,
  'api-unreachable': PLACES.api,
  'api-unavailable': PLACES.api,
  'api-redirect': PLACES.api,
  'api-unauthorized': PLACES.api,
  'api-forbidden': PLACES.api,
  'api-not-found': PLACES.api,
  'api-too-old': PLACES.api,
  'api-blocked': PLACES.api,
  'api-silent': PLACES.api,
  'api-not-there': PLACES.api,
  'api-unreadable': PLACES.api,
  'api-refused': PLACES.api,
  'mcp-no-execution': PLACES.mcp,
};

/** All headings that docs/troubleshooting.md must have. */
export const HELP_PLACES: readonly SafeText[] = Object.values(PLACES);

/**
 * Where this version of the action explains a row; undefined where the runner does not say which action this is, as for
 * an action in the workflow's own repository.
 */
export function helpOn(row: RowName, { env, show }: Host): Help | undefined {
  const repository = env['GITHUB_ACTION_REPOSITORY'];
  const ref = env['GITHUB_ACTION_REF'];
  if (!repository || !ref) return undefined;
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const version = encodeURI(`${server}/${repository}/blob/${ref}`).replace(/[?#]/g, encodeURIComponent);
  return { url: say`${show(version, 500)}/docs/troubleshooting.md#${PLACE_OF[row]}` };
}
