/**
 * Where avatars lie: recorded accounts have https://plex.tv/users/…/avatar, which leads on to plex.tv's own storage
 * (assets.plex.tv), or to Gravatar and the image cache that Gravatar uses, as the policies of other Plex tools know
 * (sct/overseerr#660). A picture from elsewhere is not loaded: the initials stand in for it.
 */
const avatarHosts = ['https://plex.tv', 'https://*.plex.tv', 'https://*.gravatar.com', 'https://*.wp.com'];

/**
 * What the page may load, reach and do. Stands in the built page too, for hosts that send no headers; browsers heed
 * `frame-ancestors` in a header only.
 */
export const policyInPage = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' data: ${avatarHosts.join(' ')}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // By this name alone `src/plex/read-error.ts` parses XML.
  'trusted-types plex-xml',
].join('; ');

export const pagePolicy = `${policyInPage}; frame-ancestors 'none'`;

/** Nothing that plex.tv sends may act as a page of this origin. */
export const replyPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * All but the clipboard, which the Copy buttons write to. Names that Chromium does not know are left out: it would
 * complain of them on every load.
 */
const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** On every response, errors included. `default.conf.template` has the same; `e2e/serving/headers.spec.ts` compares. */
export const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;
