// What proxies in front of n8n say, as their sources and documentation have it, or as they were seen to.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { answererOf } from '../../src/verdict/answerer.ts';
import { judge } from '../../src/verdict/judge.ts';
import { PROXY_SAYINGS } from '../../src/verdict/proxies.ts';
import { madeCall } from '../../support/call.ts';
import { meaning, verdictOf } from '../../support/one-attempt.ts';
import { at, isRecord, textAt } from '../../support/shapes.ts';
import { html, json, madeReply, sandbox } from '../../support/verdict-cases.ts';

type Said = readonly [proxy: string, status: number, body: string, headers: Record<string, string>];

const nginxPage = (title: string, by = 'nginx') =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>${by}</center>\r\n</body>\r\n</html>\r\n`;
const envoy = (reason: string) => `upstream connect error or disconnect/reset before headers. reset reason: ${reason}`;

const notPassedOn: readonly Said[] = [
  [
    'HAProxy',
    503,
    '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
    html,
  ],
  [
    'HAProxy',
    503,
    '<h1>Application is not available</h1><p>The application is currently not serving requests at this endpoint. It may not have been started or is still starting.</p>',
    html,
  ],
  ['Traefik', 503, 'no available server\n', { 'content-type': 'text/plain; charset=utf-8' }],
  ['Envoy', 503, 'no healthy upstream', { server: 'envoy' }],
  ['Envoy', 503, envoy('remote connection failure, transport failure reason: delayed connect error: 111'), {}],
  ['Envoy', 503, envoy('connection timeout'), { server: 'istio-envoy' }],
  ['Envoy', 503, envoy('overflow'), { server: 'envoy' }],
  ['Envoy', 503, envoy('local connection failure'), { server: 'envoy' }],
  ['Envoy', 503, 'envoy overloaded', { server: 'envoy' }],
  ['Envoy', 503, 'fault filter abort', { via: '1.1 google' }],
  ['Envoy', 403, 'RBAC: access denied', { server: 'istio-envoy' }],
  ['Envoy', 401, 'Jwt is missing', { server: 'istio-envoy', 'www-authenticate': 'Bearer realm="https://n8n/"' }],
  ['Linkerd', 503, '', { 'l5d-proxy-error': 'logical service 10.0.0.1:80: service in fail-fast' }],
  [
    'Linkerd',
    502,
    '',
    { 'l5d-proxy-error': 'endpoint 10.0.0.8:80: error trying to connect: Connection refused (os error 111)' },
  ],
  ['Envoy', 404, '', { server: 'istio-envoy' }],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable'), html],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable', 'nginx/1.26.3'), { ...html, server: 'nginx' }],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable', 'openresty'), html],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable', 'Angie/1.5.0'), html],
  ['nginx', 400, nginxPage('400 The plain HTTP request was sent to HTTPS port'), html],
  [
    "AWS's load balancer",
    503,
    '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
    { ...html, server: 'awselb/2.0' },
  ],
  ["AWS's load balancer", 464, '', { server: 'awselb/2.0' }],
  // To callers that do not ask for HTML, without a page.
  ['AWS WAF', 202, '', { ...html, 'x-amzn-waf-action': 'challenge' }],
  ['AWS WAF', 405, '', { ...html, 'x-amzn-waf-action': 'captcha', server: 'awselb/2.0' }],
  ['Caddy', 503, '', { server: 'Caddy' }],
  ['Caddy', 404, '', { server: 'Caddy' }],
  ['Caddy', 401, '', { server: 'Caddy', 'www-authenticate': 'Basic realm="restricted"' }],
  [
    'IIS',
    503,
    '<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>',
    { ...html, server: 'Microsoft-HTTPAPI/2.0' },
  ],
  ['Kong', 401, '{"message":"No API key found in request"}', { ...json, server: 'kong/3.4' }],
  ['Kong', 413, '{"message":"Request size limit exceeded"}', { ...json, server: 'kong/3.4' }],
  ['Kong', 503, '{"message":"failure to get a peer from the ring-balancer"}', { ...json, server: 'kong/3.4' }],
  ['Kong', 503, '{"message":"name resolution failed"}', { ...json, server: 'kong/3.4' }],
  ['Kong', 404, '{"message":"no Route matched with those values"}', { ...json, server: 'kong/3.4' }],
  [
    'Kubernetes',
    503,
    '{"kind":"Status","status":"Failure","message":"no endpoints available for service \\"n8n\\"","reason":"ServiceUnavailable","code":503}',
    json,
  ],
  ['Cloud Foundry', 404, '404 Not Found: Requested route does not exist.', { 'x-cf-routererror': 'unknown_route' }],
  ['Cloud Foundry', 503, '503 Service Unavailable', { 'x-cf-routererror': 'no_endpoints' }],
  ['Squid', 503, '<html>', { ...html, 'x-squid-error': 'ERR_CONNECT_FAIL 111' }],
  ['Squid', 503, '<html>', { ...html, 'x-squid-error': 'ERR_DNS_FAIL 0' }],
  ['Heroku', 503, '<title>No web processes running</title>', { ...html, server: 'heroku' }],
  ['Heroku', 503, '<title>Offline for Maintenance</title>', { ...html, server: 'Heroku' }],
  ['Fly.io', 503, '[PR01] no known healthy instances found for route tcp/443', { server: 'Fly/1' }],
  ['Render', 503, '<title>Service Suspended</title>', { ...html, 'x-render-routing': 'suspend' }],
  ['Render', 404, 'Not Found', { 'x-render-routing': 'no-server' }],
  ['Azure', 404, '{ "statusCode": 404, "message": "Resource not found" }', json],
  ['Azure', 401, '{ "statusCode": 401, "message": "Access denied due to missing subscription key." }', json],
  ...[521, 523, 525, 526, 530].map(
    (status): Said => ['Cloudflare', status, `error code: ${status}`, { server: 'cloudflare' }],
  ),
  ['Cloudflare', 403, '<title>Just a moment...</title>', { ...html, 'cf-mitigated': 'challenge' }],
  ['Cloudflare', 503, '<!DOCTYPE html><title>Just a moment...</title>', { ...html, server: 'cloudflare' }],
  ['Cloudflare', 403, 'error code: 1020', { server: 'cloudflare' }],
  ['Cloudflare', 403, '<title>Attention Required! | Cloudflare</title>', { ...html, server: 'cloudflare' }],
  [
    'Cloudflare Access',
    302,
    '',
    { location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/n8n.example.com?kid=1' },
  ],
  [
    "Google's Identity-Aware Proxy",
    401,
    'Invalid IAP credentials: empty token',
    { 'x-goog-iap-generated-response': 'true' },
  ],
  [
    'Apigee',
    503,
    '{"fault":{"faultstring":"The Service is temporarily unavailable","detail":{"errorcode":"messaging.adaptors.http.flow.NoActiveTargets"}}}',
    json,
  ],
  ['Apigee', 401, '{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}', json],
  ['Fastly', 500, '<title>Fastly error: unknown domain n8n.example.com</title>', { ...html, 'x-served-by': 'cache-1' }],
  ['APISIX', 404, '{"error_msg":"404 Route Not Found"}', { ...json, server: 'APISIX/3.9' }],
  ["AWS's API gateway", 404, '{"message":"Not Found"}', { ...json, 'apigw-requestid': 'abc=' }],
  [
    "AWS's API gateway",
    403,
    '{"message":"Missing Authentication Token"}',
    { ...json, 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
  ],
  [
    "AWS's API gateway",
    413,
    '{"message":"Request Too Long"}',
    { ...json, 'x-amzn-errortype': 'RequestTooLargeException' },
  ],
  ['Railway', 404, '{"status":"error","code":404,"message":"Application not found"}', { 'x-railway-fallback': 'true' }],
  ['Vercel', 404, 'The deployment could not be found', { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' }],
  ['Vercel', 403, '<title>Vercel Security Checkpoint</title>', { ...html, 'x-vercel-mitigated': 'challenge' }],
  ['ngrok', 502, '<!DOCTYPE html>', { ...html, 'ngrok-error-code': 'ERR_NGROK_8012' }],
  ['ngrok', 403, '<!DOCTYPE html>', { ...html, 'ngrok-error-code': 'ERR_NGROK_3205' }],
  ['ngrok', 404, '<!DOCTYPE html>', { ...html, 'ngrok-error-code': 'ERR_NGROK_3200' }],
  ['The server', 400, 'Client sent an HTTP request to an HTTPS server.\n', { 'content-type': 'text/plain' }],
  ['Imperva', 200, '<html><iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe></html>', html],
  ['Cloudflare', 409, 'error code: 1001', { server: 'cloudflare' }],
];

/** Refusals that are recognized by being a page, or by asking for a login, and not by who sends them. */
const refusals: readonly Said[] = [
  ['Traefik', 401, '401 Unauthorized\n', { 'www-authenticate': 'Basic realm="traefik"' }],
  [
    'HAProxy',
    403,
    '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n',
    html,
  ],
  [
    'HAProxy',
    401,
    '<html><body><h1>401 Unauthorized</h1>\nYou need a valid user and password to access this content.\n</body></html>\n',
    { ...html, 'www-authenticate': 'Basic realm="n8n"' },
  ],
  [
    'HAProxy',
    408,
    "<html><body><h1>408 Request Time-out</h1>\nYour browser didn't send a complete request in time.\n</body></html>\n",
    html,
  ],
  ['nginx', 401, nginxPage('401 Authorization Required'), { ...html, 'www-authenticate': 'Basic realm="Restricted"' }],
  ['nginx', 403, nginxPage('403 Forbidden'), html],
  ['nginx', 405, nginxPage('405 Not Allowed'), html],
  [
    "AWS's load balancer",
    403,
    '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n',
    { ...html, server: 'awselb/2.0' },
  ],
  [
    'CloudFront',
    403,
    '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1>Request blocked.</BODY></HTML>',
    { ...html, server: 'CloudFront', 'x-cache': 'Error from cloudfront' },
  ],
  [
    'IIS',
    400,
    '<h2>Bad Request - Invalid Hostname</h2><hr><p>HTTP Error 400. The request hostname is invalid.</p>',
    { ...html, server: 'Microsoft-HTTPAPI/2.0' },
  ],
  ['Azure', 403, '<html><h1 id="unavailable">Error 403 - This web app is stopped.</h1>', html],
  ['Azure', 403, '<html><body>The request is blocked.</body></html>', { ...html, 'x-azure-ref': '0a' }],
  ['Azure', 403, nginxPage('403 Forbidden', 'Microsoft-Azure-Application-Gateway/v2'), html],
  [
    'Akamai',
    403,
    '<HTML><BODY>\n<H1>Access Denied</H1>\nReference #18.1</BODY></HTML>',
    { ...html, server: 'AkamaiGHost' },
  ],
  ['Sucuri', 403, '<title>Sucuri WebSite Firewall - Access Denied</title>', { ...html, 'x-sucuri-id': '15' }],
  ['Imperva', 403, '<html><iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe></html>', html],
  ['Cloudflare', 403, nginxPage('403 Forbidden', 'cloudflare'), { ...html, server: 'cloudflare' }],
  [
    'Google',
    403,
    '<h1>Error: Forbidden</h1>\n<h2>Your client does not have permission to get URL <code>/webhook/x</code> from this server.</h2>',
    { ...html, server: 'Google Frontend' },
  ],
  ['Pomerium', 403, '<title>403 Forbidden</title>', { ...html, 'x-pomerium-intercepted-response': 'true' }],
  ['Zscaler', 403, '<html><head><title>Access Denied</title></head></html>', { ...html, server: 'Zscaler/6.2' }],
  ['FortiGate', 403, '<!DOCTYPE html><title>Web Filter Violation</title>', html],
  ['Cloudflare in Chinese', 403, '<!DOCTYPE html><html lang="zh-CN"><title>请稍候…</title>', html],
  ['Apache', 417, '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><title>417 Expectation Failed</title>', html],
  // As seen on n8n 2.41.1.
  [
    'n8n to a malformed path',
    400,
    '<!DOCTYPE html>\n<title>Error</title>\n<pre>URIError: Failed to decode param',
    html,
  ],
  ['Caddy', 401, 'Unauthorized', { server: 'Caddy', via: '1.1 Caddy', 'www-authenticate': 'Basic realm="restricted"' }],
  ['Azure', 401, 'You do not have permission', { 'www-authenticate': 'Bearer realm="n8n.azurewebsites.net"' }],
  ['Cloudflare Access', 401, '{"error":"unauthorized"}', { ...json, 'www-authenticate': 'Cloudflare-Access' }],
];

test.each(refusals)('%s refused the call before it reached a workflow: %s %j', async (_, status, body, headers) => {
  const verdict = await judge(madeReply(status, body, headers), madeCall());
  expect(verdict).toMatchObject({ ran: 'no', success: false });
  expect(verdict).not.toHaveProperty('retry');
  expect(verdict.message).toContain(`HTTP ${status}`);
  expect(verdict.message).not.toContain('<');
  expect((await judge(madeReply(status, body, { ...headers, ...sandbox }), madeCall())).ran).toBe('yes');
});

describe('a proxy that names itself', () => {
  test.each(notPassedOn)('%s did not pass the call on: %s %j', async (proxy, status, body, headers) => {
    const verdict = await judge(madeReply(status, body, headers), madeCall());
    expect(verdict).toMatchObject({ row: 'not-passed-on', ran: 'no', success: false });
    expect(verdict.message).toContain(`${proxy} did not pass the call on to n8n (HTTP ${status}`);
    expect(verdict.hint).not.toBe('');
  });

  test.each(notPassedOn)(
    '%s is not the answerer if the webhook was reached: %s %j',
    async (_, status, body, headers) => {
      expect((await judge(madeReply(status, body, { ...headers, ...sandbox }), madeCall())).ran).toBe('yes');
    },
  );

  test('has an example for each of its sayings', () => {
    const said = notPassedOn.map(([, status, body, headers]) =>
      answererOf({ ...madeReply(status, body, headers), text: body, call: madeCall() }),
    );
    const reached = new Set(said.map((answerer) => ('saying' in answerer ? answerer.saying : undefined)));
    expect(PROXY_SAYINGS.filter((saying) => !reached.has(saying))).toEqual([]);
  });

  test.each([
    [403, { 'cf-mitigated': 'challenge' }],
    [302, { location: 'https://team.cloudflareaccess.com/' }],
    [202, { 'x-amzn-waf-action': 'challenge' }],
  ])('is not asked again what it will not let pass: %s', async (status, headers) => {
    const verdict = await judge(madeReply(status, '', headers), madeCall());
    expect(verdict.row).toBe('not-passed-on');
    expect(verdict).not.toHaveProperty('retry');
  });
});

test.each<Said>([
  ['Heroku', 503, '<!DOCTYPE html><title>Application Error</title>', { ...html, server: 'heroku' }],
  ['Envoy', 503, envoy('connection termination'), { server: 'envoy' }],
  ['Envoy', 503, envoy('reset after overflow'), { server: 'envoy' }],
  [
    'Envoy',
    503,
    'upstream connect error or disconnect/reset before headers. retried and the latest reset reason: connection failure',
    {},
  ],
  [
    'Apache',
    503,
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>503 Service Unavailable</title>\n</head><body>\n<h1>Service Unavailable</h1>\n<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>\n</body></html>\n',
    html,
  ],
  ['Caddy in front of a workflow', 503, '', { server: 'Caddy', via: '1.1 Caddy' }],
  ['Caddy in front of an older n8n', 503, '', { ...json, server: 'Caddy' }],
  ['Varnish', 503, '<h1>Error 503 Backend fetch failed</h1>', { ...html, 'retry-after': '5', 'x-varnish': '5' }],
  ['Squid', 503, '<html>', { ...html, 'x-squid-error': 'ERR_READ_ERROR 104' }],
  ['the API gateway of AWS', 503, '{"message":"Service Unavailable"}', { ...json, 'apigw-requestid': 'abc=' }],
  ['a workflow of an older n8n', 503, '{"error":"stock locked"}', json],
  ['ngrok', 502, '<!DOCTYPE html>', { ...html, 'ngrok-error-code': 'ERR_NGROK_3004' }],
  ['Linkerd', 504, '', { 'l5d-proxy-error': 'HTTP response timeout' }],
  ['Kong in front of a workflow', 403, '{}', { ...json, server: 'kong/3.4', via: 'kong/3.4' }],
  ['Apigee', 503, '{"fault":{"detail":{"errorcode":"messaging.adaptors.http.flow.ServiceUnavailable"}}}', json],
  [
    'HAProxy',
    502,
    '<html><body><h1>502 Bad Gateway</h1>\nThe server returned an invalid or incomplete response.\n',
    html,
  ],
  [
    "AWS's API gateway",
    504,
    '{"message":"Endpoint request timed out"}',
    { 'x-amzn-errortype': 'InternalServerErrorException' },
  ],
  ['Cloud Foundry', 502, '502 Bad Gateway', { 'x-cf-routererror': 'endpoint_failure (EOF)' }],
  ['nginx', 500, nginxPage('500 Internal Server Error'), html],
  ['Cloudflare', 520, 'error code: 520', { server: 'cloudflare' }],
  ['Cloudflare', 522, 'error code: 522', { server: 'cloudflare' }],
  ['Cloudflare', 524, 'error code: 524', { server: 'cloudflare' }],
])('%s may have passed the call on: %s %j', async (_, status, body, headers) => {
  expect(await judge(madeReply(status, body, headers), madeCall())).toMatchObject({ ran: 'maybe', success: false });
});

describe('a proxy is identified by all that its entry names', () => {
  const sayingIn = (status: number, body: string, headers: Record<string, string>) => {
    const answerer = answererOf({ ...madeReply(status, body, headers), text: body, call: madeCall() });
    return answerer.who === 'proxy' ? answerer.saying : undefined;
  };

  test.each(notPassedOn)('%s, %d', (...[, status, body, headers]) => {
    const saying = sayingIn(status, body, headers);
    if (!saying) throw new Error('no entry');
    expect(sayingIn(418, body, headers)).not.toBe(saying);
    const { header, words, without = [] } = saying;
    if (header) expect(sayingIn(status, body, { ...headers, [header[0]]: '' })).not.toBe(saying);
    if (words) expect(sayingIn(status, 'Another page', headers)).not.toBe(saying);
    for (const name of without) expect(sayingIn(status, body, { ...headers, [name]: 'x' })).not.toBe(saying);
  });
});

// What real proxies said in front of the real n8n, stopped, slow, killed under a call and starting.
const RECORDED: unknown = JSON.parse(readFileSync(new URL('../recorded/proxies.json', import.meta.url), 'utf8'));

interface Recorded {
  readonly title: string;
  readonly state: string;
  readonly reply: ReturnType<typeof madeReply>;
}

const all: Recorded[] = Object.entries(isRecord(RECORDED) ? RECORDED : {}).flatMap(([proxy, states]) =>
  Object.entries(isRecord(states) ? states : {}).flatMap(([state, said]) => {
    const headers = at(said, 'headers');
    if (!isRecord(headers)) return [];
    const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return [
      { title: `${proxy}, ${state}`, state, reply: madeReply(Number(at(said, 'status')), textAt(said, 'body'), texts) },
    ];
  }),
);

/** In these, n8n had the call. */
const PASSED_ON = ['slow', 'killed under the call'];

describe('no proxy makes a call that was passed on look as if it had not run', () => {
  test.each(all.filter(({ state }) => PASSED_ON.includes(state)))('$title', async ({ reply }) => {
    expect(await verdictOf(reply)).toMatchObject({ success: false, ran: 'maybe' });
  });
});

describe('a reply of a proxy instead of n8n is not a success', () => {
  test.each(all.filter(({ state }) => state !== 'up'))('$title', async ({ reply }) => {
    expect((await verdictOf(reply)).success).toBe(false);
  });
});

describe('a reply of n8n that a proxy passes on keeps its meaning', () => {
  test.each(
    all.filter(
      ({ state, reply }) => state === 'starting' || (state === 'up' && reply.kind === 'reply' && reply.status === 200),
    ),
  )('$title', async ({ state, reply }) =>
    expect(await meaning(reply)).toBe(state === 'up' ? 'accepted, ran: yes' : 'starting-up, ran: no, again'),
  );
});

test.each([
  ['nginx, another host', 'no'],
  ['nginx, body too large', 'no'],
  ['nginx, too many calls', 'no'],
  ['HAProxy, stopped', 'no'],
  ['HAProxy, another host', 'no'],
  // Varnish says the same about a call that it passed on, and nginx and Caddy have one word for all.
  ['Varnish, stopped', 'maybe'],
  ['nginx, stopped', 'maybe'],
  ['Caddy, stopped', 'maybe'],
])('%s: ran: %s', async (title, ran) => {
  const said = all.find((each) => each.title === title);
  expect(said && (await verdictOf(said.reply)).ran).toBe(ran);
});
