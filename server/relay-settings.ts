/** What the person who starts the app chose. */
export type RelaySettings = {
  readonly plexTv: URL | 'sample';
  /** Undefined: the default of the command. */
  readonly port: number | undefined;
  readonly signInsPerMinute: number;
};

/** A setting that the app cannot start with. The message is one line, made to be shown as it is. */
export class UnusableSettingError extends Error {
  override readonly name = 'UnusableSettingError';
}

/**
 * Reads PLEX_TV_ORIGIN (default https://plex.tv), PORT and SIGN_INS_PER_MINUTE (default 10). An empty value counts as
 * none.
 *
 * @throws {UnusableSettingError} for a value that cannot be used.
 */
export function relaySettings(env: Readonly<Record<string, string | undefined>>): RelaySettings {
  return {
    plexTv: plexTvOrigin(env.PLEX_TV_ORIGIN || 'https://plex.tv'),
    port: env.PORT ? wholeNumber('PORT', env.PORT, 65535) : undefined,
    signInsPerMinute: wholeNumber('SIGN_INS_PER_MINUTE', env.SIGN_INS_PER_MINUTE || '10', 1_000_000),
  };
}

function plexTvOrigin(value: string): URL | 'sample' {
  if (value === 'sample') return 'sample';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // Plain http is fine: it is how a plex.tv of one's own is tried out at home.
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A URL equals its origin only without user name, password, path, query and fragment.
  if (url && isWeb && url.href === `${url.origin}/`) return url;
  throw new UnusableSettingError(
    `${cannotUse('PLEX_TV_ORIGIN', value)}: it must be an http or https address without a path, ` +
      'such as https://plex.tv, or the word sample.',
  );
}

function wholeNumber(name: string, value: string, max: number): number {
  if (/^[1-9]\d{0,6}$/.test(value) && Number(value) <= max) return Number(value);
  throw new UnusableSettingError(`${cannotUse(name, value)}: it must be a whole number from 1 to ${max}.`);
}

/** Names the value, escaped to stay on one line, unless it has a part in which a password or a token may be. */
function cannotUse(name: string, value: string): string {
  return /[@?#]/.test(value) ? `Cannot use ${name}` : `Cannot use ${name}=${JSON.stringify(value)}`;
}
