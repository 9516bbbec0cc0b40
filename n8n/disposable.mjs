// An n8n for the steps of one job: on loopback, with data of its own, an owner and an API key. It ends with the runner.
//   node disposable.mjs start        installs n8n from npm and starts it; N8N_VERSION says which one
//   node disposable.mjs key URL      makes owner and key of an n8n that was just started, such as a service container
// Sets the outputs `url` and `api-key`, and with `start` also `pid`.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const { N8N_VERSION = 'latest', N8N_PORT = '5678', GITHUB_OUTPUT, RUNNER_TEMP = tmpdir() } = process.env;
const START_MS = 300_000;

function start() {
  const folder = mkdtempSync(join(RUNNER_TEMP, 'n8n-'));
  const log = join(folder, 'n8n.log');
  const output = openSync(log, 'a');
  // Another command in place of npx, for runners that have n8n already.
  const command = process.env.N8N_COMMAND ?? `npx --yes n8n@${N8N_VERSION} start`;
  const n8n = spawn(command, {
    shell: true,
    detached: true,
    cwd: folder,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      N8N_USER_FOLDER: folder,
      N8N_PORT,
      N8N_RUNNERS_BROKER_PORT: String(Number(N8N_PORT) + 1),
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_DIAGNOSTICS_ENABLED: 'false',
      N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    },
  });
  n8n.once('exit', (code) => {
    console.error(`n8n ended (${code}). The end of its log:\n${readFileSync(log, 'utf8').slice(-4000)}`);
    process.exit(1);
  });
  return n8n;
}

async function ready(url) {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(500)) {
    const settings = await fetch(`${url}/rest/settings`)
      .then((reply) => reply.json())
      .catch(() => undefined);
    if (settings?.data) return;
  }
  throw new Error(`n8n was not ready within ${START_MS / 1000} s`);
}

async function send(url, path, body, cookie = '') {
  const reply = await fetch(`${url}/rest/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', cookie },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${path}: HTTP ${reply.status} ${await reply.text()}`);
  const { data } = await reply.json();
  return {
    data,
    cookie: reply.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; '),
  };
}

async function makeKey(url) {
  const password = `${randomBytes(12).toString('hex')}A1`;
  const owner = { email: 'ci@example.com', firstName: 'C', lastName: 'I', password };
  const { cookie } = await send(url, 'owner/setup', owner);
  const { data: scopes } = await send(url, 'api-keys/scopes', undefined, cookie);
  const { data } = await send(url, 'api-keys', { label: 'ci', expiresAt: null, scopes }, cookie);
  return data.rawApiKey;
}

async function main(command, given) {
  const n8n = command === 'start' ? start() : undefined;
  const url = given ?? `http://127.0.0.1:${N8N_PORT}`;
  await ready(url);
  const key = await makeKey(url);
  console.log(`::add-mask::${key}`);
  console.log(`n8n is ready at ${url}`);
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `url=${url}\napi-key=${key}\n${n8n ? `pid=${n8n.pid}\n` : ''}`);
  n8n?.removeAllListeners('exit');
  n8n?.unref();
}

await main(...process.argv.slice(2));
