// What proxies in front of n8n say, as their sources and documentation have it, or as they were seen to.
import { describe, expect, test } from '@jest/globals';
import { answererOf } from '../../src/verdict/answerer.ts';
import { judge } from '../../src/verdict/judge.ts';
import { PROXY_SAYINGS } from '../../src/verdict/proxies.ts';
import { madeCall } from '../../support/call.ts';
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
  ['Traefik', 503, 'no available server\n', { 'content-type': 'text/plain; charset=utf-8' }],
  ['Envoy', 503, 'no healthy upstream', { server: 'envoy' }],
  ['Envoy', 503, envoy('remote connection failure, transport failure reason: delayed connect error: 111'), {}],
  ['Envoy', 503, envoy('connection timeout'), { server: 'istio-envoy' }],
  ['Envoy', 503, envoy('overflow'), { server: 'envoy' }],
  ['Envoy', 404, '', { server: 'istio-envoy' }],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable'), html],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable', 'nginx/1.26.3'), { ...html, server: 'nginx' }],
  ['nginx', 503, nginxPage('503 Service Temporarily Unavailable', 'openresty'), html],
  ['nginx', 400, nginxPage('400 The plain HTTP request was sent to HTTPS port'), html],
  [
    'The load balancer of AWS',
    503,
    '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
    { ...html, server: 'awselb/2.0' },
  ],
  ['Caddy', 503, '', { server: 'Caddy' }],
  [
    'IIS',
    503,
    '<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>',
    { ...html, server: 'Microsoft-HTTPAPI/2.0' },
  ],
  ['Kong', 503, '{"message":"failure to get a peer from the ring-balancer"}', { ...json, server: 'kong/3.4' }],
  ['Kong', 503, '{"message":"name resolution failed"}', { ...json, server: 'kong/3.4' }],
  ['Kong', 404, '{"message":"no Route matched with those values"}', { ...json, server: 'kong/3.4' }],
  ['Squid', 503, '<html>', { ...html, 'x-squid-error': 'ERR_CONNECT_FAIL 111' }],
  ['Squid', 503, '<html>', { ...html, 'x-squid-error': 'ERR_DNS_FAIL 0' }],
  ['Heroku', 503, '<title>No web processes running</title>', { ...html, server: 'heroku' }],
  ['Heroku', 503, '<title>Offline for Maintenance</title>', { ...html, server: 'Heroku' }],
  ['Fly.io', 503, '[PR01] no known healthy instances found for route tcp/443', { server: 'Fly/1' }],
  ['Render', 503, '<title>Service Suspended</title>', { ...html, 'x-render-routing': 'suspend' }],
  ['Render', 404, 'Not Found', { 'x-render-routing': 'no-server' }],
  ['Azure', 403, '<html><h1 id="unavailable">Error 403 - This web app is stopped.</h1>', html],
  ...[521, 523, 525, 526, 530].map(
    (status): Said => ['Cloudflare', status, `error code: ${status}`, { server: 'cloudflare' }],
  ),
  ['Cloudflare', 403, '<title>Just a moment...</title>', { ...html, 'cf-mitigated': 'challenge' }],
  ['Cloudflare', 403, 'error code: 1020', { server: 'cloudflare' }],
  ['Cloudflare', 403, '<title>Attention Required! | Cloudflare</title>', { ...html, server: 'cloudflare' }],
  [
    'Cloudflare Access',
    302,
    '',
    { location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/n8n.example.com?kid=1' },
  ],
  ['APISIX', 404, '{"error_msg":"404 Route Not Found"}', { ...json, server: 'APISIX/3.9' }],
  ['The API gateway of AWS', 404, '{"message":"Not Found"}', { ...json, 'apigw-requestid': 'abc=' }],
  ['Railway', 404, '{"status":"error","code":404,"message":"Application not found"}', { 'x-railway-fallback': 'true' }],
  ['Vercel', 404, 'The deployment could not be found', { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' }],
  ['ngrok', 404, '<!DOCTYPE html>', { ...html, 'ngrok-error-code': 'ERR_NGROK_3200' }],
  ['The server', 400, 'Client sent an HTTP request to an HTTPS server.\n', { 'content-type': 'text/plain' }],
];

describe('a proxy that names itself', () => {
  test.each(notPassedOn)('%s did not pass the call on: %s %j', (proxy, status, body, headers) => {
    const verdict = judge(madeReply(status, body, headers), madeCall());
    expect(verdict).toMatchObject({ row: 'not-passed-on', ran: 'no', success: false });
    expect(verdict.message).toContain(`${proxy} did not pass the call on to n8n (HTTP ${status}`);
    expect(verdict.hint).not.toBe('');
  });

  test.each(notPassedOn)('%s is not what answers where the webhook was reached: %s %j', (_, status, body, headers) => {
    expect(judge(madeReply(status, body, { ...headers, ...sandbox }), madeCall()).ran).toBe('yes');
  });

  test('has an example for each of its sayings', () => {
    const url = new URL('https://n8n.example.com/webhook/x');
    const said = notPassedOn.map(([, status, body, headers]) =>
      answererOf(madeReply(status, body, headers), body, url),
    );
    const reached = new Set(said.map((answerer) => ('saying' in answerer ? answerer.saying : undefined)));
    expect(PROXY_SAYINGS.filter((saying) => !reached.has(saying))).toEqual([]);
  });

  test.each([
    [403, { 'cf-mitigated': 'challenge' }],
    [302, { location: 'https://team.cloudflareaccess.com/' }],
  ])('is not asked again what it will not let pass: %s', (status, headers) => {
    expect(judge(madeReply(status, '', headers), madeCall())).not.toHaveProperty('retry');
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
  ['Cloudflare', 520, 'error code: 520', { server: 'cloudflare' }],
  ['Cloudflare', 522, 'error code: 522', { server: 'cloudflare' }],
  ['Cloudflare', 524, 'error code: 524', { server: 'cloudflare' }],
])('%s may have passed the call on: %s %j', (_, status, body, headers) => {
  expect(judge(madeReply(status, body, headers), madeCall())).toMatchObject({ ran: 'maybe', success: false });
});
