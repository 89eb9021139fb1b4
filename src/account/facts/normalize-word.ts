/** A word of plex.tv without case, blanks, `-` and `_`: clients know `PendingCancellation` and `pending_cancellation`. */
export function normalizeWord(word: string | null | undefined): string {
  return (word ?? '').toLowerCase().replace(/[\s\p{Pd}_\p{Default_Ignorable_Code_Point}]+/gu, '');
}
