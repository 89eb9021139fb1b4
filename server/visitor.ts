import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { clientAddress, isTrusted } from './client-address.ts';
import { relayError } from './relay/relay-error.ts';
import type { Settings } from './settings.ts';

/** Who asks, and by which names of this server. */
type Visitor = { readonly address: string; readonly hosts: readonly string[] };

/** What Hono hands to every handler. */
export type AppEnv = { Bindings: HttpBindings; Variables: { visitor: Visitor } };

/**
 * Notes who asks, and refuses names that are not this server's: a page that leads its own name here (DNS rebinding) asks
 * by one of those.
 */
export function recognizeVisitor({
  trustedProxies,
  allowedHosts,
}: Pick<Settings, 'trustedProxies' | 'allowedHosts'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { headers, socket } = c.env.incoming;
    const peer = socket.remoteAddress ?? '';
    const forwarded = isTrusted(peer, trustedProxies) ? c.req.header('X-Forwarded-Host') : undefined;
    const hosts = (forwarded ?? headers.host ?? '').split(',').map((host) => host.trim());
    if (allowedHosts.length > 0 && !hosts.every((host) => allowedHosts.includes(nameOf(host)))) {
      return relayError(403, 'This server does not answer to this name: ALLOWED_HOSTS lists those that it has.');
    }
    c.set('visitor', { address: clientAddress(peer, c.req.header('X-Forwarded-For'), trustedProxies), hosts });
    return next();
  };
}

/** In lower case and without the port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}
