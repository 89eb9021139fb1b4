/** Differ from the ports of the other browser tests, which may be running. */
export const ports = { app: 4393, plexTv: 4394, narrow: 4395, webKitDriver: 4396 };

export const appOrigin = `http://localhost:${ports.app}`;
export const plexTvOrigin = `http://127.0.0.1:${ports.plexTv}`;
export const narrowOrigin = `http://localhost:${ports.narrow}`;
