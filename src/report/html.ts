import { escapeHtml } from '../text/format.ts';
import type { SafeText } from '../text/safe.ts';

/** A piece of the summary. Only {@link html} makes it, so that no text from outside gets in unescaped. */
export interface Html {
  readonly markup: string;
}

/** The action's own markup, with texts escaped so that neither HTML nor Markdown reads anything in them. */
export function html(words: TemplateStringsArray, ...values: readonly (SafeText | number | Html)[]): Html {
  const texts = values.map((value) => (typeof value === 'object' ? value.markup : escapeHtml(String(value))));
  return { markup: String.raw({ raw: words }, ...texts) };
}

/** A text in which an address becomes a link with this name. */
export function linked(text: SafeText, url: SafeText, name: SafeText): Html {
  const link = html`<a href="${url}">${name}</a>`;
  return { markup: html`${text}`.markup.replaceAll(escapeHtml(url), () => link.markup) };
}

/** A text that does not wrap. */
export function unbroken(text: SafeText): Html {
  return { markup: html`${text}`.markup.replaceAll(' ', '&nbsp;') };
}

export function together(pieces: readonly Html[], separator = ''): Html {
  return { markup: pieces.map(({ markup }) => markup).join(separator) };
}

/** A collapsed block. The empty lines let GitHub read Markdown in it, such as a diagram. */
export function collapsed(title: SafeText | Html, content: Html): Html {
  return html`<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
