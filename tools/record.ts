// npm run record: records what a real n8n replies, for the unit tests. By hand, after a new version has been pinned in
// e2e/n8n.
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deployGateway, type Gateway } from '../support/n8n/gateway.ts';
import { chain, set, stopAndError, webhook } from '../support/n8n/nodes.ts';
import { type N8nServer, type SpawnedN8n, spawnN8n, startN8n } from '../support/n8n/server.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { ROOT } from '../support/paths.ts';
import { textAt } from '../support/shapes.ts';
import { type Call, type Recording, record } from './recorder.ts';

const progress = (line: string): void => console.log(line);

/** A megabyte, in bytes: the limits that the recording server is given, so that exceeding them is cheap. */
const MEGABYTE = 1024 * 1024;

/** What n8n says while it starts: the first reply of each kind. */
async function recordStart(): Promise<Record<string, Recording>> {
  const recordings: Record<string, Recording> = {};
  const server: SpawnedN8n = await spawnN8n({ progress });
  try {
    let ready = false;
    const waiting = server.ready().then(() => {
      ready = true;
    });
    while (!ready) {
      const reply = await record(server.url, { path: '/webhook/deploy', body: '{}' }).catch(() => undefined);
      if (reply?.status === 200) recordings['starting'] ??= reply;
      if (reply?.status === 404 && reply.body.includes('Cannot POST')) recordings['starting, no routes yet'] ??= reply;
    }
    await waiting;
  } finally {
    await server.stop();
  }
  return recordings;
}

/** Publishes every fixture workflow at the path that the calls below use. */
async function publishFixtures({ api }: N8nServer): Promise<{ target: string; failing: string; unpublished: string }> {
  const credential = async (name: string, type: string, data: Record<string, unknown>) => ({
    id: await api.createCredential(name, type, data),
    name,
  });
  const basic = await credential('basic', 'httpBasicAuth', { user: 'ci', password: 'right' });
  const header = await credential('header', 'httpHeaderAuth', { name: 'X-Token', value: 'right' });
  const jwt = await credential('jwt', 'jwtAuth', { keyType: 'passphrase', secret: 'right', algorithm: 'HS256' });
  const fixtures = [
    workflows.immediate('immediate'),
    workflows.immediate('no-body-at-once', { options: { noResponseBody: true } }),
    workflows.immediate('only-run-if', { options: { onlyRunIf: '={{ $json.body.run === true }}' } }),
    workflows.immediate('only-run-if-404', {
      options: { onlyRunIf: '={{ $json.body.run === true }}', responseCode: { values: { responseCode: 404 } } },
    }),
    workflows.immediate('ignore-bots', { options: { ignoreBots: true } }),
    workflows.immediate('ip-list', { options: { ipWhitelist: '10.0.0.1' } }),
    workflows.echo('echo'),
    workflows.allItems('all-items'),
    workflows.noBody('no-body'),
    workflows.lastNodeEmpty('empty'),
    workflows.lastNodeEmpty('empty-all', { responseData: 'allEntries' }),
    workflows.lastNodeBinary('file'),
    workflows.binaryMissing('no-file'),
    workflows.lastNodeEmpty('no-item-with-a-file', { responseData: 'firstEntryBinary' }),
    workflows.lastNodeBinary('other-file', 'other'),
    workflows.fails('fails'),
    workflows.failsBeforeResponding('fails-before-responding'),
    workflows.neverResponds('never-responds'),
    workflows.unusedRespondNode('unused-respond-node'),
    workflows.noRespondNode('no-respond-node'),
    workflows.responds('accepted', { with: 'json', body: '{"queued":true}', code: 202, headers: { 'X-Queue': 'a' } }),
    workflows.responds('redirect', { with: 'redirect', redirectTo: 'https://example.com/elsewhere' }),
    workflows.responds('no-data', { with: 'noData', code: 204 }),
    workflows.html('html'),
    workflows.streams('streams'),
    workflows.streams('streams-and-fails', 'No stock left'),
    workflows.guarded('basic', { type: 'basicAuth', credential: basic }),
    workflows.guarded('header', { type: 'headerAuth', credential: header }),
    workflows.guarded('jwt', { type: 'jwtAuth', credential: jwt }),
    chain('Two methods', webhook('two-methods', { method: ['GET', 'PUT'] }), set('Result', { a: 1 })),
    chain('Fails at once', webhook('fails-unseen'), stopAndError('Refuse', 'No stock left')),
  ];
  await Promise.all(fixtures.map((workflow) => api.deploy(workflow)));
  const target = await api.createWorkflow(workflows.target('Target'));
  const failing = await api.createWorkflow(workflows.failingTarget('Failing target', 'No "stock"\nleft'));
  await api.publish(target);
  await api.publish(failing);
  return { target, failing, unpublished: await api.createWorkflow(workflows.target('Unpublished target')) };
}

const bearer = (secret: string, claims: object): string => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

const basicAuth = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

