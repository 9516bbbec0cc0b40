import { describe, expect, test } from '@jest/globals';
import type { Env } from '../../src/host/host.ts';
import { type Chart, summaryOf } from '../../src/report/summary.ts';
import { summaryOfProblems } from '../../src/report/wrong-inputs.ts';
import type { KnownExecution, Outcome } from '../../src/routes/outcome.ts';
import { escapeHtml } from '../../src/text/format.ts';
import { declareSafe, say } from '../../src/text/safe.ts';
import type { Claim } from '../../src/verdict/verdict.ts';
import { testHost } from '../../support/host.ts';
import { accepted, madeFinished } from '../../support/results.ts';
import { triggered } from '../../support/triggered.ts';

const PAGE = 'https://n8n.example.com/workflow/w1/executions/2';

const execution: KnownExecution = { id: '2', workflowId: 'w1', status: 'success', url: PAGE, result: undefined };
const failed = { ...accepted, success: false, message: say`It broke.`, hint: say`Mend it.` } as const;

/** What a person reads of a summary, line by line. */
function readIn(summary: string): string[] {
  const text = summary
    .replace(/<\/(?:h3|p|pre|summary|tr|li)>/g, '\n')
    .replace(/<\/th>/g, ': ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return text.split('\n').filter((line) => line.trim() !== '');
}

function read(outcome: Partial<Outcome>, { env = {}, chart }: { env?: Env; chart?: Chart } = {}): string[] {
  return readIn(summaryOf(madeFinished(outcome), chart, { ...testHost(), env }));
}

describe('the heading of a summary', () => {
  test.each<[Claim, string]>([
    ['wrong inputs', '❌ Deploy · execution 2 · not triggered (wrong input) after 1.2 s'],
    ['not triggered', '❌ Deploy · execution 2 · not triggered after 1.2 s'],
    ['may have run', '⚠️ Deploy · execution 2 · may have run, gave up after 1.2 s'],
    ['failed', '❌ Deploy · execution 2 · failed after 1.2 s'],
    ['canceled', '🚫 Deploy · execution 2 · canceled after 1.2 s'],
    ['no success', '❌ Deploy · execution 2 · did not succeed, ended after 1.2 s'],
    ['not accepted', '❌ Deploy · execution 2 · result not accepted after 1.2 s'],
    ['cancelled', '🚫 Deploy · execution 2 · step cancelled after 1.2 s'],
    ['stopped waiting', '⏱️ Deploy · execution 2 · stopped waiting after 1.2 s'],
    ['result unknown', '⚠️ Deploy · execution 2 · result unknown after 1.2 s'],
  ])('of a failure says what is certain: %s', (claim, heading) => {
    expect(read({ verdict: { ...failed, claim }, execution })[0]).toBe(heading);
  });

  test('of a success says whether it is known that the workflow succeeded', () => {
    expect(read({ execution })[0]).toBe('✅ Deploy · execution 2 · succeeded in 1.2 s');
    expect(read({ execution: { ...execution, status: 'unknown' } })[0]).toBe(
      '✅ Deploy · execution 2 · triggered in 1.2 s',
    );
    expect(read({})[0]).toBe('✅ Deploy · triggered in 1.2 s');
    expect(read({ verdict: { ...accepted, ran: 'no' } })[0]).toBe('⚠️ Deploy · accepted, but nothing ran, in 1.2 s');
    expect(read({ verdict: { ...accepted, claim: 'result unknown' } })[0]).toBe(
      '⚠️ Deploy · result unknown after 1.2 s',
    );
  });

  test('names the host if the workflow has no name', () => {
    const call = triggered({ url: new URL('https://n8n.example.com:8443/webhook/x') });
    expect(read({ workflowName: undefined, call })[0]).toBe(
      '✅ n8n workflow at n8n.example.com:8443 · triggered in 1.2 s',
    );
    expect(read({ workflowName: undefined })[0]).toBe('✅ n8n workflow · triggered in 1.2 s');
  });

  test('links to the execution', () => {
    const summary = summaryOf(madeFinished({ execution }), undefined, testHost());
    expect(summary).toMatch(
      /^\n<h3>✅ <a href="https&#58;[^"]*\/2">Deploy · execution 2<\/a> · succeeded in 1\.2&nbsp;s<\/h3>\n/,
    );
  });

  test.each([undefined, 'javascript:alert(1)', 'https://n8n.example.com/s3cret/workflow/w1/executions/2'])(
    'has no link to %s',
    (url) => {
      const host = testHost();
      host.hideAddress(new URL('https://n8n.example.com/s3cret/webhook/x'));
      const summary = summaryOf(madeFinished({ execution: { ...execution, url } }), undefined, host);
      expect(summary).not.toMatch(/<a |s3cret/);
    },
  );
});

