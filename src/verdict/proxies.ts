import { type SafeText, say } from '../text/safe.ts';

/** A reply, recognized by its text or headers, of a proxy that did not pass a call on. */
export interface ProxySaying {
  readonly proxy: SafeText;
  readonly status: readonly number[];
  /** A header that it must have, and a pattern for the value. */
  readonly header?: readonly [name: string, value: RegExp];
  /** Headers that it must not have, because servers set them, and not the proxy. */
  readonly without?: readonly string[];
  /** A pattern for the start of its body; `^$` for an empty one. */
  readonly words?: RegExp;
  /** What to do instead, if sending again does not help. */
  readonly hint?: SafeText;
}

const MITIGATED = say`In Cloudflare, let this runner's calls to n8n pass without a challenge: a WAF rule that skips it for the webhook's path, or a service token in headers.`;
const PLAIN_HTTP = say`Write https instead of http in url.`;

/**
 * Proxies that identify themselves. Each entry is based on documentation or source code; replies that a proxy also
 * sends after passing a call on are left out. Envoy's reasons are those given before a request is sent (its response
 * flags UH, UF and UO), for a call that it has not retried. nginx itself uses 503 for its limits and if its
 * configuration says so, and 502 or 504 when a server fails. HAProxy, which OpenShift's page is from, uses 503 only
 * if it reached no server. Apache has one 503 page for all reasons. Heroku's "Application error" may be a time-out.
 */
export const PROXY_SAYINGS: readonly ProxySaying[] = [
  {
    proxy: say`HAProxy`,
    status: [503],
    words:
      /No server is available to handle this request|application is currently not serving requests at this endpoint/,
  },
  { proxy: say`Traefik`, status: [503], words: /^no available server\s*$/ },
  { proxy: say`Envoy`, status: [503], words: /^(?:no healthy upstream|envoy overloaded|fault filter abort)/ },
  {
    proxy: say`Envoy`,
    status: [503],
    words:
      /disconnect\/reset before headers\. reset reason: (?:(?:remote |local )?connection (?:failure|timeout)|overflow)/,
  },
  {
    proxy: say`Envoy`,
    status: [401, 403],
    words: /^(?:RBAC: access denied|Jwt [a-z ]+|Audiences in Jwt are not allowed)$/,
  },
  {
    proxy: say`Linkerd`,
    status: [403, 502, 503, 504],
    header: ['l5d-proxy-error', /fail-?fast|error trying to connect|connect timed out|unauthorized/],
  },
  { proxy: say`nginx`, status: [400], words: /The plain HTTP request was sent to HTTPS port/, hint: PLAIN_HTTP },
  {
    proxy: say`nginx`,
    status: [503],
    words: /<hr><center>(?:nginx|openresty|tengine|angie)\b/i,
  },
  {
    proxy: say`AWS's load balancer`,
    status: [503],
    header: ['server', /^awselb\//],
    words: /<center><h1>\d{3} /,
  },
  { proxy: say`AWS's load balancer`, status: [463, 464, 561], header: ['server', /^awselb\//] },
  { proxy: say`AWS WAF`, status: [202, 405], header: ['x-amzn-waf-action', /./] },
  {
    proxy: say`Caddy`,
    status: [401, 403, 404, 503],
    header: ['server', /^Caddy$/],
    without: ['content-type', 'via'],
    words: /^$/,
  },
  {
    proxy: say`IIS`,
    status: [503],
    header: ['server', /^Microsoft-HTTPAPI\//],
    words: /HTTP Error 503\. /,
  },
  {
    proxy: say`Kong`,
    status: [503],
    words: /failure to get a peer from the ring-balancer|^.{0,20}name resolution failed/,
  },
  {
    proxy: say`Kong`,
    status: [400, 401, 403, 411, 413, 426],
    header: ['server', /^kong\//],
    without: ['via', 'x-kong-upstream-latency'],
  },
  { proxy: say`Kubernetes`, status: [503], words: /"message":\s*"no endpoints available for service / },
  {
    proxy: say`Cloud Foundry`,
    status: [404, 503],
    header: ['x-cf-routererror', /^(?:unknown_route|no_endpoints|Connection Limit Reached)/i],
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
  {
    proxy: say`Azure`,
    status: [401, 403, 404],
    words: /^\{\s*"statusCode":\s*40[14],\s*"message":\s*"(?:Access denied due to|Resource not found)/,
  },
  { proxy: say`Imperva`, status: [200], words: /Incapsula incident ID/ },
  { proxy: say`Cloudflare`, status: [409], words: /^error code: 10\d\d\b/ },
  { proxy: say`Cloudflare`, status: [521, 523, 525, 526, 530] },
  { proxy: say`Cloudflare`, status: [403, 429, 503], header: ['cf-mitigated', /./], hint: MITIGATED },
  {
    proxy: say`Cloudflare`,
    status: [403, 503],
    words: /<title>(?:Just a moment\.\.\.|Attention Required! \| Cloudflare|Access denied \|)|^error code: 10\d\d\b/,
    hint: MITIGATED,
  },
  {
    proxy: say`Cloudflare Access`,
    status: [302, 303],
    header: ['location', /\.cloudflareaccess\.com\/|\/cdn-cgi\/access\/login/],
    hint: say`Allow a service token there, and send it in headers as CF-Access-Client-Id and CF-Access-Client-Secret.`,
  },
  {
    proxy: say`Google's Identity-Aware Proxy`,
    status: [401, 403],
    header: ['x-goog-iap-generated-response', /^true$/],
  },
  { proxy: say`Kong`, status: [404], words: /no Route matched with those values/ },
  { proxy: say`APISIX`, status: [404], words: /"error_msg":\s*"404 Route Not Found"/ },
  {
    proxy: say`AWS's API gateway`,
    status: [404],
    header: ['apigw-requestid', /./],
    words: /^\{"message":"Not Found"\}$/,
  },
  {
    proxy: say`AWS's API gateway`,
    status: [400, 401, 403, 413, 415],
    header: ['x-amzn-errortype', /Exception/],
  },
  {
    proxy: say`Apigee`,
    status: [401, 403, 404, 503],
    words:
      /"errorcode":\s*"(?:(?:steps\.)?oauth\.v2\.|messaging\.adaptors\.http\.flow\.(?:ApplicationNotFound|NoActiveTargets)")/,
  },
  { proxy: say`Fastly`, status: [500], words: /Fastly error: unknown domain/ },
  { proxy: say`Railway`, status: [404], header: ['x-railway-fallback', /^true$/] },
  { proxy: say`Vercel`, status: [404], header: ['x-vercel-error', /^[A-Z_]*NOT_FOUND$/] },
  { proxy: say`Vercel`, status: [403, 429], header: ['x-vercel-mitigated', /^(?:challenge|deny)$/] },
  { proxy: say`ngrok`, status: [200, 400, 401, 402, 403, 404, 413], header: ['ngrok-error-code', /^ERR_NGROK_/] },
  { proxy: say`ngrok`, status: [502], header: ['ngrok-error-code', /^ERR_NGROK_8012$/] },
  {
    proxy: say`Envoy`,
    status: [404],
    header: ['server', /^(?:envoy|istio-envoy)$/],
    without: ['content-type', 'x-envoy-upstream-service-time'],
    words: /^$/,
  },
  {
    proxy: say`The server`,
    status: [400],
    words: /^Client sent an HTTP request to an HTTPS server\.|speaking plain HTTP to an SSL-enabled server port/,
    hint: PLAIN_HTTP,
  },
];
