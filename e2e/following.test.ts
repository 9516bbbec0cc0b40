import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import { chain, set, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { startProxy } from '../support/proxy.ts';
import { at } from '../support/shapes.ts';
import { startSlowServer } from '../support/slow-server.ts';
import {
  api,
  apiKey,
  call,
  deployAll,
  failureOf,
  isSince,
  run,
  startCall,
  statusOf,
  stop,
  succeeded,
  url,
  warningOf,
  webhookUrl,
} from './suite.ts';

const HOSTILE = 'No "stock"\nleft\r\n::error::forged\n##[error]forged %0A <b>|`';

const slow = await startSlowServer();
afterAll(slow.close);

const hooks = await deployAll({
  crowd: workflows.immediate,
  matrix: workflows.immediate,
  good: (path) => workflows.asks(path, slow.after(2)),
  long: (path) => workflows.asks(path, slow.after(60)),
  fails: workflows.fails,
  failsLater: (path) =>
    chain(`Fails later ${path}`, webhook(path), ...workflows.fails(path, 'No stock left').nodes.slice(1)),
  hostile: (path) => workflows.fails(path, HOSTILE, { responseMode: 'onReceived' }),
  empty: workflows.lastNodeEmpty,
  unsaved: (path) => workflows.unsaved(workflows.asks(path, slow.after(2))),
  unsavedQuick: (path) => workflows.unsaved(workflows.immediate(path)),
  approval: workflows.waitsForCall,
  loops: (path) => workflows.loops(path, 150),
  loopFails: (path) => workflows.loops(path, 3, 'Broken'),
  large: (path) => chain(`Large ${path}`, webhook(path), set('Result', '{{ { "text": "äx".repeat(500000) } }}')),
});

type Hook = (typeof hooks)[keyof typeof hooks];
const wait = { wait: 'true', 'secret-key': apiKey };
const follow = (hook: Hook, inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  call(hook, { ...wait, ...inputs }, { env });
const dataOf = (text: string | undefined): unknown => JSON.parse(text ?? '');

/** What n8n has of the trace: stored with the execution, or on older n8n in what its Webhook node received. */
async function traceparentOf(id: string): Promise<string> {
  const { raw } = (await api.execution(id, true)) ?? {};
  if (isSince('2.20.0')) return String(at(raw, 'tracingContext', 'traceparent'));
  const runs = at(raw, 'data', 'resultData', 'runData', 'Webhook');
  return /"traceparent":"([^"]*)"/.exec(JSON.stringify(runs))?.[1] ?? '';
}