describe('a summary', () => {
  test("answers in the order of a reader's questions", () => {
    const result = { workflowName: '', runs: [], items: [{ a: 1 }], error: undefined };
    const chart = { markdown: '```mermaid\ngantt\n```', nodes: 3 };
    const summary = summaryOf(
      madeFinished({ verdict: failed, execution: { ...execution, status: 'error', result } }),
      chart,
      testHost({ env: { GITHUB_JOB: 'deploy', GITHUB_ACTION: 'restock' } }),
    );
    expect(readIn(summary)).toEqual([
      '❌ Deploy · execution 2 · failed after 1.2 s',
      'step restock · job deploy',
      'It broke. Mend it.',
      '```mermaid',
      'gantt',
      '```',
      'Result: 1 item',
      '[',
      '  {',
      '    "a": 1',
      '  }',
      ']',
      'Reply: HTTP 200, 7 B',
      '{',
      '  "a": 1',
      '}',
      'Details',
      'Workflow: Deploy',
      'Execution: 2',
      'Execution status: error',
      'Route: webhook',
      'HTTP status: 200',
      'Attempts: 1',
      'Duration: 1.2 s',
      'Trace id: 0af7651916cd43dd8448eb211c80319c',
    ]);
    // Reply and details are collapsed.
    expect(summary.match(/<details>/g)).toHaveLength(2);
    expect(summary).toContain('\n\n```mermaid\ngantt\n```\n\n');
  });

  test('has the address of the execution as a link', () => {
    const verdict = { ...failed, hint: say`See ${declareSafe(PAGE)}` };
    const summary = summaryOf(madeFinished({ verdict, execution }), undefined, testHost());
    expect(summary).toContain(`It broke. See <a href="${escapeHtml(PAGE)}">the execution in n8n</a>.</p>`);
  });

  test('has the diagram collapsed if it shows next to nothing', () => {
    const chart = { markdown: '```mermaid\ngantt\n```', nodes: 2 };
    expect(summaryOf(madeFinished(), chart, testHost())).toContain(
      '<details><summary>Nodes over time</summary>\n\n```mermaid\ngantt\n```\n\n</details>',
    );
  });

  test('has the first items of many', () => {
    const items = Array.from({ length: 12 }, (_, n) => ({ n }));
    const lines = read({
      execution: { ...execution, result: { workflowName: '', runs: [], items, error: undefined } },
    });
    expect(lines).toContain('Result: 12 items, the first 5');
    expect(lines.filter((line) => line.includes('"n"'))).toHaveLength(5);
  });

  test('has no line for what is not known', () => {
    const lines = read({ exchange: undefined, route: undefined, workflowName: undefined });
    expect(lines.join('\n')).not.toMatch(/Workflow|HTTP|Route|Reply|Execution|Called|step|job/);
  });

  test.each([
    [{ GITHUB_JOB: 'deploy', GITHUB_ACTION: 'notify' }, 'step notify · job deploy'],
    [{ GITHUB_JOB: 'deploy', GITHUB_ACTION: '__self' }, 'job deploy'],
    [{ GITHUB_JOB: 'deploy', GITHUB_ACTION: '__octo_trigger_3' }, 'step 3 · job deploy'],
    [{ GITHUB_JOB: 'deploy', GITHUB_ACTION: '<b>odd</b>' }, 'job deploy'],
  ])('of a step that the runner calls %j names it', (env, line) => {
    expect(read({}, { env })[1]).toBe(line);
  });

  test('of a success shows its warning', () => {
    expect(read({ verdict: { ...accepted, message: say`Odd.` } })[1]).toBe('Odd.');
  });

  test('says what was called, and nothing of its path', () => {
    const call = triggered({ url: new URL('https://n8n.example.com/webhook/team-a/hook?env=prod') });
    expect(read({ call })).toContain('Called: POST https://n8n.example.com');
  });

  test('has nothing of a secret or of the address in it, also where it is cut', () => {
    const host = testHost();
    host.mask('secret-of-the-step');
    host.hideAddress(new URL('https://n8n.example.com/webhook/team-a/hook'));
    for (let at = 3970; at <= 4000; at += 1) {
      const text = `team-a/hook ${'a'.repeat(at)}secret-of-the-step`;
      expect(summaryOf(madeFinished({}, { reply: { text } }), undefined, host)).not.toMatch(/team-a|secret|s…/);
    }
  });

  test('is small, however large its parts are', () => {
    const long = 'x😀<'.repeat(1_000_000);
    const items = [{ [long]: long }, long];
    const summary = summaryOf(
      madeFinished(
        {
          verdict: { ...failed, message: declareSafe(long) },
          execution: {
            ...execution,
            id: long,
            url: long,
            result: { workflowName: long, runs: [], items, error: undefined },
          },
        },
        { reply: { text: long } },
      ),
      undefined,
      testHost({ env: { GITHUB_JOB: long, GITHUB_ACTION: long } }),
    );
    expect(summary.length).toBeLessThan(100_000);
  });
});

