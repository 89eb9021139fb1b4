/** Not the ports of `npm run dev` and `npm start`, which may be running. */
export const ports = { app: 4193, plexTv: 4194 };

export const appOrigin = `http://localhost:${ports.app}`;
export const plexTvOrigin = `http://127.0.0.1:${ports.plexTv}`;

/** Where people agree to a PIN. The sample's own page stands in for it. */
export const plexTvSignInPage = 'https://app.plex.tv/auth';
