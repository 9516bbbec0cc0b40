// Whatever goes wrong, no secret and no webhook's path is in anything that the step writes, and none goes anywhere else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { freePort } from '../../support/loopback.ts';
import {
  answer,
  dribble,
  type Handler,
  type Received,
  reset,
  serve,
  serveTcp,
  stall,
  truncate,
} from '../../support/server.ts';
import { type StepResult, startStep } from '../../support/step.ts';

const PATH = 'marked-path-7f3a';
const KEY = 'n8n_api_marked/key+4d2b==';
const USER = 'marked-user';
const PASSWORD = 'marked"pass wörd%9c1e';
const HEADER = 'Token marked\\header-5e8f';
const QUERY = 'marked-query-2c7d';
const PROXY_PASSWORD = 'marked-proxy-8a1d';

const given = {
  'secret-key': KEY,
  'basic-auth': `${USER}:${PASSWORD}`,
  headers: `X-Secret: ${HEADER}`,
  retries: '1',
  timeout: '1s',
};

/** A text as it is, and as JSON, HTML, URLs and base64 have it, at each of base64's three offsets. */
function formsOf(secret: string): string[] {
  const offsets = [0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + secret).toString('base64');
    return text.slice(offset === 0 ? 0 : 4, -4);
  });
  const html = secret.replace(/[&<>"'`*_[\]()#@|\\~:$]/g, (character) => `&#${character.codePointAt(0)};`);
  const plain = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), encodeURI(secret), html];
  return [...new Set([...plain, ...offsets])];
}

const SECRETS = [KEY, PASSWORD, `${USER}:${PASSWORD}`, HEADER, 'marked\\header-5e8f', PATH, QUERY, PROXY_PASSWORD];

/** What of the secrets a text holds. */
const leaksIn = (text: string): string[] => SECRETS.flatMap(formsOf).filter((form) => text.includes(form));

