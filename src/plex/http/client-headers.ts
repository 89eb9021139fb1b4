import type { PlexClient } from './client.ts';

const browsers: [name: string, version: RegExp][] = [
  ['Microsoft Edge', /Edg\w*\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];

const systems: [name: string, pattern: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['ChromeOS', /CrOS/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** The name under which plex.tv lists this app, such as in Authorized Devices. */
export const productName = 'Account statement';

/**
 * The request headers that describe this client. plex.tv shows them in Authorized Devices.
 *
 * Without the client identifier plex.tv answers 400 with code 1000. Other headers may fail a CORS preflight at plex.tv.
 *
 * @param userAgent the browser's `navigator.userAgent`.
 * @param language a BCP 47 tag, such as `sv-SE`.
 */
export function clientHeaders(client: PlexClient, userAgent: string, language: string): Record<string, string> {
  const [browser, version] = browsers.find(([, pattern]) => pattern.test(userAgent)) ?? ['Browser', /(?!)/];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'Unknown';
  return {
    Accept: 'application/json',
    'X-Plex-Client-Identifier': client.clientIdentifier,
    'X-Plex-Product': productName,
    'X-Plex-Version': __APP_VERSION__,
    'X-Plex-Platform': browser,
    'X-Plex-Platform-Version': version.exec(userAgent)?.[1] ?? '',
    'X-Plex-Device': system,
    'X-Plex-Device-Name': `${browser} on ${system}`,
    'X-Plex-Model': 'hosted',
    'X-Plex-Language': language,
  };
}
