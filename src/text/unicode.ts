/**
 * A pattern that asks for properties of Unicode (`\p{…}`), made when it is first used: V8 collects all characters that
 * have them, for a millisecond each, and for a literal as soon as it loads the file.
 */
export function unicodePattern(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}

/** Whether a text is pure ASCII, for which simpler patterns do. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
