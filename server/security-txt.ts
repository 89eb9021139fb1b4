import type { MiddlewareHandler } from 'hono';

const validDays = 180;

/**
 * Answers with a `security.txt` (RFC 9116), which tells people where to report a vulnerability of this server.
 * It expires half a year after each request, so that it is valid while the server runs.
 *
 * @param contact an https or mailto address.
 */
export function securityTxt(contact: string, now = () => Date.now()): MiddlewareHandler {
  return async (c) => {
    const expires = new Date(now() + validDays * 24 * 60 * 60 * 1000).toISOString();
    return c.text(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\n`, 200, {
      'Cache-Control': 'no-cache',
    });
  };
}
