import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { clientAddress, isTrusted } from './client-address.ts';
import { relayError } from './relay/relay-error.ts';
import type { Settings } from './settings.ts';

/** The client's address, and the host names that it used for this server. */
type Client = { readonly address: string; readonly hosts: readonly string[] };

/** The bindings and variables of each Hono handler. */
export type AppEnv = { Bindings: HttpBindings; Variables: { client: Client } };

/**
 * Sets `client`, and answers 403 to a host name that `allowedHosts` does not list. This stops DNS rebinding, where a
 * foreign page points its own name at this server.
 */
export function identifyClient({
  trustedProxies,
  allowedHosts,
}: Pick<Settings, 'trustedProxies' | 'allowedHosts'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { headers, socket } = c.env.incoming;
    const peer = socket.remoteAddress ?? '';
    const forwarded = c.req.header('X-Forwarded-Host');
    const isForwarded = forwarded !== undefined && isTrusted(peer, trustedProxies);
    const hosts = ((isForwarded ? forwarded : headers.host) ?? '').split(',').map((host) => host.trim());
    if (allowedHosts.length > 0 && !hosts.every((host) => allowedHosts.includes(nameOf(host)))) {
      return relayError(
        403,
        'This server does not answer to this name. ALLOWED_HOSTS lists the names that it answers to.',
      );
    }
    c.set('client', { address: clientAddress(peer, c.req.header('X-Forwarded-For'), trustedProxies), hosts });
    return next();
  };
}

/** The host name in lower case, without the port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}
