import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { type InlineHashes, noInlineCode } from './inline-code.ts';

/**
 * The hosts of avatars. Recorded accounts have https://plex.tv/users/…/avatar, which redirects to plex.tv's own storage
 * (assets.plex.tv), or to Gravatar and its image cache (source: the policies of other Plex tools, sct/overseerr#660).
 * The page shows initials in place of a picture from another host.
 */
const avatarHosts = ['https://plex.tv', 'https://*.plex.tv', 'https://*.gravatar.com', 'https://*.wp.com'];

const policyInPage = (inline: InlineHashes) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", ...inline.scripts],
  styleSrc: ["'self'", ...inline.styles],
  imgSrc: ["'self'", 'data:', ...avatarHosts],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  // `src/plex/http/parse-xml.ts` parses XML by this name alone.
  trustedTypes: ['plex-xml'],
});

/**
 * Every feature except the clipboard, which the Copy buttons use. Names that Chromium does not know are left out, because
 * it logs an error for each of them.
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

const onEveryResponse = {
  // The proxy that ends TLS decides about Strict-Transport-Security.
  strictTransportSecurity: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: 'DENY',
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  permissionsPolicy: Object.fromEntries(deniedFeatures.map((feature) => [feature, false])),
};

/** The headers of the page's files, and of errors that are not the relay's. */
export function pageSecurity(inline = noInlineCode): MiddlewareHandler {
  return secureHeaders({
    ...onEveryResponse,
    contentSecurityPolicy: { ...policyInPage(inline), frameAncestors: ["'none'"] },
  });
}

/** The headers of every response of the relay: no reply of plex.tv may act as a page of this origin. */
export const replySecurity = secureHeaders({
  ...onEveryResponse,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
});

/** The headers that a middleware sets, with names in lower case. For responses that do not pass through Hono. */
export async function headersOf(middleware: MiddlewareHandler): Promise<Record<string, string>> {
  const app = new Hono().use(middleware).get('/', (c) => c.body(null));
  return Object.fromEntries((await app.request('/')).headers);
}

/**
 * The page's policy for its `meta` element, for hosts that send no headers. Browsers ignore `frame-ancestors` there.
 */
export async function policyForMetaElement(inline: InlineHashes): Promise<string> {
  const middleware = secureHeaders({ contentSecurityPolicy: policyInPage(inline) });
  return (await headersOf(middleware))['content-security-policy'] ?? '';
}
