/** Runs script wherever text is put into a page as HTML. */
export const imageWithScript = '<img src=x onerror=alert(1)>';

/** Turns the rest of the line around, twice: a shown `gpj.exe` may be `exe.jpg`. */
export const rightToLeft = '\u202Egnp.rehtaf\u202C \u2067\u05D0\u05D1\u05D2\u2069';

/** Zero-width space, joiners, a byte order mark and a soft hyphen, none of which can be seen. */
export const invisible = 'in\u200Bvi\u200D\u200Csi\uFEFFble\u00AD';

/** One family of several code points, a flag, a skin tone, and a letter under a pile of accents. */
export const emoji = '👩‍👩‍👧‍👦🇸🇪🧑🏽‍🚀 Z\u0351\u036B\u0343\u036A\u0302';

/** Exactly `length` UTF-16 units without a space to break at, everything above within the first of them. */
export function hostileName(length: number): string {
  return `${imageWithScript}${rightToLeft}${invisible}${emoji}`.padEnd(length, 'Wolfeschlegelsteinhausenbergerdorff');
}
