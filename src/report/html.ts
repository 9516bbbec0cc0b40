import { escapeHtml } from '../text/format.ts';
import type { SafeText } from '../text/safe.ts';

/** A piece of the summary. It is made by {@link html} alone, so that no text from outside gets into it unescaped. */
export interface Html {
  readonly markup: string;
}

/** The action's own markup, in which texts stand as texts: nothing that HTML or Markdown would read is left of them. */
export function html(words: TemplateStringsArray, ...values: readonly (SafeText | number | Html)[]): Html {
  const texts = values.map((value) => (typeof value === 'object' ? value.markup : escapeHtml(String(value))));
  return { markup: String.raw({ raw: words }, ...texts) };
}

/** A text in which an address that stands in it is a link of that name. */
export function linked(text: SafeText, url: SafeText, name: SafeText): Html {
  const link = html`<a href="${url}">${name}</a>`;
  return { markup: html`${text}`.markup.replaceAll(escapeHtml(url), () => link.markup) };
}

/** A text that stays on one line. */
export function unbroken(text: SafeText): Html {
  return { markup: html`${text}`.markup.replaceAll(' ', '&nbsp;') };
}

/** Pieces one after the other. */
export function together(pieces: readonly Html[], separator = ''): Html {
  return { markup: pieces.map(({ markup }) => markup).join(separator) };
}

/**
 * A block that people open if they want to see it. The empty lines let GitHub read Markdown, such as a diagram, in it.
 */
export function collapsed(title: SafeText | Html, content: Html): Html {
  return html`<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
