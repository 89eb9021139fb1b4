/** Differ from the ports of the other browser tests, which may be running. */
export const ports = { app: 4593, plexTv: 4594, narrow: 4595, webKitDriver: 4596 };

export const appOrigin = `http://localhost:${ports.app}`;
export const plexTvOrigin = `http://127.0.0.1:${ports.plexTv}`;
export const narrowOrigin = `http://localhost:${ports.narrow}`;
