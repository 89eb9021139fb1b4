/** Runs a script when a page inserts it as HTML. */
export const imageWithScript = '<img src=x onerror=alert(1)>';

/** Reverses the direction of the text after it, so that `gpj.exe` can look like `exe.jpg`. */
export const rightToLeft = '\u202Egnp.rehtaf\u202C \u2067\u05D0\u05D1\u05D2\u2069';

/** Invisible characters: a zero-width space, joiners, a byte order mark and a soft hyphen. */
export const invisible = 'in\u200Bvi\u200D\u200Csi\uFEFFble\u00AD';

/** Emoji of several code points, and a letter with many accents. */
export const emoji = '👩‍👩‍👧‍👦🇸🇪🧑🏽‍🚀 Z\u0351\u036B\u0343\u036A\u0302';

/** A name of `length` UTF-16 units without a line break. It starts with all the texts above. */
export function hostileName(length: number): string {
  return `${imageWithScript}${rightToLeft}${invisible}${emoji}`.padEnd(length, 'Wolfeschlegelsteinhausenbergerdorff');
}
