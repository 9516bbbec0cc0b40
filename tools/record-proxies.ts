// Records what real proxies reply when the real n8n is stopped, slow, killed during a call or starting, for the tests of
// the table of replies. Run by hand, on a machine that has the proxies: node tools/run.mjs tools/record-proxies.ts
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/loopback.ts';
import { until } from '../support/n8n/api.ts';
import { spawnN8n, startN8n } from '../support/n8n/server.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { ROOT } from '../support/paths.ts';
import { type Call, type Recording, record } from './recorder.ts';

/** A proxy in front of n8n: what it listens on, and what starts it. Each waits two seconds for a reply. */
interface Proxy {
  readonly name: string;
  readonly version: readonly [command: string, ...args: string[]];
  readonly config: (port: number, n8n: number, folder: string) => string;
  readonly run: (file: string, folder: string, port: number, n8n: number) => readonly [string, ...string[]];
}

const HOST = 'n8n.test';

const PROXIES: readonly Proxy[] = [
  {
    name: 'nginx',
    version: ['nginx', '-v'],
    config: (port, n8n, folder) => `
daemon off;
pid ${folder}/nginx.pid;
error_log /dev/null;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  limit_req_zone $server_name zone=one:1m rate=1r/m;
  server {
    listen 127.0.0.1:${port}; server_name ${HOST};
    proxy_read_timeout 2s;
    client_max_body_size 1k;
    location / { proxy_pass http://127.0.0.1:${n8n}; }
    location /limited { limit_req zone=one; proxy_pass http://127.0.0.1:${n8n}; }
  }
  server { listen 127.0.0.1:${port} default_server; root /usr/share/nginx/html; }
}`,
    run: (file, folder) => ['nginx', '-p', folder, '-c', file],
  },
  {
    name: 'HAProxy',
    version: ['haproxy', '-v'],
    config: (port, n8n) => `
defaults
  mode http
  timeout client 5s
  timeout connect 1s
  timeout server 2s
  retries 0
frontend all
  bind 127.0.0.1:${port}
  use_backend n8n if { hdr(host) -i ${HOST} }
backend n8n
  server one 127.0.0.1:${n8n} maxconn 20
`,
    run: (file) => ['haproxy', '-db', '-f', file],
  },
  {
    name: 'Varnish',
    version: ['varnishd', '-V'],
    config: () => '',
    run: (_file, folder, port, n8n) => [
      'varnishd',
      '-F',
      '-n',
      join(folder, 'work'),
      '-a',
      `127.0.0.1:${port}`,
      '-b',
      `127.0.0.1:${n8n}`,
      '-p',
      'first_byte_timeout=2',
    ],
  },
  {
    name: 'Caddy',
    version: ['caddy', 'version'],
    config: (port, n8n) => `{
  admin off
  auto_https off
}
http://${HOST}:${port} {
  bind 127.0.0.1
  reverse_proxy 127.0.0.1:${n8n} {
    transport http {
      response_header_timeout 2s
    }
  }
}
`,
    run: (file) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
  },
  {
    name: 'Squid',
    version: ['squid', '-v'],
    config: (port, n8n, folder) => `
http_port 127.0.0.1:${port} accel defaultsite=${HOST} no-vhost
cache_peer 127.0.0.1 parent ${n8n} 0 no-query originserver name=n8n
http_access allow all
cache deny all
access_log none
cache_log /dev/null
cache_store_log none
pid_filename ${folder}/squid.pid
coredump_dir ${folder}
visible_hostname proxy
read_timeout 2 seconds
connect_timeout 1 seconds
shutdown_lifetime 0 seconds
`,
    run: (file) => ['squid', '--foreground', '-f', file],
  },
  {
    name: 'tinyproxy',
    version: ['tinyproxy', '-v'],
    config: (port, n8n) => `
Port ${port}
Listen 127.0.0.1
Timeout 2
ReverseOnly Yes
ReversePath "/" "http://127.0.0.1:${n8n}/"
Allow 127.0.0.1
`,
    run: (file) => ['tinyproxy', '-d', '-c', file],
  },
];

