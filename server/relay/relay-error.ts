/**
 * A reply of the relay's own, in the form of plex.tv's JSON errors, so that the app needs one reader for both.
 * It has no `code`: those numbers are plex.tv's, and none of them means what the relay has to say.
 */
export function relayError(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ errors: [{ message, status }] }, { status, headers });
}
