/** Differ from the ports of `npm run dev` and `npm start`, which may be running. */
export const ports = { app: 4193, plexTv: 4194 };

export const appOrigin = `http://localhost:${ports.app}`;
export const plexTvOrigin = `http://127.0.0.1:${ports.plexTv}`;

/** The page on which people approve a PIN. The tests replace it with the page of the sample plex.tv. */
export const plexTvSignInPage = 'https://app.plex.tv/auth';