const base = mkdtempSync(join(tmpdir(), 'record-proxies-'));
const n8nPort = await freePort();
const started: ChildProcess[] = [];
const recordings: Record<string, Record<string, unknown>> = {};
try {
  const urls: Record<string, string> = {};
  for (const { name, version, config, run } of PROXIES) {
    const [command, ...args] = version;
    const output = spawnSync(command, args, { encoding: 'utf8' });
    if (output.error) {
      console.log(`${name} is not installed`);
      continue;
    }
    const port = await freePort();
    const own = join(base, name);
    mkdirSync(own);
    writeFileSync(join(own, 'config'), config(port, n8nPort, own));
    const [program, ...more] = run(join(own, 'config'), own, port, n8nPort);
    const env = { ...process.env, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own };
    started.push(spawn(program, more, { stdio: ['ignore', 'ignore', 'inherit'], env }));
    await listens(port);
    urls[name] = `http://127.0.0.1:${port}`;
    recordings[name] = { version: /\d+(?:\.\d+)+/.exec(output.stdout + output.stderr)?.[0] };
  }
  /** Keeps what each proxy says to a call. */
  const keep = (state: string, asked: Call, among = /./): Promise<unknown> =>
    Promise.all(
      Object.entries(urls)
        .filter(([name]) => among.test(name))
        .map(async ([name, url]) => {
          const headers = { host: HOST, ...asked.headers };
          const said: Recording | { broken: string } = await record(url, { ...asked, headers }).catch((error) => ({
            broken: String(error?.code ?? error),
          }));
          Object.assign(recordings[name] ?? {}, { [state]: said });
          console.log(
            state,
            '|',
            name,
            '|',
            'status' in said ? `${said.status} ${said.body.slice(0, 60)}` : said.broken,
          );
        }),
    );
  const call = (path: string): Call => ({ path: `/webhook/${path}`, body: '{"a":1}' });

  await keep('stopped', call('at-once'));
  await keep('another host', { ...call('at-once'), headers: { host: 'elsewhere.test' } });
  await keep('body too large', { path: '/webhook/at-once', body: JSON.stringify('x'.repeat(4000)) }, /nginx/);
  const n8n = await startN8n({ port: n8nPort, folder: join(base, 'n8n'), progress: console.log });
  await n8n.api.deploy(workflows.immediate('at-once'));
  await n8n.api.deploy(workflows.slow('slow', 8));
  await keep('up', call('at-once'));
  await keep('too many calls', { ...call('at-once'), path: '/limited' }, /nginx/);
  await keep('too many calls', { ...call('at-once'), path: '/limited' }, /nginx/);
  await keep('slow', call('slow'));
  const underWay = keep('killed under the call', call('slow'));
  await sleep(700);
  await n8n.kill();
  await underWay;
  await sleep(1500);
  const again = await spawnN8n({ port: n8nPort, folder: join(base, 'n8n') });
  await until('n8n to say that it starts', 60_000, async () => {
    const reply = await record(`http://127.0.0.1:${n8nPort}`, call('at-once')).catch(() => undefined);
    return reply ? true : undefined;
  });
  await keep('starting', call('at-once'));
  await again.stop();
} finally {
  for (const child of started) child.kill('SIGTERM');
  await sleep(1000);
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}
writeFileSync(`${ROOT}/__tests__/recorded/proxies.json`, `${JSON.stringify(recordings, null, 2)}\n`);
process.exit(0);

async function listens(port: number): Promise<void> {
  await until(
    `port ${port} to answer`,
    15_000,
    () =>
      new Promise<true | undefined>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve(true);
        });
        socket.once('error', () => resolve(undefined));
      }),
  );
}
