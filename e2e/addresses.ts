/** Differ from the ports of `npm run dev` and `npm start`, which may be running. E2E_PORT lets two checkouts test at once. */
const app = Number(process.env.E2E_PORT ?? 4193);
export const ports = { app, plexTv: app + 1 };

export const appOrigin = `http://localhost:${ports.app}`;
export const plexTvOrigin = `http://127.0.0.1:${ports.plexTv}`;

/** The page on which people approve a PIN. The tests replace it with the page of the sample plex.tv. */
export const plexTvSignInPage = 'https://app.plex.tv/auth';
