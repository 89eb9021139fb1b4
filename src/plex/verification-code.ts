const maxCodeLength = 32;

/**
 * A verification code as plex.tv expects it: ASCII digits and letters. People paste codes with spaces, dashes, invisible
 * characters, digits of other scripts, or the whole message around the code. Backup codes keep their letters. A message
 * with several codes stays as it is, and `isCode` refuses it.
 */
export function normalizeCode(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const code = text.replace(/[^\p{L}\p{N}]|\p{Lm}/gu, '');
  return codeInSentence(text) ?? code;
}

/** Whether a normalized text can be a code. Any other text is not worth one of the few tries that plex.tv allows. */
export function isCode(code: string): boolean {
  return /^[0-9a-z]+$/i.test(code) && code.length <= maxCodeLength;
}

/**
 * The six digits in a text such as "Your Plex code is 123 456". Returns the text itself if it has several codes, and
 * undefined if it has no code or no word such as "code".
 */
function codeInSentence(text: string): string | undefined {
  if (!/\b(plex|codes?|verification)\b/i.test(text)) return undefined;
  const [code, ...others] = Array.from(text.matchAll(/(?<![0-9a-z])\d{3}[^0-9a-z]?\d{3}(?![0-9a-z])/gi), String);
  return others.length === 0 ? code?.replace(/[^0-9]/g, '') : text;
}

/** Unicode lists the ten digits of each script in a row, and some of these rows follow each other. */
function toAsciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return String((codePoint - start) % 10);
}
