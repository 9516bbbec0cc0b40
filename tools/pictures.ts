// Draws what steps against a real n8n leave in the job summary, as GitHub shows it.
//   npm run pictures                  the pictures of the documentation
//   npm run pictures -- DIRECTORY     every kind of ending, light and dark, and once with all that is collapsed opened
// Needs Chromium in PATH (Debian: apt-get install chromium), or its path in CHROMIUM.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { runStep, startStep } from '../support/step.ts';

const PLACES = join(ROOT, 'docs', 'pictures');
const WIDTH_PX = 620;

/** Where people's own n8n would be, in place of the port of a moment. */
const SHOWN_URL = 'https://n8n.example.com';

const { resolve } = createRequire(import.meta.url);
const MERMAID = readFileSync(resolve('@mermaid-js/tiny'), 'utf8');

type Theme = 'light' | 'dark';

/** GitHub's colors around what its style sheet covers. */
const COLOURS = { light: { page: '#fff', border: '#d1d9e0' }, dark: { page: '#0d1117', border: '#3d444d' } } as const;

const release = { version: '1.4.2', services: ['api', 'web', 'worker'] };

/** A workflow, and how it is triggered. */
interface Scene {
  readonly workflow: Workflow;
  readonly with?: Record<string, string>;
  /** Cancels the step as soon as its log has this. */
  readonly cancelAt?: RegExp;
}

const restock = (path: string, seconds: number): Workflow =>
  chain(
    'Restock shop',
    webhook(path),
    set('Look up articles', { articles: 12 }),
    wait('Ask the warehouse', seconds),
    stopAndError('Reserve stock', 'No stock left'),
  );

/** The scenes by the names of their pictures; those of the documentation first. */
const SCENES: Record<string, Scene> = {
  'summary-success': {
    workflow: chain(
      'Deploy shop',
      webhook('deploy'),
      set('Read the release', '{{ { "items": $json.body.services.map((service) => ({ service })) } }}'),
      splitOut('Services'),
      wait('Roll out', 3),
      wait('Check health', 1),
      set('Result', '{{ { "service": $json.service, "healthy": true } }}'),
    ),
  },
  'summary-failure': { workflow: restock('restock', 3) },
};

const MORE_SCENES: Record<string, Scene> = {
  cancelled: { workflow: restock('restock-cancelled', 60), cancelAt: /: (?:running|waiting) \(/ },
  'stopped-waiting': { workflow: restock('restock-slowly', 60), with: { 'wait-timeout': '2s' } },
  'result-unknown': {
    workflow: {
      ...chain('Deploy shop', webhook('deploy-unsaved'), wait('Roll out', 2)),
      settings: { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' },
    },
  },
  'one-node': { workflow: chain('Ping', webhook('ping-shop')) },
  triggered: { workflow: chain('Ping', webhook('ping-alone')), with: { 'secret-key': '', wait: 'false' } },
  'not-triggered': {
    workflow: chain('Ping', webhook('ping-elsewhere')),
    with: { method: 'GET', payload: '', 'secret-key': '', wait: 'false', retries: '0' },
  },
  'wrong-inputs': {
    workflow: chain('Ping', webhook('ping-wrongly')),
    with: { payload: '{"message": "two\nlines"}', timeout: 'soon', retries: '-1' },
  },
};

async function summaryOf(
  { workflow, with: inputs, cancelAt }: Scene,
  { url, api, apiKey }: N8nServer,
): Promise<string> {
  const path = String(workflow.nodes[0]?.parameters['path']);
  await api.publish(await api.createWorkflow(workflow));
  await api.webhookRegistered(path);
  const started = startStep({
    with: {
      url: `${url}/webhook/${path}`,
      payload: JSON.stringify(release),
      'secret-key': apiKey,
      wait: 'true',
      ...inputs,
    },
    env: {
      GITHUB_ACTION: 'restock',
      GITHUB_ACTION_REPOSITORY: 'your-org/trigger-n8n-workflow',
      GITHUB_ACTION_REF: 'v1',
    },
  });
  if (cancelAt) await started.logged(cancelAt);
  const step = cancelAt ? await started.cancel() : await started.finished;
  console.log(`\n${step.visibleLog.replaceAll(url, SHOWN_URL)}`);
  return withShownUrl(step.summary, url);
}

function withShownUrl(summary: string, url: string): string {
  const replaced = [url, escapeHtml(url)].reduce((text, each) => text.replaceAll(each, SHOWN_URL), summary);
  return replaced.replaceAll(escapeHtml(new URL(url).host), new URL(SHOWN_URL).host);
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
  return withShownUrl(summary, url);
}

function opened(summary: string): string {
  return summary.replaceAll('<details>', '<details open>');
}

/** A summary as a page. Of Markdown it has a diagram: all else is HTML already. */
function pageOf(summary: string, theme: Theme): string {
  const html = summary
    .replace(/^### (.*)$/m, '<h3>$1</h3>')
    .replace(/^```mermaid\n(.*?)\n```$/ms, (_, source: string) => `<pre class="mermaid">${escapeHtml(source)}</pre>`);
  const style = readFileSync(resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  const { page, border } = COLOURS[theme];
  return `<!doctype html><meta charset="utf-8"><style>${style}
    body { margin: 0; padding: 16px; background: ${page}; }
    article { border: 1px solid ${border}; border-radius: 6px; padding: 16px 24px 4px; }
    article .mermaid { background: none; padding: 0; text-align: center; }
  </style>
  <article class="markdown-body">${html}</article>
  <script>${MERMAID}</script>
  <script>
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme === 'dark' ? 'dark' : 'default'}' });
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

const directory = process.argv[2];
// Chromium says nothing of a folder that is missing.
if (directory !== undefined) mkdirSync(directory, { recursive: true });
const summaries = new Map<string, string>();
const server = await startN8n({ progress: console.log });
try {
  // First, because it deploys a workflow whose name two scenes have as well.
  summaries.set('summary-deploy', await deploymentSummary(server));
  for (const [name, scene] of Object.entries(directory === undefined ? SCENES : { ...SCENES, ...MORE_SCENES })) {
    summaries.set(name, await summaryOf(scene, server));
  }
} finally {
  await server.stop();
}
for (const [name, summary] of summaries) {
  if (directory === undefined)
    draw(pageOf(name === 'summary-deploy' ? opened(summary) : summary, 'light'), join(PLACES, `${name}.png`));
  else {
    for (const theme of ['light', 'dark'] as const)
      draw(pageOf(summary, theme), join(directory, `${name}-${theme}.png`));
    draw(pageOf(opened(summary), 'light'), join(directory, `${name}-open.png`));
  }
}
