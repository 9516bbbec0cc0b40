// Text that does harm if it gets through: to the runner, to readers of the log and the summary, to secrets.
import { parseCommand } from './runner-protocol.ts';

export const SECRETS = {
  key: 'n8n_api_zQ9+kE7/wX5yT3',
  hook: 'team-zq/Hook9w8e7r',
  query: 'zqquery+6t5r4e',
  header: 'zq9header/s3cr3t+x',
} as const;

const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const escaped = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** What is put into each place; short, because most texts are cut. */
export const HOSTILE = [
  '\n::error title=x::y\n##[error]z\r::stop-commands::t\n',
  '\u2028::warning::x\u0085##[group]\v::add-mask::e\f',
  '<img src=x onerror=y>](javascript:z)|@octocat\n\n# h',
  '</pre></details>```\n<script>x</script>\n```mermaid',
  '\u001b[31m\u202e\u200b\u061c\u00ad\u{e0041}\u2066\ufeff\u180e\u3164\u0000\u0007',
  '%%{init: {}}%%;click a href "x"\nsection y: :::crit, 0, 1',
  `${SECRETS.key} /${SECRETS.hook}?`,
  percent(SECRETS.key),
  escaped(SECRETS.key),
  encodeURIComponent(SECRETS.hook),
  JSON.stringify(SECRETS.hook).replaceAll('/', '\\/'),
  escaped(SECRETS.hook),
  `${SECRETS.hook.replace('e', '\u200be')} ${SECRETS.query}`,
  percent(SECRETS.query),
  Buffer.from(SECRETS.key).toString('base64'),
  escaped(percent(SECRETS.header)),
  SECRETS.header,
] as const;

/** The same where a protocol takes no more than a line of ASCII. */
export const HOSTILE_LINES = HOSTILE.map((text) => text.replace(/[^\x20-\x7e]/gu, ' ').trim());

/** What affects somebody who reads a text, or is invisible to them. */
const UNSEEN = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** What is wrong with a line of the log; undefined if it is harmless. */
export function harmInLine(line: string): string | undefined {
  if (UNSEEN.test(line)) return `it holds what is not seen: ${JSON.stringify(line)}`;
  if (parseCommand(line) || /##\[/.test(line)) return `it is a command: ${line}`;
  return leakIn(line);
}

const TAG =
  /^<\/a>$|^<\/?(?:table|tbody|thead|tr|th|td|p|details|summary|pre|code|b|br|strong|em|sub|blockquote|h\d|ul|ol|li)(?: align="left"| open)?\s*\/?>$/;

/** What is wrong with a job summary. */
export function harmInSummary(summary: string, origins: readonly string[]): string | undefined {
  const [, chart = ''] = /^```mermaid\n([\s\S]*?)^```$/m.exec(summary) ?? [];
  const rest = summary.replace(/^```mermaid\n[\s\S]*?^```$/m, '');
  if (/click|%%\{|javascript|[<>]/i.test(chart)) return `the diagram acts: ${chart}`;
  if (UNSEEN.test(summary.replaceAll('\n', '')))
    return `it holds what is not seen: ${JSON.stringify(UNSEEN.exec(summary.replaceAll('\n', ''))?.[0])}`;
  const tag = (rest.match(/<[^>]*>/g) ?? []).find(
    (each) =>
      !TAG.test(each) && !origins.some((origin) => each.replaceAll('&#58;', ':').startsWith(`<a href="${origin}/`)),
  );
  if (tag !== undefined) return `it has the tag ${tag}`;
  const active = /```|\]\(|@octocat|^# h|^\|/m.exec(rest)?.[0];
  return active === undefined ? leakIn(summary) : `it has Markdown in it: ${active}`;
}

/** Which secret a text reveals to somebody who undoes escapes. */
export function leakIn(text: string): string | undefined {
  let read = text;
  for (let depth = 0; depth < 4; depth += 1) {
    const found = Object.entries(SECRETS).find(([, secret]) => {
      const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1);
      return read.toLowerCase().includes(secret.toLowerCase()) || read.includes(base64);
    });
    if (found) return `it tells ${found[0]}: ${text.slice(0, 500)}`;
    read = unescaped(read);
  }
  return undefined;
}

function unescaped(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('\\/', '/');
}
