// The examples for an n8n or a GitHub that is elsewhere: behind proxies, in a private network, in the cloud.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as workflows from '../../support/n8n/workflows.ts';
import { startProxy } from '../../support/proxy.ts';
import { type Deployed, deploy, endings, url } from '../suite.ts';
import { places } from './act.ts';
import { annotated, bodyOf, runExample } from './example.ts';
import { startPrivateNetwork } from './private-network.ts';

test('enterprise-server.yml: n8n gets the addresses of the server', async () => {
  const hook = await deploy(workflows.immediate);
  const run = await runExample('enterprise-server.yml', {
    event: 'push',
    args: ['--github-instance', 'github.example.com'],
    secrets: { N8N_WEBHOOK_URL: hook.url },
  });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await bodyOf(hook)).toMatchObject({
    server: 'https://github.example.com',
    api: 'https://github.example.com/api/v3',
    repository: 'octo/demo',
  });
});

test('private-network.yml: through a proxy, to a certificate of a private authority', async () => {
  const network = await startPrivateNetwork(url);
  const hook = await deploy(workflows.immediate);
  const options = {
    event: 'push',
    vars: { HTTPS_PROXY: network.proxy },
    secrets: { N8N_WEBHOOK_URL: `${network.url}/webhook/${hook.path}` },
  };
  try {
    // The authority of this network, in the place that the example names.
    const file = join(places.demo, '.github/workflows/private-network.yml');
    const example = readFileSync(file, 'utf8');
    expect(example).toContain(' /etc/ssl/certs/company-ca.pem ');
    writeFileSync(file, example.replace('/etc/ssl/certs/company-ca.pem', network.authority));
    const run = await runExample('private-network.yml', options);
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(network.tunnels).toEqual(['n8n.example.com:443']);
    expect(await endings(hook)).toEqual(['success']);

    writeFileSync(file, example);
    const distrustful = await runExample('private-network.yml', options);
    expect(annotated(distrustful)).toEqual([expect.stringContaining('ca-cert')]);
  } finally {
    network.close();
  }
});

test('self-signed.yml: trusts the given certificate and no other', async () => {
  const network = await startPrivateNetwork(url);
  const hook = await deploy(workflows.immediate);
  const secrets = { N8N_WEBHOOK_URL: `${network.direct}/webhook/${hook.path}` };
  try {
    const authority = readFileSync(network.authority, 'utf8');
    const run = await runExample('self-signed.yml', { event: 'push', vars: { N8N_CA_CERT: authority }, secrets });
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(await endings(hook)).toEqual(['success']);
    const distrustful = await runExample('self-signed.yml', { event: 'push', secrets });
    expect(distrustful.exitCode).toBe(1);
    expect(annotated(distrustful)).toEqual([expect.stringMatching(/certificate/)]);
    expect(await endings(hook)).toEqual(['success']);
  } finally {
    network.close();
  }
});

test('n8n-cloud.yml: a workflow that takes longer than a request may take', async () => {
  // As Cloudflare does after 100 seconds, here after one.
  const cloud = await startProxy(
    url,
    ({ url: path }, outgoing) => {
      const late = setTimeout(() => outgoing.writeHead(524).end(), 1000);
      outgoing.once('close', () => clearTimeout(late));
      return path;
    },
    (answer, outgoing) => {
      if (outgoing.headersSent) answer.resume();
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
    },
  );
  try {
    const secrets = ({ path }: Deployed) => ({ N8N_WEBHOOK_URL: `${cloud.url}/webhook/${path}` });
    const long = await deploy((path) => workflows.waitsLong(path, 3));
    const run = await runExample('n8n-cloud.yml', { secrets: secrets(long) });
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(run.printed).toContain('\n[{"a":1}]\n');
    // The same workflow, replying when it has ended: the step knows to follow that one too, and warns.
    const replies = await deploy((path) => workflows.slow(path, 3));
    const late = await runExample('n8n-cloud.yml', { secrets: secrets(replies) });
    expect(annotated(late)).toEqual([expect.stringMatching(/^warning: .*524/)]);
  } finally {
    await cloud.close();
  }
});

test('queue-mode.yml: webhooks at one address, the API at another', async () => {
  const notThere: Parameters<typeof startProxy>[1] = (_, outgoing) => {
    outgoing.writeHead(404, { 'content-type': 'text/html' }).end('<pre>Cannot GET</pre>');
    return undefined;
  };
  const isWebhook = (path = ''): boolean => path.startsWith('/webhook/');
  const hooks = await startProxy(url, (...all) => (isWebhook(all[0].url) ? all[0].url : notThere(...all)));
  const main = await startProxy(url, (...all) => (isWebhook(all[0].url) ? notThere(...all) : all[0].url));
  try {
    const hook = await deploy(workflows.immediate);
    const run = await runExample('queue-mode.yml', {
      vars: { N8N_URL: main.url, N8N_WORKFLOW_ID: hook.id, N8N_WEBHOOK_BASE: `${hooks.url}/webhook` },
      secrets: { N8N_WEBHOOK_URL: `${hooks.url}/webhook/${hook.path}` },
    });
    expect(run).toMatchObject({ exitCode: 0, jobs: { 'by-url': 'success', 'by-id': 'success' }, annotations: [] });
    expect(await endings(hook)).toEqual(['success', 'success']);
  } finally {
    await Promise.all([hooks.close(), main.close()]);
  }
});
