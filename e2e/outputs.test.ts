import { describe, expect, test } from '@jest/globals';
import { chain, set, webhook } from '../support/n8n/nodes.ts';
import * as workflows from '../support/n8n/workflows.ts';
import { apiKey, call, deployAll, failureOf, outputNames, replyOf, run, succeeded, url, warningOf } from './suite.ts';

const hostile = '</pre></details><script>x</script> | a | b |\n\n# heading\n\n```\n@someone #1 [link](http://evil)';

const hooks = await deployAll({
  good: workflows.immediate,
  fails: workflows.fails,
  echo: workflows.echo,
  hostile: (path) =>
    chain(
      `<b>Name</b> | with a pipe and \`ticks\` ${path}`,
      webhook(path, { responseMode: 'lastNode', name: '<i>Node</i>' }),
      set('Result', { text: hostile }),
    ),
});

describe('outputs', () => {
  test('all of them are set, on success and on every kind of failure', async () => {
    const steps = await Promise.all([
      call(hooks.good),
      call(hooks.fails),
      call(hooks.fails, { 'fail-on-error': 'false' }),
      call({ url: `${url}/webhook/nothing-here` }),
      call({ url: 'http://127.0.0.1:9/webhook/a' }),
      call({ url: 'not a url' }),
      run(hooks.good),
      run(hooks.good, { route: 'start' }),
      run({ id: 'abcdefghijklmnop' }),
    ]);
    for (const step of steps) expect(Object.keys(step.outputs).sort()).toEqual(outputNames);
    expect(steps.map(({ outputs }) => outputs['success'])).toEqual([
      'true',
      'false',
      'false',
      'false',
      'false',
      'false',
      'true',
      'false',
      'false',
    ]);
    expect(steps.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0, 1, 1, 1, 0, 1, 1]);
    expect(steps.map(({ outputs }) => outputs['status'])).toEqual([
      '200',
      '500',
      '500',
      '404',
      '',
      '',
      '200',
      '404',
      '',
    ]);
    expect(steps.map(({ outputs }) => outputs['attempts'])).toEqual(['1', '1', '1', '1', '1', '0', '1', '1', '0']);
  });

  test('say how the step went', async () => {
    const { outputs, durationMs } = succeeded(await call(hooks.good));
    expect(outputs).toMatchObject({ success: 'true', status: '200', route: 'webhook', attempts: '1' });
    expect(outputs['trace-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(Number(outputs['duration'])).toBeGreaterThan(0);
    expect(Number(outputs['duration'])).toBeLessThan(durationMs);
    const headers: unknown = JSON.parse(outputs['response-headers'] ?? '');
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
    expect(Object.keys(Object(headers)).join()).toMatch(/^[a-z0-9,-]+$/);
  });

  test('trace-id is the same for all steps of a run attempt, and continues an existing trace', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const steps = await Promise.all([
      call(hooks.good),
      call(hooks.good),
      call(hooks.good, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } }),
      call(hooks.good, {}, { env: { TRACEPARENT: `00-${traceId}-00f067aa0ba902b7-01` } }),
    ]);
    const [first, second, retried, continued] = steps.map(({ outputs }) => outputs['trace-id']);
    expect(second).toBe(first);
    expect(retried).not.toBe(first);
    expect(continued).toBe(traceId);
  });
});