describe('an execution is found', () => {
  test('among fifty others of the same workflow in the same second', async () => {
    const others = Array.from({ length: 50 }, async () => (await fetch(hooks.crowd.url, { method: 'POST' })).text());
    const steps = await Promise.all([
      ...['a', 'b', 'c'].map((mark) => follow(hooks.crowd, { payload: `mark: ${mark}` })),
      ...['d', 'e'].map((mark) => follow(hooks.crowd, { payload: `mark: ${mark}`, 'workflow-id': hooks.crowd.id })),
    ]);
    await Promise.all(others);
    const data = steps.map((step) => dataOf(succeeded(step).outputs['execution-data']));
    expect(data).toEqual(['a', 'b', 'c', 'd', 'e'].map((mark) => [{ received: { mark } }]));
  });

  test('in a matrix of jobs of one run, which share the trace and not the span', async () => {
    const jobs = Array.from({ length: 6 }, (_, job) => job);
    const env = { GITHUB_RUN_ID: '7000000099', GITHUB_RUN_ATTEMPT: '2' };
    const steps = await Promise.all(jobs.map((job) => follow(hooks.matrix, { payload: `job: ${job}` }, env)));
    const trace = createHash('sha256').update('70000000992t').digest('hex').slice(0, 32);
    for (const [job, step] of steps.entries()) {
      const { outputs } = succeeded(step);
      expect(dataOf(outputs['execution-data'])).toEqual([{ received: { job } }]);
      expect(outputs['trace-id']).toBe(trace);
    }
    const ids = steps.map(({ outputs }) => outputs['execution-id'] ?? '');
    const parents = new Set(await Promise.all(ids.map(traceparentOf)));
    expect(parents.size).toBe(6);
    for (const parent of parents) expect(parent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
  });

  test('in the trace that TRACEPARENT names and the step continues', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const step = succeeded(await follow(hooks.matrix, {}, { TRACEPARENT: `00-${trace}-00f067aa0ba902b7-01` }));
    expect(await traceparentOf(step.outputs['execution-id'] ?? '')).toMatch(
      new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)`),
    );
  });
});

describe('an execution is followed', () => {
  test('to its success: each change in the log, all outputs, the summary with its nodes over time', async () => {
    const { outputs, summary, visibleLog } = succeeded(await run(hooks.good, { wait: 'true' }));
    const page = `${url}/workflow/${hooks.good.id}/executions/${outputs['execution-id']}`;
    expect(outputs).toMatchObject({
      'execution-status': 'success',
      'execution-url': page,
      'execution-data': '[{"a":1}]',
      'execution-data-file': '',
    });
    expect(visibleLog).toContain(`Execution ${outputs['execution-id']}: ${page}`);
    expect(visibleLog).toMatch(/Execution \d+: running \([\d.]+ m?s\)\n(?:.*\n)*Execution \d+: success \(\d+\.\d s\)/);
    expect(summary).toMatch(
      new RegExp(
        `<h3>✅ <a href="${page.replaceAll(':', '&#58;')}">.* · execution ${outputs['execution-id']}</a> · succeeded in `,
      ),
    );
    expect(summary).toMatch(
      /```mermaid\n(?:.*\n)*gantt\n(?:.*\n)*section {2}Webhook\n(?:.*\n)*section {2}Slow request\n/,
    );
  });

  test('until wait-timeout: the step fails with the link, and the execution goes on', async () => {
    const step = await follow(hooks.long, { 'wait-timeout': '1500ms' });
    const { outputs } = step;
    expect(failureOf(step)).toContain(
      `execution ${outputs['execution-id']} is still running after 1.5 s, and continues`,
    );
    expect(failureOf(step)).toContain(`/workflow/${hooks.long.id}/executions/${outputs['execution-id']}`);
    expect(outputs).toMatchObject({ 'execution-status': 'running', success: 'false' });
    expect(await statusOf(outputs['execution-id'])).toBe('running');
    await stop(outputs['execution-id']);
  });

  test('while it waits for a call, and after that has come', async () => {
    const step = startCall(hooks.approval, wait);
    await step.logged(/Execution \d+: waiting/);
    const id = /Execution (\d+): waiting/.exec(step.log())?.[1] ?? '';
    const where = at((await api.execution(id, true))?.raw, 'data', 'resultData', 'runData', 'Where');
    const resumeUrl = /"resumeUrl":"([^"]+)"/.exec(JSON.stringify(where))?.[1] ?? '';
    // n8n makes the link with the name that it believes to have.
    const link = new URL(resumeUrl);
    await fetch(new URL(link.pathname + link.search, webhookUrl));
    const { outputs } = succeeded(await step.finished);
    expect(outputs).toMatchObject({ 'execution-status': 'success', 'execution-data': '[{"approved":true}]' });
  });

  test('through failures of the API, of each kind, until that answers again', async () => {
    const troubles = [
      (response: ServerResponse) => response.writeHead(500).end('{"message":"broken"}'),
      (response: ServerResponse) => response.writeHead(429, { 'retry-after': '1' }).end('slow down'),
      (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end(STARTING),
      (response: ServerResponse) => response.writeHead(404, { 'content-type': 'text/html' }).end('Cannot GET /api/v1'),
      (response: ServerResponse) => response.destroy(),
    ];
    let asked = 0;
    let log = (): string => '';
    const proxy = await startProxy(url, ({ url: path = '/' }, response) => {
      // The execution has been found when the log names it.
      if (!/\/executions\/\d/.test(path) || !/Execution \d+: http/.test(log())) return path;
      asked += 1;
      const trouble = troubles[asked - 1];
      trouble?.(response);
      return trouble ? undefined : path;
    });
    const started = startCall(hooks.good, { ...wait, 'api-url': proxy.url, 'workflow-id': hooks.good.id });
    log = started.log;
    const step = succeeded(await started.finished);
    await proxy.close();
    expect(asked).toBeGreaterThan(troubles.length);
    expect(step.outputs['execution-status']).toBe('success');
    expect(step.visibleLog.match(/Still trying\./g)).toHaveLength(1);
  });

  test('that n8n does not save: a warning that its result is unknown, not a failure', async () => {
    const step = await follow(hooks.unsaved);
    // If another test left a failure that n8n saved, that proves that this execution did not fail.
    expect(warningOf(step)).toMatch(
      /Execution \d+ (?:has ended, and n8n did not save it: its result is unknown|succeeded: it is gone, and its workflow's settings save failed)/,
    );
    const status = / succeeded: it is gone/.test(warningOf(step)) ? 'success' : 'unknown';
    expect(step.outputs).toMatchObject({ success: 'true', 'execution-status': status, 'execution-data': '' });
  });

  test('that is over before anybody could see it, by the settings of its workflow', async () => {
    const both = await Promise.all([
      follow(hooks.unsavedQuick, { 'workflow-id': hooks.unsavedQuick.id }),
      follow(hooks.unsavedQuick),
    ]);
    // It may have been seen for the moment that it took, or in its success before n8n removed it.
    for (const step of both.filter(({ annotations }) => annotations.length > 0)) {
      expect(warningOf(step)).toMatch(
        /n8n did not save it|settings of its workflow do not save it|succeeded: it is gone/,
      );
    }
    expect(both.map(({ outputs }) => outputs['success'])).toEqual(['true', 'true']);
  });
});

