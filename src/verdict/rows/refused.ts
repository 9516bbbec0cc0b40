import { formatBytes } from '../../text/format.ts';
import { NOTHING, type SafeText, say } from '../../text/safe.ts';
import { isJsonReply, quoteReply } from '../reply.ts';
import { AT_ONCE, type Call, nothingRan, type ReplyView, type Row } from '../row.ts';

/** n8n's limit for bodies, unless N8N_PAYLOAD_SIZE_MAX says otherwise, in bytes. */
const DEFAULT_PAYLOAD_LIMIT = 16 * 1024 * 1024;

/** Statuses that turn a caller away. */
export const REFUSED: readonly number[] = [401, 403];

/** n8n's reply when it failed before the workflow's first node; its limit for bodies is one reason. */
const START_FAILURE = { status: 500, says: /^There was a problem executing the workflow$/ } as const;

/** n8n's own replies that refuse the caller or the body; and proxies' 413. */
export const refusedRows: readonly Row[] = [
  ...nothingRan([
    {
      name: 'basic-auth',
      when: { status: REFUSED, text: /^Authorization is required!|^Authentication data is wrong!/ },
      message: ({ text, call }) =>
        text.startsWith('Authorization is required')
          ? say`The Webhook node requires Basic Auth, and ${sent(call)}.`
          : say`The Webhook node requires Basic Auth, and refused this user or password.`,
      hint: say`Set basic-auth to user:password, as in the node's credential.`,
    },
    {
      name: 'header-auth',
      when: { status: REFUSED, text: /^Authorization data is wrong!/, where: ({ call }) => call.route === 'start' },
      message: say`The gateway workflow refused this secret-key.`,
      hint: say`Compare it with the value in the gateway's Header Auth credential, whose name must be X-N8N-API-KEY.`,
    },
    {
      name: 'header-auth',
      when: { status: REFUSED, text: /^Authorization data is wrong!/ },
      message: ({ call }) => say`The Webhook node refused the call; ${sent(call)}.`,
      // n8n 2.16 and earlier also says this about a wrong password.
      hint: ({ call }) =>
        say`${call.credentials.includes('basic-auth') ? say`If it uses Basic Auth, user or password is wrong. ` : NOTHING}If it uses Header Auth, give the name and value of its credential in headers; if its option Ignore Bots is on, n8n says the same to clients that it takes for bots.`,
    },
    {
      name: 'jwt-auth',
      when: {
        text: /^(?:No token provided|jwt |invalid (?:token|signature|algorithm)|secret)/,
        where: isFromWebhookNode,
      },
      message: (view) => say`The Webhook node requires JWT Auth and replied ${quoteReply(view)}; ${sent(view.call)}.`,
      hint: jwtHint,
    },
    {
      name: 'ip-list',
      when: { status: 403, text: /^IP is not (?:allowed|whitelisted) to access/ },
      message: say`The Webhook node's IP allow-list does not contain this runner's address.`,
      hint: say`GitHub-hosted runners have changing addresses: use authentication instead, or a self-hosted runner. Behind a proxy, n8n needs N8N_PROXY_HOPS to see the address.`,
    },
    {
      name: 'unauthorized',
      when: { status: REFUSED, where: isFromWebhookNode },
      message: (view) =>
        say`The Webhook node refused the call with HTTP ${view.status} and ${quoteReply(view)}; ${sent(view.call)}.`,
      hint: say`Compare the authentication of the Webhook node with the inputs.`,
    },
    {
      name: 'too-large',
      when: {
        status: 413,
        where: (view) => !isJsonReply(view) || view.jsonMessage.startsWith('The submitted form data exceeds'),
      },
      message: ({ call }) =>
        say`The body of ${formatBytes(call.bodySize)} is larger than n8n, or a proxy in front of it, accepts (413).`,
      hint: say`Send less, or raise N8N_PAYLOAD_SIZE_MAX and the limit of the proxy.`,
    },
    {
      name: 'over-payload-limit',
      when: { ...START_FAILURE, where: ({ call }) => call.bodySize > DEFAULT_PAYLOAD_LIMIT },
      message: ({ call }) =>
        say`n8n refused the body of ${formatBytes(call.bodySize)}: its limit is 16 MiB unless set otherwise.`,
      hint: say`Send less, or raise N8N_PAYLOAD_SIZE_MAX (in MiB) in n8n.`,
    },
    {
      name: 'unparseable',
      when: {
        status: [400, 422],
        says: /^(?:Failed to parse request body|The submitted form data could not be parsed\.)$/,
      },
      message: ({ call }) => say`n8n could not parse the body as ${call.show(call.contentType)}.`,
      hint: say`Make content-type and payload agree; for plain text, set content-type: text/plain.`,
    },
  ]),
  {
    name: 'start-failure',
    when: START_FAILURE,
    ran: 'maybe',
    retry: AT_ONCE,
    overruledByExecution: true,
    message: say`n8n had a problem executing the workflow, and gave no details.`,
    hint: ({ call }) =>
      say`Look at n8n's log. n8n also says this about a body over N8N_PAYLOAD_SIZE_MAX; yours has ${formatBytes(call.bodySize)}.`,
  },
];

/** The Webhook node sends this header with every refusal, whatever authentication it wants. */
function isFromWebhookNode({ headers }: ReplyView): boolean {
  return headers['www-authenticate'] === 'Basic realm="Webhook"';
}

/** What to do about a message of jsonwebtoken, which n8n passes on unchanged. */
function jwtHint({ text, call: { credentials } }: ReplyView): SafeText {
  if (!credentials.includes('jwt-secret')) {
    return say`Set jwt-secret to the passphrase or private key of its credential, and jwt-algorithm to its algorithm.`;
  }
  if (text.startsWith('invalid signature')) return say`Compare jwt-secret with the credential that the node uses.`;
  if (text.startsWith('jwt expired') || text.startsWith('jwt not active')) {
    return say`The clocks of this runner and of n8n differ, or jwt-claims sets exp or nbf.`;
  }
  return say`Set jwt-algorithm to that of the credential, and jwt-secret to its passphrase or private key.`;
}

/** A refusal in words that are not n8n's. */
export function refusal(view: ReplyView): SafeText {
  return say`The call was refused with HTTP ${view.status} and ${quoteReply(view)}; ${sent(view.call)}.`;
}

/** Which credentials were sent, as a clause. */
export function sent({ credentials, show }: Call): SafeText {
  if (credentials.length === 0) return say`no credentials were sent`;
  return say`${show(credentials.join(' and '))} ${credentials.length === 1 ? say`was` : say`were`} sent`;
}