function filesUnder(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** The raw log but for the commands that register masks, which the runner takes out. */
const withoutMasks = (log: string): string =>
  log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');

interface Ran {
  step: StepResult;
  /** The step's command line, as a process list shows it. */
  command: string;
}

async function run(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<Ran> {
  const started = startStep({ with: { ...given, ...inputs }, env: { RUNNER_DEBUG: '1', ...env } });
  let command = '';
  try {
    command = readFileSync(`/proc/${started.child.pid}/cmdline`, 'utf8');
  } catch {
    // No Linux: there, no process list is looked at.
  }
  return { step: await started.finished, command };
}

/** Fails if anything that the step wrote, raw as the runner gets it, holds a secret. */
function expectNoLeak({ step, command }: Ran): void {
  expect(step.exitCode).toBe(1);
  expect(leaksIn(withoutMasks(step.log))).toEqual([]);
  expect(leaksIn(command)).toEqual([]);
  for (const file of filesUnder(step.dir)) expect([file, ...leaksIn(readFileSync(file, 'utf8'))]).toEqual([file]);
}

const url = (origin: string): string => `${origin}/webhook/${PATH}?token=${QUERY}`;

const unauthorized = answer(401, '{"message":"unauthorized"}');

const replies: Record<string, Handler> = {
  'a refusal': answer(401, 'Authorization data is wrong!'),
  'a refusal of a proxy': answer(403, '<h1>Forbidden</h1>', { 'content-type': 'text/html' }),
  'an unknown webhook': answer(404, '{"code":404,"message":"The requested webhook is not registered."}'),
  'n8n without this path': answer(404, '<pre>Cannot POST here</pre>', { 'content-type': 'text/html' }),
  'a failed workflow': answer(500, '{"message":"Error in workflow"}'),
  'a broken proxy': answer(502, 'Bad Gateway'),
  overload: answer(503, 'busy', { 'retry-after': '0' }),
  teapot: answer(418, 'no'),
  'a reset': reset,
  silence: stall,
  'half a reply': truncate(200, 100, '{"a":'),
  'a slow reply': dribble(200, '{"a":'),
  'broken gzip': answer(200, 'no gzip', { 'content-encoding': 'gzip' }),
};

describe('nothing secret is written', () => {
  test.each(Object.entries(replies))('on %s', async (_, handler) => {
    const server = await serve(({ target }) => (target.startsWith('/api/') ? unauthorized : handler));
    expectNoLeak(await run({ url: url(server.origin) }));
  });

  test('if the server that the key is for cannot be reached', async () => {
    const server = await serve(({ target }) => (target.startsWith('/api/') ? unauthorized : reset));
    expectNoLeak(await run({ url: url(server.origin), wait: 'true' }));
    expectNoLeak(await run({ mode: 'api', url: server.origin, 'workflow-id': 'w1', 'basic-auth': '' }));
  });

  test('where nobody listens', async () => {
    expectNoLeak(await run({ url: url(`http://127.0.0.1:${await freePort()}`) }));
  });

  test('if the name is unknown', async () => {
    expectNoLeak(await run({ url: url('https://no-such-host.invalid') }));
  });

  test('if the reply is not HTTP', async () => {
    const { origin } = await serveTcp((socket) => socket.once('data', () => socket.end('no http\r\n\r\n')));
    const api = await serve(() => unauthorized);
    expectNoLeak(await run({ url: url(origin), 'api-url': api.origin }));
  });

  test('if the proxy refuses the password in its address', async () => {
    const { port } = await serveTcp((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n')),
    );
    const HTTPS_PROXY = `http://user:${PROXY_PASSWORD}@127.0.0.1:${port}`;
    expectNoLeak(await run({ url: url('https://n8n.example') }, { HTTPS_PROXY }));
  });

  test('with an invalid proxy URL', async () => {
    const HTTPS_PROXY = `http://user:${PROXY_PASSWORD}@[not an address`;
    expectNoLeak(await run({ url: url('https://n8n.example') }, { HTTPS_PROXY }));
  });

  test.each([
    { timeout: 'soon' },
    { headers: `no header ${HEADER}` },
    { headers: `X-Secret: ${HEADER}\nX-Secret: again` },
    { 'secret-key': `${KEY} ${KEY}` },
    { 'basic-auth': PASSWORD },
    { url: `ftp://h/webhook/${PATH}?token=${QUERY}` },
    { url: `http://n8n.example.com/webhook/${PATH}?token=${QUERY}` },
    { 'api-url': `nowhere/${PATH}` },
  ])('if an input is wrong: %j', async (wrong) => {
    const server = await serve([]);
    expectNoLeak(await run({ url: url(server.origin), ...wrong }));
    expect(server.requests).toEqual([]);
  });

  test('of a password in the URL', async () => {
    const server = await serve(() => answer(401, 'no'));
    const address = url(server.origin).replace('//', `//${USER}:${encodeURIComponent(PASSWORD)}@`);
    expectNoLeak(await run({ url: address, 'basic-auth': '' }));
  });
});

test('parts of a secret that a server sends back are hidden in everything that is shown', async () => {
  const echo = (request: Received): Handler =>
    answer(418, `${request.headers['x-secret']} ${request.headers.authorization} ${request.target}`, {
      'content-type': 'text/plain',
    });
  const server = await serve(echo);
  const { step } = await run({ url: url(server.origin) });
  const shown = [step.visibleLog, ...step.annotations.map(({ message }) => message)].join('\n');
  expect(leaksIn(shown).filter((form) => form !== PATH && form !== QUERY)).toEqual([]);
  expect(leaksIn(shown)).toEqual([]);
});

describe('a secret goes to its own origin only', () => {
  test('and a redirect is not followed, and the path that it repeats is not shown', async () => {
    const elsewhere = await serve(() => answer(200, '{}'));
    const server = await serve(({ target }) => answer(307, '', { location: `${elsewhere.origin}${target}` }));
    const ran = await run({ url: url(server.origin) });
    expectNoLeak({ ...ran, step: { ...ran.step, dir: join(ran.step.dir, 'temp') } });
    expect(elsewhere.requests).toEqual([]);
    expect(ran.step.annotations[0]?.message).toContain(elsewhere.origin);
  });

  test("the API key is not sent to a webhook, and the webhook's credentials are not sent to the API", async () => {
    const hook = await serve(() => reset);
    const api = await serve(() => unauthorized);
    await run({ url: url(hook.origin), 'api-url': api.origin, wait: 'false', retries: '0' });
    expect(hook.requests.length).toBe(1);
    for (const { raw } of hook.requests) expect(raw.toString()).not.toContain(KEY);
    expect(api.requests.length).toBeGreaterThan(0);
    for (const { raw } of api.requests) {
      for (const foreign of [HEADER, Buffer.from(`${USER}:${PASSWORD}`).toString('base64'), PATH]) {
        expect(raw.toString()).not.toContain(foreign);
      }
    }
  });
});
