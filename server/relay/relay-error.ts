/**
 * The header that names the author of a response: plex.tv or this server. A response without it is from something in
 * between, such as the sign-in of a proxy.
 */
export const answeredBy = 'X-Answered-By';

/**
 * Makes an error response of the relay, in the form of plex.tv's JSON errors, so that the page reads both alike. It has no
 * `code`: those numbers are plex.tv's.
 */
export function relayError(status: number, message: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ errors: [{ message, status }] });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/json', [answeredBy]: 'this-server', ...headers },
  });
}
