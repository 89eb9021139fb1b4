/**
 * Says who wrote an answer, so that the page can tell plex.tv's words from those of its own server, and both from those
 * of anything in between, such as the sign-in of a proxy.
 */
export const answeredBy = 'X-Answered-By';

/**
 * A reply of the relay's own, in the form of plex.tv's JSON errors, so that the app needs one reader for both.
 * It has no `code`: those numbers are plex.tv's, and none of them means what the relay has to say.
 */
export function relayError(status: number, message: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ errors: [{ message, status }] });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/json', [answeredBy]: 'this-server', ...headers },
  });
}
