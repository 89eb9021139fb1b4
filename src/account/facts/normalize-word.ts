/** A word of plex.tv without case, blanks, `-` and `_`: clients know `PendingCancellation` and `pending_cancellation`. */
export function normalizeWord(word: string | null | undefined): string {
  const lower = (word ?? '').toLowerCase();
  // Most words are plain, and the pattern is slow.
  return /^[a-z]*$/.test(lower) ? lower : lower.replace(/[\s\p{Pd}_\p{Default_Ignorable_Code_Point}]+/gu, '');
}
