import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

const probeIntervalMs = 250;

/**
 * Tells a client that has finished sending, and waits for its answer, from one that has gone: both close their side of
 * the connection, and TCP tells the two apart only when something is sent. So they are sent 102 (Processing), which
 * says nothing, until the answer comes; a client that has gone resets the connection, which aborts the request.
 */
export const noticeDeparture: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  const { incoming, outgoing } = c.env;
  let timer: ReturnType<typeof setInterval> | undefined;
  const probe = () => {
    // HTTP/1.0 knows no such answers.
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
