// Draws the pictures of the documentation: what real steps against a real n8n leave in the job summary, as GitHub shows it.
//   npm run pictures          needs Chromium in PATH (Debian: apt-get install chromium), or its path in CHROMIUM
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeHtml } from '../src/text/format.ts';
import {
  chain,
  set,
  splitOut,
  stopAndError,
  type Workflow,
  type WorkflowNode,
  wait,
  webhook,
} from '../support/n8n/nodes.ts';
import { type N8nServer, startN8n } from '../support/n8n/server.ts';
import { ROOT } from '../support/paths.ts';
import { runStep } from '../support/step.ts';

const PLACES = join(ROOT, 'docs', 'pictures');
const WIDTH_PX = 620;

/** Where people's own n8n would be, in place of the port of a moment. */
const SHOWN_URL = 'https://n8n.example.com';

const { resolve } = createRequire(import.meta.url);
const STYLE = readFileSync(resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const MERMAID = readFileSync(resolve('@mermaid-js/tiny'), 'utf8');

const release = { version: '1.4.2', services: ['api', 'web', 'worker'] };

/** The pictures by their names. */
const SCENES: Record<string, Workflow> = {
  'summary-success': chain(
    'Deploy shop',
    webhook('deploy'),
    set('Read the release', '{{ { "items": $json.body.services.map((service) => ({ service })) } }}'),
    splitOut('Services'),
    wait('Roll out', 3),
    wait('Check health', 1),
    set('Result', '{{ { "service": $json.service, "healthy": true } }}'),
  ),
  'summary-failure': chain(
    'Restock shop',
    webhook('restock'),
    set('Look up articles', { articles: 12 }),
    wait('Ask the warehouse', 3),
    stopAndError('Reserve stock', 'No stock left'),
  ),
};

async function summaryOf(workflow: Workflow, { url, api, apiKey }: N8nServer): Promise<string> {
  const path = String(workflow.nodes[0]?.parameters['path']);
  await api.publish(await api.createWorkflow(workflow));
  await api.webhookRegistered(path);
  const step = await runStep({
    with: { url: `${url}/webhook/${path}`, payload: JSON.stringify(release), 'secret-key': apiKey, wait: 'true' },
  });
  console.log(`\n${step.visibleLog.replaceAll(url, SHOWN_URL)}`);
  return step.summary.replaceAll(url, SHOWN_URL).replaceAll(escapeHtml(url), escapeHtml(SHOWN_URL));
}

/** What a deployment leaves: something of each kind. */
async function deploymentSummary({ url, apiKey }: N8nServer): Promise<string> {
  const file = (name: string, path: string, articles: number, ...more: WorkflowNode[]) => {
    const nodes = [
      { ...webhook(path), id: `${path}-1`, webhookId: path },
      { ...set('Look up articles', { articles }), id: `${path}-2` },
      ...more,
    ];
    return JSON.stringify({ ...chain(name, ...nodes), active: true });
  };
  const slack = { ...set('Tell the team', { told: true }), id: 'tell' };
  const deploy = async (files: Record<string, string>) => {
    const inputs = { url, 'secret-key': apiKey, workflows: 'workflows/*.json' };
    const step = await runStep({ action: 'deploy', with: inputs, files });
    console.log(`\n${step.visibleLog.replaceAll(url, SHOWN_URL)}`);
    return step.summary;
  };
  const stock = file('Count stock', 'count-stock', 1);
  await deploy({ 'workflows/restock.json': file('Restock shop', 'restock-shop', 1), 'workflows/stock.json': stock });
  const summary = await deploy({
    'workflows/invoices.json': file('Send invoices', 'invoices', 1),
    'workflows/restock.json': file('Restock shop', 'restock-shop', 2, slack),
    'workflows/stock.json': stock,
  });
  const host = new URL(url).host;
  const shown = [url, escapeHtml(url)].reduce((text, each) => text.replaceAll(each, SHOWN_URL), summary);
  return shown.replaceAll(escapeHtml(host), new URL(SHOWN_URL).host).replaceAll('<details>', '<details open>');
}

/** A summary as a page. Of Markdown it has a heading and a diagram: all else is HTML already. */
function pageOf(summary: string): string {
  const html = summary
    .replace(/^### (.*)$/m, '<h3>$1</h3>')
    .replace(/^```mermaid\n(.*?)\n```$/ms, (_, source: string) => `<pre class="mermaid">${escapeHtml(source)}</pre>`);
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}
    body { margin: 0; padding: 16px; background: #fff; }
    article { border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px 24px 4px; }
    article .mermaid { background: none; padding: 0; text-align: center; }
  </style>
  <article class="markdown-body">${html}</article>
  <script>${MERMAID}</script>
  <script>
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    mermaid.run().then(() => { document.body.dataset.height = String(document.body.scrollHeight); });
  </script>`;
}

function draw(page: string, picture: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const chromium = (windowHeight: number, ...args: string[]): string =>
    execFileSync(
      process.env['CHROMIUM'] ?? 'chromium',
      [
        ...['--headless', '--disable-gpu', '--hide-scrollbars', '--virtual-time-budget=10000'],
        ...[
          '--force-device-scale-factor=1.5',
          `--window-size=${WIDTH_PX},${windowHeight}`,
          `--user-data-dir=${folder}`,
        ],
        // Chromium's sandbox does not work for root; the page is all our own.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...args,
        pathToFileURL(file).href,
      ],
      { encoding: 'utf8', maxBuffer: 100_000_000, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  const height = / data-height="(\d+)"/.exec(chromium(100, '--dump-dom'))?.[1];
  if (height === undefined) throw new Error('Mermaid drew nothing.');
  chromium(Number(height), `--screenshot=${picture}`);
  rmSync(folder, { recursive: true, force: true });
}

const server = await startN8n({ progress: console.log });
try {
  for (const [name, workflow] of Object.entries(SCENES)) {
    draw(pageOf(await summaryOf(workflow, server)), join(PLACES, `${name}.png`));
  }
  draw(pageOf(await deploymentSummary(server)), join(PLACES, 'summary-deploy.png'));
} finally {
  await server.stop();
}
