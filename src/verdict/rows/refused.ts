import { formatBytes } from '../../text/format.ts';
import { type Call, type Heard, isWorkflowsAnswer, lostItsUpstream, quoteReply, type Row } from '../row.ts';

/** n8n's bound for bodies, unless N8N_PAYLOAD_SIZE_MAX says otherwise, in bytes. */
const DEFAULT_PAYLOAD_LIMIT = 16 * 1024 * 1024;

const refused = { success: false, ran: 'no' } as const;

/** Replies that refuse the request: who calls, what is sent, or that it is sent now. */
export const refusedRows: readonly Row[] = [
  {
    name: 'basic-auth',
    knows: ({ status, text }) =>
      isUnauthorized(status) && /^Authorization is required!|^Authentication data is wrong!/.test(text),
    means: ({ text, call }) => ({
      ...refused,
      what: text.startsWith('Authorization is required')
        ? `The Webhook node requires Basic Auth, and ${sent(call)}.`
        : 'The Webhook node requires Basic Auth, and refused this user or password.',
      advice: 'Give user:password of the credential that the node uses in basic-auth.',
    }),
  },
  {
    name: 'header-auth',
    knows: ({ status, text }) => isUnauthorized(status) && text.startsWith('Authorization data is wrong!'),
    means: ({ call }) =>
      call.route === 'start'
        ? {
            ...refused,
            what: 'The gateway workflow refused this secret-key.',
            advice:
              "Compare it with the value in the gateway's Header Auth credential, whose name must be X-N8N-API-KEY.",
          }
        : {
            ...refused,
            what: `The Webhook node refused the call; ${sent(call)}.`,
            // n8n 2.16 and before says the same of a wrong password, too.
            advice: `${call.credentials.includes('basic-auth') ? 'If it uses Basic Auth, user or password is wrong. ' : ''}If it uses Header Auth, give the name and value of its credential in headers; if its option Ignore Bots is on, n8n says the same to clients that it takes for one.`,
          },
  },
  {
    name: 'jwt-auth',
    knows: (heard) =>
      isFromWebhookNode(heard) &&
      /^(?:No token provided|jwt |invalid (?:token|signature|algorithm)|secret)/.test(heard.text),
    means: (heard) => ({
      ...refused,
      what: `The Webhook node requires JWT Auth and said ${quoteReply(heard)}; ${sent(heard.call)}.`,
      advice: jwtAdvice(heard),
    }),
  },
  {
    name: 'ip-list',
    knows: ({ status, text }) => status === 403 && /^IP is not (?:allowed|whitelisted) to access/.test(text),
    means: () => ({
      ...refused,
      what: "The Webhook node's IP allow-list does not hold this runner's address.",
      advice:
        'GitHub-hosted runners have changing addresses: use authentication instead, or a self-hosted runner. Behind a proxy, n8n needs N8N_PROXY_HOPS to see the address.',
    }),
  },
  {
    name: 'signature',
    knows: ({ status, text }) => isUnauthorized(status) && /\bsignature\b/i.test(text),
    means: (heard) => ({
      ...refused,
      ran: 'maybe',
      what: `The workflow did not accept the signature and said ${quoteReply(heard)}; ${sent(heard.call)}.`,
      advice: heard.call.contentType.startsWith('multipart/')
        ? 'n8n keeps no raw body of multipart/form-data to verify: use JWT Auth for uploads, or send one file with payload-file.'
        : 'Give the secret that the workflow verifies with in signing-secret.',
    }),
  },
  {
    name: 'unauthorized',
    knows: ({ status }) => isUnauthorized(status),
    means: (heard) => ({
      ...refused,
      ran: isFromWebhookNode(heard) ? 'no' : 'maybe',
      what: `The call was refused with HTTP ${heard.status} and ${quoteReply(heard)}; ${sent(heard.call)}.`,
      advice:
        'If n8n did not say this, a proxy or firewall before it did: give what it wants in headers. If the workflow itself answers so, look at its execution.',
    }),
  },
  {
    name: 'too-large',
    knows: (heard) => heard.status === 413 && !isWorkflowsAnswer(heard),
    means: ({ call }) => ({
      ...refused,
      what: `The body of ${formatBytes(call.bodySize)} is larger than n8n or a proxy before it takes (413).`,
      advice: 'Send less, or raise N8N_PAYLOAD_SIZE_MAX and the limit of the proxy.',
    }),
  },
  {
    name: 'over-payload-limit',
    knows: (heard) => isStartFailure(heard) && heard.call.bodySize > DEFAULT_PAYLOAD_LIMIT,
    means: ({ call }) => ({
      ...refused,
      what: `n8n refused the body of ${formatBytes(call.bodySize)}: its limit is 16 MiB unless set otherwise.`,
      advice: 'Send less, or raise N8N_PAYLOAD_SIZE_MAX (in MiB) in n8n.',
    }),
  },
  {
    name: 'start-failure',
    knows: isStartFailure,
    means: ({ call }) => ({
      ofReplyAlone: true,
      success: false,
      ran: 'maybe',
      retry: { leastMs: 0 },
      what: 'n8n had a problem executing the workflow, and says no more.',
      advice: `Look at n8n's log. It also says this to a body over N8N_PAYLOAD_SIZE_MAX; yours has ${formatBytes(call.bodySize)}.`,
    }),
  },
  {
    name: 'unparseable',
    knows: ({ status, message }) => status === 422 && message === 'Failed to parse request body',
    means: ({ call }) => ({
      ...refused,
      what: `n8n could not parse the body as ${call.contentType}.`,
      advice: 'Make content-type and payload agree.',
    }),
  },
  {
    name: 'overloaded',
    knows: (heard) =>
      !isWorkflowsAnswer(heard) && (heard.status === 429 || (heard.status === 503 && !lostItsUpstream(heard))),
    means: (heard) => ({
      ...refused,
      retry: { leastMs: 0 },
      what: `The server is overloaded or limits calls (HTTP ${heard.status}, ${quoteReply(heard)}).`,
      advice: 'Try again later, or raise retries.',
    }),
  },
];

function isUnauthorized(status: number): boolean {
  return status === 401 || status === 403;
}

/** The Webhook node sends this header with every refusal, whatever authentication it wants. */
function isFromWebhookNode({ headers }: Heard): boolean {
  return headers['www-authenticate'] === 'Basic realm="Webhook"';
}

/** What n8n answers when it failed before the workflow's first node; its bound for bodies is one reason. */
function isStartFailure({ status, message }: Heard): boolean {
  return status === 500 && message === 'There was a problem executing the workflow';
}

/** What jsonwebtoken's words call for (n8n passes them on as they are). */
function jwtAdvice({ text, call: { credentials } }: Heard): string {
  if (!credentials.includes('jwt-secret')) {
    return 'Give the passphrase or private key of its credential in jwt-secret, and its algorithm in jwt-algorithm.';
  }
  if (text.startsWith('invalid signature')) return 'Compare jwt-secret with the credential that the node uses.';
  if (text.startsWith('jwt expired') || text.startsWith('jwt not active')) {
    return 'The clocks of this runner and of n8n differ, or jwt-claims sets exp or nbf.';
  }
  return 'Set jwt-algorithm to that of the credential, and give its passphrase or private key in jwt-secret.';
}

function sent({ credentials }: Call): string {
  if (credentials.length === 0) return 'nothing was sent to prove who calls';
  return `${credentials.join(' and ')} ${credentials.length === 1 ? 'was' : 'were'} sent`;
}