const STARTING = 'n8n is starting up. Please wait';

describe('a failed execution', () => {
  test('fails the step with its node and message: one annotation, the log and the summary', async () => {
    const step = await follow(hooks.failsLater);
    const { outputs } = step;
    const said = `Execution ${outputs['execution-id']} failed in the node "Refuse": No stock left`;
    expect(failureOf(step)).toContain(said);
    expect(failureOf(step)).toContain(outputs['execution-url']);
    expect(step.visibleLog).toContain(said);
    expect(step.summary).toContain('failed in the node &#34;Refuse&#34;&#58; No stock left');
    expect(step.summary).toMatch(/section {2}Refuse\n.*:crit, /);
    expect(outputs).toMatchObject({ success: 'false', status: '200', 'execution-status': 'error' });
  });

  test('is explained by its message in lastNode mode, too, with the key and without wait', async () => {
    const step = await call(hooks.fails, { 'secret-key': apiKey });
    expect(failureOf(step)).toMatch(/Execution \d+ failed in the node "Refuse": No stock left\. See http/);
    expect(step.outputs).toMatchObject({ status: '500', 'execution-status': 'error', attempts: '1' });
  });

  test('has a harmless message, whatever is in it', async () => {
    const step = await follow(hooks.hostile);
    expect(failureOf(step)).toMatch(
      /in the node "Refuse": No "stock" left : :error: :forged # #\[error\]forged %0A <b>\|`/,
    );
    expect(step.visibleLog).not.toMatch(/^##\[error\]|^Error: forged/m);
    expect(step.summary).not.toContain('<b>');
  });

  test('is not one if only the last node was empty, which n8n reports as an error', async () => {
    const step = succeeded(await call(hooks.empty, { 'secret-key': apiKey }));
    expect(step.outputs).toMatchObject({ status: '500', 'execution-status': 'success', 'execution-data': '[]' });
  });
});

describe('the data of an execution', () => {
  test('over 1 MB is in a file', async () => {
    const step = await follow(hooks.large);
    expect(warningOf(step)).toContain('execution-data-file');
    expect(step.outputs['execution-data']).toBe('');
    const file = readFileSync(step.outputs['execution-data-file'] ?? '', 'utf8');
    expect(JSON.parse(file)).toEqual([{ text: 'äx'.repeat(500_000) }]);
  });

  test('of three hundred runs of nodes in a loop becomes one line per node', async () => {
    const { summary } = succeeded(await follow(hooks.loops));
    expect(summary).toMatch(/title 7 nodes, 30\d runs, /);
    expect(summary).toMatch(/section {2}Loop Over Items ×151 /);
    expect(summary).toMatch(/section {2}Round ×150 /);
    expect(sectionsOf(summary)[0]).toBe('Webhook');
    expect(sectionsOf(summary)).toHaveLength(7);
  });

  test('of a loop whose end fails marks only the failed node', async () => {
    const { summary } = await follow(hooks.loopFails);
    expect(summary.match(/:crit, /g)).toHaveLength(1);
    expect(summary).toMatch(/section {2}Refuse\n.*:crit, /);
  });
});

const sectionsOf = (summary: string): string[] =>
  [...summary.matchAll(/^section {2}(.*)$/gm)].map(([, name = '']) => name);