/** Every call whose reply the action has to understand, by the name that the tests know it by. */
function calls({ apiKey }: N8nServer, ids: Awaited<ReturnType<typeof publishFixtures>>, gateway: Gateway) {
  const post = (path: string, headers: Record<string, string> = {}, body = '{}'): Call => ({
    path: `/webhook/${path}`,
    headers,
    body,
  });
  const api = (method: string, path: string, headers: Record<string, string> = {}): Call => ({
    method,
    path: `/api/v1${path}`,
    headers,
    ...(method === 'POST' && { body: '{}' }),
  });
  const start = (id: string, headers: Record<string, string>): Call => ({
    path: `${new URL(gateway.url).pathname}/api/v1/workflow/${id}/start`,
    headers,
    body: '{"a":1}',
  });
  const key = { 'X-N8N-API-KEY': apiKey };
  const boundary = 'boundary-of-the-parts';
  const multipart = `--${boundary}\r\ncontent-disposition: form-data; name="f"; filename="f"\r\ncontent-type: application/octet-stream\r\n\r\n${'x'.repeat(2 * MEGABYTE)}\r\n--${boundary}--\r\n`;
  const yesterday = Math.floor(Date.now() / 1000) - 86_400;
  return {
    'cannot POST': { path: '/hooks/deploy', body: '{}' },
    'not registered': post('nothing-here'),
    'not registered, test URL': { path: '/webhook-test/nothing-here', body: '{}' },
    'wrong method': { method: 'GET', path: '/webhook/immediate' },
    'wrong method of several': post('two-methods'),
    'method not supported': { method: 'PROPFIND', path: '/webhook/immediate' },
    'editor, workflow': { method: 'GET', path: '/workflow/abcdefghijklmnop' },
    'editor, root': { method: 'GET', path: '/' },
    'editor, mistyped path': { method: 'GET', path: '/webhok/deploy' },
    immediate: post('immediate'),
    'immediate, no body': post('no-body-at-once'),
    'immediate, fails later': post('fails-unseen'),
    'only run if': post('only-run-if'),
    'only run if, another status': post('only-run-if-404'),
    'ignore bots': post('ignore-bots', { 'user-agent': 'n8n-trigger-action/1.0' }),
    'IP list': post('ip-list'),
    'last node': post('echo'),
    'last node, all items': post('all-items'),
    'last node, no body': post('no-body'),
    'last node, empty': post('empty'),
    'last node, empty, all items': post('empty-all'),
    'last node, file': post('file'),
    'last node, no file': post('no-file'),
    'last node, no item with a file': post('no-item-with-a-file'),
    'last node, another file': post('other-file'),
    'last node, fails': post('fails'),
    'respond node': post('accepted'),
    'respond node, redirect': post('redirect'),
    'respond node, no data': post('no-data'),
    'respond node, HTML': post('html'),
    'respond node, fails before': post('fails-before-responding'),
    'respond node, never reached': post('never-responds'),
    'respond node, unused': post('unused-respond-node'),
    'respond node, missing': post('no-respond-node'),
    streaming: post('streams'),
    'streaming, fails after the first part': post('streams-and-fails'),
    'broken JSON': post('echo', {}, '{"a":'),
    'body too large': post('echo', {}, JSON.stringify('x'.repeat(2 * MEGABYTE))),
    'form data too large': post('echo', { 'content-type': `multipart/form-data; boundary=${boundary}` }, multipart),
    'broken form data': post('echo', { 'content-type': 'multipart/form-data; boundary=x' }, 'x'),
    'basic auth, missing': post('basic'),
    'basic auth, wrong': post('basic', { authorization: basicAuth('ci:wrong') }),
    'header auth, missing': post('header'),
    'header auth, wrong': post('header', { 'x-token': 'wrong' }),
    'JWT auth, missing': post('jwt'),
    'JWT auth, wrong': post('jwt', { authorization: bearer('wrong', {}) }),
    'JWT auth, expired': post('jwt', { authorization: bearer('right', { exp: yesterday }) }),
    'API, start': api('POST', '/workflow/abcdefghijklmnop/start', key),
    'API, workflows start': api('POST', '/workflows/abcdefghijklmnop/start', key),
    'API, no key': api('GET', '/workflows?limit=1'),
    'API, wrong key': api('GET', '/workflows?limit=1', { 'X-N8N-API-KEY': 'wrong' }),
    'API, unknown workflow': api('GET', '/workflows/abcdefghijklmnop', key),
    'API, unknown execution': api('GET', '/executions/999999', key),
    'API, execution, no key': api('GET', '/executions/999999'),
    'API, execution, wrong key': api('GET', '/executions/999999', { 'X-N8N-API-KEY': 'wrong' }),
    'API, bot': api('GET', '/workflows?limit=1', { ...key, 'user-agent': 'dependabot/1.0' }),
    'gateway, success': start(ids.target, { 'X-N8N-API-KEY': 'right' }),
    'gateway, failed': start(ids.failing, { 'X-N8N-API-KEY': 'right' }),
    'gateway, unpublished': start(ids.unpublished, { 'X-N8N-API-KEY': 'right' }),
    'gateway, unknown': start('abcdefghijklmnop', { 'X-N8N-API-KEY': 'right' }),
    'gateway, no trigger': start(gateway.workflowId, { 'X-N8N-API-KEY': 'right' }),
    'gateway, wrong key': start(ids.target, { 'X-N8N-API-KEY': 'wrong' }),
  } satisfies Record<string, Call>;
}

const recordings = await recordStart();
const server = await startN8n({
  extraEnv: { N8N_PAYLOAD_SIZE_MAX: '1', N8N_FORMDATA_FILE_SIZE_MAX: '1' },
  progress,
});
try {
  const ids = await publishFixtures(server);
  const gateway = await deployGateway(server.api, 'right');
  for (const [name, call] of Object.entries(calls(server, ids, gateway))) {
    recordings[name] = await record(server.url, call);
    console.log(recordings[name].status, name);
  }
} finally {
  await server.stop();
}
const n8n: unknown = JSON.parse(readFileSync(`${ROOT}/e2e/n8n/node_modules/n8n/package.json`, 'utf8'));
const folder = `${ROOT}/__tests__/recorded`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/n8n-${textAt(n8n, 'version')}.json`, `${JSON.stringify(recordings, null, 2)}\n`);
