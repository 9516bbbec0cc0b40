import { describe, expect, test } from '@jest/globals';
import { redactor } from '../../src/host/masks.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { declareSafe, say } from '../../src/text/safe.ts';
import { accepted, madeResult } from '../../support/results.ts';

/** A summary with this text in every place where a text from outside can stand. */
function summaryWith(text: string): string {
  const verdict = { ...accepted, success: false, message: declareSafe(text), hint: declareSafe(text) };
  return summaryOf(
    madeResult({ verdict, workflowName: declareSafe(text) }, { reply: { text, file: '', warning: '' } }),
  );
}

/** The tags of a summary, in order. */
const tagsOf = (summary: string): string[] => summary.match(/<[^>]*>?/g) ?? [];

/** What stands between the tags, without the character references that HTML undoes. */
const textOf = (summary: string): string => summary.replace(/<[^>]*>/g, ' ').replace(/&#\d+;/g, ' ');

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
  '\u2028\u2029\u0085\u000b\u000c',
  '\u202eright to left\u2066',
  'a\\',
  '```mermaid\ngantt\n```',
  '$$x$$',
];

describe('the summary', () => {
  test('of a success has a table and the reply', () => {
    expect(summaryOf(madeResult())).toBe(
      [
        '### ✅ n8n workflow',
        '<table><tr><th align="left">Workflow</th><td>Deploy</td></tr><tr><th align="left">Result</th><td>success</td></tr><tr><th align="left">HTTP status</th><td>200</td></tr><tr><th align="left">Route</th><td>webhook</td></tr><tr><th align="left">Attempts</th><td>1</td></tr><tr><th align="left">Duration</th><td>1.2 s</td></tr></table>',
        '<details><summary>Reply</summary><pre>{&#34;a&#34;&#58;1}</pre></details>',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  test('of a failure tells it', () => {
    const verdict = { ...accepted, success: false, ran: 'no', message: say`It broke.`, hint: say`Mend it.` } as const;
    const summary = summaryOf(madeResult({ verdict }));
    expect(summary).toMatch(/^### ❌ n8n workflow\n/);
    expect(summary).toContain('<p>❌ It broke. The workflow did not run. Mend it.</p>');
    expect(summary).toContain('<td>failure</td>');
  });

  test('of a success with a warning tells it', () => {
    expect(summaryOf(madeResult({ verdict: { ...accepted, message: say`Odd.` } }))).toContain('<p>⚠️ Odd.</p>');
  });

  test('has no row for what is not known', () => {
    const summary = summaryOf(madeResult({ exchange: undefined, route: undefined, workflowName: undefined }));
    expect(summary).not.toMatch(/Workflow<|HTTP status|Route/);
  });

  test('has no block for an empty reply', () => {
    expect(summaryOf(madeResult({}, { reply: { text: '', file: '', warning: '' } }))).not.toContain('<details>');
  });

  test('has the start of a long reply and says so', () => {
    const reply = { text: `${'a'.repeat(4000)}b`, file: '', warning: '' };
    const summary = summaryOf(madeResult({}, { reply }));
    expect(summary).toContain(`<summary>Reply (its start)</summary><pre>${'a'.repeat(4000)}</pre>`);
  });

  test('has nothing of a secret in it, where it is cut and where the address tears a hole', () => {
    const { hide, hideAddress, redact } = redactor();
    for (const mask of ['secret-of-the-step', 'hushprodvalue']) hide(mask);
    hideAddress(new URL('https://n8n.example.com/webhook/x?env=prod'));
    const text = `prod hushprodvalue ${'a'.repeat(3970)} secret-of-the-step`;
    const summary = summaryOf(madeResult({}, { reply: { text, file: '', warning: '' } }), '', redact);
    expect(summary).toMatch(/<pre>… &#42;&#42;&#42; a+ &#42;&#42;&#42;<\/pre>/);
  });
});

describe('a hostile text', () => {
  const harmless = summaryWith('harmless');

  test.each(hostile)('%j adds no tag and no line', (text) => {
    const summary = summaryWith(text);
    expect(tagsOf(summary)).toEqual(tagsOf(harmless));
    expect(summary.split(/\r\n|\r|\n/)).toHaveLength(harmless.split('\n').length);
  });

  test.each(hostile)('%j leaves nothing that Markdown would read', (text) => {
    const [heading, ...rest] = summaryWith(text).split('\n');
    expect(heading).toBe('### ❌ n8n workflow');
    expect(textOf(rest.join('\n'))).not.toMatch(/[<>"'`*_[\]()#@|\\~:$\u202a-\u202e\u2066-\u2069]/);
  });

  test('is still there to be read', () => {
    const text = '</pre> **bold** "quoted" & <b>\nsecond line';
    const shown = /<pre>(.*)<\/pre>/s.exec(summaryWith(text))?.[1] ?? '';
    expect(shown.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(text);
  });
});
