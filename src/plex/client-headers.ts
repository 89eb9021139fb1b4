import type { PlexClient } from './client.ts';

const browsers: [name: string, version: RegExp][] = [
  ['Microsoft Edge', /Edg\w*\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];

const systems: [name: string, mark: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['ChromeOS', /CrOS/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** How plex.tv calls this page, such as among the Authorized Devices. */
export const productName = 'Account statement';

/**
 * The headers by which plex.tv knows a client, and under which the sign-in appears among the person's Authorized
 * Devices. Without the client identifier plex.tv answers 400 with code 1000; others than these may be refused.
 */
export function clientHeaders(client: PlexClient, userAgent: string, language: string): Record<string, string> {
  const [browser, version] = browsers.find(([, mark]) => mark.test(userAgent)) ?? ['Browser', /(?!)/];
  const system = systems.find(([, mark]) => mark.test(userAgent))?.[0] ?? 'Unknown';
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