describe('the job summary', () => {
  test('says how it went, and has the start of the reply and a table of facts in collapsed blocks', async () => {
    const { summary } = succeeded(await run(hooks.good));
    expect(summary).toMatch(/^\n<h3>✅ .*Immediate .* · triggered in .*<\/h3>\n/);
    expect(summary).toMatch(/<details><summary>Reply&#58; HTTP 200, .*\n\n<pre>.*Workflow was started.*<\/pre>\n/);
    for (const [name, value] of [
      ['HTTP status', '200'],
      ['Route', 'webhook'],
      ['Attempts', '1'],
    ]) {
      expect(summary).toContain(`<tr><th align="left">${name}</th><td>${value}</td></tr>`);
    }
  });

  test('shows the failure', async () => {
    const { summary } = await call({ url: `${url}/webhook/nothing-here` });
    expect(summary).toMatch(/<h3>❌ .* · not triggered after /);
    expect(summary).toContain('n8n has no webhook for POST at this address');
  });

  test('is not written with summary: false, nor if the runner has none', async () => {
    const [off, none] = await Promise.all([
      call(hooks.good, { summary: 'false' }),
      call(hooks.good, {}, { env: { GITHUB_STEP_SUMMARY: '' } }),
    ]);
    expect(succeeded(off).summary).toBe('');
    expect(succeeded(none).summary).toBe('');
  });

  test('stays intact, whatever a reply or the name of a workflow says', async () => {
    const { summary } = succeeded(await run(hooks.hostile));
    expect(summary.match(/<\/?(?!table|tr|th|td|details|summary|pre|code|p\b|h\d)[a-z][^>]*>/gi)).toBeNull();
    expect(summary.match(/<\/details>/g)).toHaveLength(2);
    expect(summary).not.toMatch(/^#+ heading|^```$|\[link\]|@someone|^\| /m);
  });
});

describe('secrets', () => {
  const password = 'pass:w0rd "quoted" é';
  const header = 'a-value-of-a-header';
  const base64 = Buffer.from(`ci:${password}`).toString('base64');
  const secrets = [password, base64, header, apiKey, encodeURIComponent(password)];

  /** Everything that a step leaves, except the commands that mask secrets. */
  const leavings = ({ log, rawOutputs, summary }: Awaited<ReturnType<typeof call>>): string =>
    [...log.split('\n').filter((line) => !line.startsWith('::add-mask::')), rawOutputs, summary].join('\n');

  test('are masked before anything is logged, and are in no log, output or summary', async () => {
    const inputs = { 'basic-auth': `ci:${password}`, headers: `X-Token: ${header}` };
    const env = { RUNNER_DEBUG: '1' };
    const inUrl = hooks.good.url.replace('://', `://ci:${encodeURIComponent(password)}@`);
    const steps = await Promise.all([
      call(hooks.good, { ...inputs, 'secret-key': apiKey }, { env }),
      call(hooks.fails, inputs, { env }),
      call({ url: inUrl }, inputs, { env }),
      call({ url: inUrl }, { headers: `X-Token: ${header}` }, { env }),
      run(hooks.good, inputs, { env }),
      run({ id: 'abcdefghijklmnop' }, inputs, { env }),
      run(hooks.good, { ...inputs, route: 'start' }, { env }),
    ]);
    for (const step of steps) {
      for (const secret of secrets) expect(leavings(step)).not.toContain(secret);
      expect(step.masks).toEqual(expect.arrayContaining([password, base64]));
      const isMask = step.log.split('\n').map((line) => line.startsWith('::add-mask::'));
      expect(isMask.indexOf(false)).toBe(isMask.lastIndexOf(true) + 1);
    }
    expect(failureOf(steps[2] ?? steps[0])).toContain('basic-auth: url contains a password, too');
  });

  test("a webhook's path is in no log or summary, as it is half a secret", async () => {
    const steps = await Promise.all([
      call(hooks.good, {}, { env: { RUNNER_DEBUG: '1' } }),
      call(hooks.fails, {}, { env: { RUNNER_DEBUG: '1' } }),
      call({ url: `${url}/webhook/not-there-but-secret` }),
    ]);
    for (const { log, summary } of steps) expect(log + summary).not.toMatch(/hook-[0-9a-f]{8}|not-there-but-secret/);
  });

  test('that a reply repeats are passed on unchanged in response-body, and stay hidden in log and summary', async () => {
    const token = 'tok_en:with*every"kind~of@character#and=more';
    const step = succeeded(await call(hooks.echo, { headers: `X-Token: ${token}` }, { env: { RUNNER_DEBUG: '1' } }));
    expect(replyOf(step)).toMatchObject({ headers: { 'x-token': token } });
    expect(step.visibleLog).not.toContain(token);
    // The runner masks the summary as it masks the log; a browser then makes text of it.
    const masked = step.masks.reduce((text, mask) => text.replaceAll(mask, '***'), step.summary);
    const shown = masked.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    expect(shown).toContain('"x-token": "***"');
    expect(shown).not.toContain(token.slice(0, 20));
  });
});

test('a failure with fail-on-error: false still shows in the summary', async () => {
  const step = await call(hooks.fails, { 'fail-on-error': 'false' });
  expect(warningOf(step)).toContain('The workflow ran and failed.');
  expect(step.summary).toMatch(/<h3>❌ .* · failed after /);
});