/** A summary with this text in every place where a text from outside can stand. */
function summaryWith(text: string): string {
  const shown = testHost().show(text, 5000);
  const verdict = { ...failed, message: shown, hint: shown };
  const result = { workflowName: text, runs: [], items: [{ [text]: text }], error: undefined };
  const url = new URL('https://n8n.example.com/webhook/x');
  const outcome = { verdict, workflowName: shown, url, method: text, execution: { ...execution, result } };
  const host = testHost();
  return summaryOf(madeFinished(outcome, { reply: { text } }), undefined, host) + summaryOfProblems([shown], host);
}

/** The tags of a summary, in order. */
const tagsOf = (summary: string): string[] => summary.match(/<[^>]*>?/g) ?? [];

/** What stands between the tags, without the character references that HTML undoes. */
const textOf = (summary: string): string => summary.replace(/<[^>]*>/g, ' ').replace(/&(?:#\d+|nbsp);/g, ' ');

describe('a hostile text', () => {
  const harmless = summaryWith('harmless');

  const hostile = [
    '</pre></details></td></tr></table><img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<!-- ',
    '-->',
    '"><a href="javascript:alert(1)">',
    "' onmouseover='x",
    '&lt;b&gt; &amp; &#60;b&#62;',
    '**bold** __bold__ ~~gone~~ `code` ```\nfence\n```',
    '[link](https://evil.example) ![image](https://evil.example/x.png)',
    '[ref]: https://evil.example',
    '| a | b |\n|---|---|\n| c | d |',
    '@octocat #1 octo/demo#1 :tada: https://evil.example',
    'a\n\n# Heading\n\n* list\n\n1. list\n\n    code\n\n---\n',
    '\r\r# Heading\r\r<b>',
    '\u2028\u2029\u0085\u000b\u000cx',
    '\u202eright to left\u2066',
    'a\u00ad\u061c\u180e\u034f\u115f\u3164\ufeff\u{e0041}\u{e0100}b',
    'a\\',
    '```mermaid\ngantt\n```',
    '$$x$$',
  ];

  test.each(hostile)('%j adds no tag and no line', (text) => {
    const summary = summaryWith(text);
    expect(tagsOf(summary)).toEqual(tagsOf(harmless));
    expect(summary.split(/\r\n|\r|\n/)).toHaveLength(harmless.split('\n').length);
  });

  test.each(hostile)('%j leaves nothing that Markdown would read, or that nobody sees', (text) => {
    const odd = /[<>"'`*_[\]()#@|\\~:$]|\p{Default_Ignorable_Code_Point}|(?!\n)\p{Cc}/u.exec(
      textOf(summaryWith(text)).replace('Result: ', ''),
    );
    expect(odd?.[0]).toBeUndefined();
  });

  test('is still readable', () => {
    const text = '</pre> **bold** "quoted" & <b>\nsecond line';
    expect(readIn(summaryWith(text)).join('\n')).toContain(text);
  });
});
