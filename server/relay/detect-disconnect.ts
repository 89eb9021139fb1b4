import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const probeIntervalMs = 250;

/**
 * Aborts the request when its client has left. A client that only waits for the response may also close its side of the
 * connection, and TCP shows the difference only when the server sends something. So after such a close, the server sends
 * 102 (Processing) until the response is ready: a client that has left resets the connection.
 */
export const detectDisconnect: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  const { incoming, outgoing } = c.env;
  let timer: ReturnType<typeof setInterval> | undefined;
  const probe = () => {
    // HTTP/1.0 has no interim responses.
    if (!outgoing.headersSent && incoming.httpVersion !== '1.0') outgoing.writeProcessing();
  };
  const onEnd = () => {
    probe();
    timer = setInterval(probe, probeIntervalMs);
  };
  incoming.socket.once('end', onEnd);
  try {
    await next();
  } finally {
    incoming.socket.off('end', onEnd);
    clearInterval(timer);
  }
};
