/**
 * How many days plex.tv usually remembers a sign-in. Recorded replies of 2021-24 set `rememberExpiresAt` about 14 days
 * after the sign-in.
 */
export const usualSignInDays = 14;

/** An end later than this is not plausible: a year, and a day for wrong clocks. */
export const maxSignInDays = 366;
