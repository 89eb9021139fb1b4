/** How somebody signed in: here by password, at plex.tv's own page, by a code typed on another device, by a token. */
export type SignInWay = 'password' | 'plex-tv' | 'device' | 'token';
