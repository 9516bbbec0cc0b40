import { type SafeText, say } from '../text/safe.ts';

/** A reply, recognised by its text or headers, of a proxy that did not pass a call on. */
export interface ProxySaying {
  readonly proxy: SafeText;
  readonly status: readonly number[];
  /** A header that it must have, and a pattern for the value. */
  readonly header?: readonly [name: string, value: RegExp];
  /** Headers that it must not have, because they come from servers behind the proxy. */
  readonly without?: readonly string[];
  /** A pattern for the start of its body; `^$` for an empty one. */
  readonly words?: RegExp;
  /** What to do instead, where sending again does not help. */
  readonly hint?: SafeText;
}

const MITIGATED = say`In Cloudflare, let this runner's calls to n8n pass without a challenge: a WAF rule that skips it for the webhook's path, or a service token in headers.`;
const PLAIN_HTTP = say`Write https instead of http in url.`;

/**
 * Proxies that identify themselves. Each entry is based on documentation or source code; replies that a proxy also
 * sends after passing a call on are left out. Envoy's reasons are those given before a request is sent (its response
 * flags UH, UF and UO), for a call that it has not retried. nginx itself uses 503 for its limits and where its
 * configuration says so, and 502 or 504 when a server fails. Apache has one 503 page for all reasons. Heroku's
 * "Application error" may be a time-out.
 */
export const PROXY_SAYINGS: readonly ProxySaying[] = [
  { proxy: say`HAProxy`, status: [503], words: /No server is available to handle this request/ },
  { proxy: say`Traefik`, status: [503], words: /^no available server\s*$/ },
  { proxy: say`Envoy`, status: [503], words: /^no healthy upstream/ },
  {
    proxy: say`Envoy`,
    status: [503],
    words: /disconnect\/reset before headers\. reset reason: (?:(?:remote )?connection (?:failure|timeout)|overflow)/,
  },
  { proxy: say`nginx`, status: [503], words: /<hr><center>(?:nginx|openresty|tengine)\b/i },
  {
    proxy: say`The load balancer of AWS`,
    status: [503],
    header: ['server', /^awselb\//],
    words: /503 Service Temporarily/,
  },
  { proxy: say`Caddy`, status: [503], header: ['server', /^Caddy$/], without: ['content-type', 'via'], words: /^$/ },
  { proxy: say`IIS`, status: [503], header: ['server', /^Microsoft-HTTPAPI\//], words: /The service is unavailable/ },
  {
    proxy: say`Kong`,
    status: [503],
    words: /failure to get a peer from the ring-balancer|^.{0,20}name resolution failed/,
  },
  { proxy: say`Squid`, status: [503], header: ['x-squid-error', /^ERR_(?:CONNECT_FAIL|DNS_FAIL)\b/] },
  {
    proxy: say`Heroku`,
    status: [503],
    words: /No web processes running|Offline for Maintenance|maintenance-mode\.html/i,
  },
  { proxy: say`Fly.io`, status: [502, 503], words: /\[PR01\]|no known healthy instances found/ },
  {
    proxy: say`Render`,
    status: [404, 502, 503],
    header: ['x-render-routing', /no-server|no-deploy|suspend|hibernate/],
  },
  { proxy: say`Azure`, status: [403, 503], words: /<h1[^>]*>Error 403 - This web app is stopped/ },
  { proxy: say`Cloudflare`, status: [521, 523, 525, 526, 530] },
  { proxy: say`Cloudflare`, status: [403, 503], header: ['cf-mitigated', /./], hint: MITIGATED },
  {
    proxy: say`Cloudflare`,
    status: [403],
    words: /Attention Required! \| Cloudflare|^error code: 10(?:06|07|08|09|10|20)\b/,
    hint: MITIGATED,
  },
  {
    proxy: say`Cloudflare Access`,
    status: [302, 303],
    header: ['location', /\.cloudflareaccess\.com\/|\/cdn-cgi\/access\/login/],
    hint: say`Allow a service token there, and give it as CF-Access-Client-Id and CF-Access-Client-Secret in headers.`,
  },
  { proxy: say`Kong`, status: [404], words: /no Route matched with those values/ },
  { proxy: say`APISIX`, status: [404], words: /"error_msg":\s*"404 Route Not Found"/ },
  {
    proxy: say`The API gateway of AWS`,
    status: [404],
    header: ['apigw-requestid', /./],
    words: /^\{"message":"Not Found"\}$/,
  },
  { proxy: say`Railway`, status: [404], header: ['x-railway-fallback', /^true$/] },
  { proxy: say`Vercel`, status: [404], header: ['x-vercel-error', /^[A-Z_]*NOT_FOUND$/] },
  { proxy: say`ngrok`, status: [404], header: ['ngrok-error-code', /^ERR_NGROK_3200$/] },
  {
    proxy: say`Envoy`,
    status: [404],
    header: ['server', /^(?:envoy|istio-envoy)$/],
    without: ['content-type', 'x-envoy-upstream-service-time'],
    words: /^$/,
  },
  { proxy: say`nginx`, status: [400], words: /The plain HTTP request was sent to HTTPS port/, hint: PLAIN_HTTP },
  {
    proxy: say`The server`,
    status: [400],
    words: /^Client sent an HTTP request to an HTTPS server\./,
    hint: PLAIN_HTTP,
  },
];
