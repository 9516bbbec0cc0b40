declare const safe: unique symbol;

/**
 * A text that may be shown to people: in the log, an annotation, the summary. It is made in two ways only: by {@link
 * say}, out of the action's own words, and by a {@link Show}, out of text from outside.
 */
export type SafeText = string & { readonly [safe]: true };

/**
 * The only way for text from outside to be shown. Gives it on one line, without secrets, without the address of the webhook,
 * without control, direction and invisible characters, without commands to the runner, cut to `most` characters.
 */
export type Show = (text: string, most?: number) => SafeText;

/** A sentence in the action's own words, with nothing but numbers and safe texts inserted. */
export function say(words: TemplateStringsArray, ...values: readonly (SafeText | number)[]): SafeText {
  return declareSafe(String.raw({ raw: words }, ...values));
}

export const NOTHING = say``;

/** Joins safe texts, leaving out empty ones. */
export function join(texts: readonly SafeText[], separator: ' ' | ', ' | '; ' | '\n' = ' '): SafeText {
  return declareSafe(texts.filter((text) => text !== '').join(separator));
}

/** A safe text without the full stop at its end, if it has one, for use within a sentence. */
export function withoutFullStop(text: SafeText): SafeText {
  return text.endsWith('.') ? declareSafe(text.slice(0, -1)) : text;
}

/** One of the action's own words: its type lists every value that it can have. */
export function word<Word extends string>(text: string extends Word ? never : Word): SafeText {
  return declareSafe(text);
}

/** Brands a text that its caller has made safe. Everything else uses {@link say}, {@link join} or a {@link Show}. */
export function declareSafe(text: string): SafeText {
  // The brand exists for the compiler alone, so nothing but a cast can give it.
  return text as SafeText;
}
