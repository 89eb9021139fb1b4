/**
 * A text on one line without invisible characters. Line breaks and other controls become spaces; zero-width characters,
 * direction marks and lone surrogates are removed.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '');
}

/** Folds a text for comparison: without case, accents, invisible characters and variants of a letter. */
export function foldText(text: string): string {
  // Most texts are plain ASCII, and the code below is slow.
  if (/^[ -~]*$/.test(text)) return text.toUpperCase();
  // Upper case: the lower case of some letters depends on their neighbours, so a text inside another might not match.
  return visibleText(text).normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
