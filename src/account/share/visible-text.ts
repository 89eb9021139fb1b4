/**
 * A text on one line, without the characters that nobody can see but that change how it reads: line breaks and other
 * controls become spaces; zero-width characters, those that turn the direction, and halves of characters go.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '');
}

/** What two texts have in common for a reader: without case, accents, invisible characters and forms of a letter. */
export function foldText(text: string): string {
  // Most texts are plain, and what follows is slow with many.
  if (/^[ -~]*$/.test(text)) return text.toUpperCase();
  // Upper case, for the lower case of a letter depends on its neighbours and would hide one text within another.
  return visibleText(text).normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
