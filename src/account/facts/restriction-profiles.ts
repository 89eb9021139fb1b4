/** Plex's names for the age profiles of managed members. */
export const restrictionProfiles: Record<string, string> = {
  little_kid: 'Younger kid',
  older_kid: 'Older kid',
  teen: 'Teen',
};
