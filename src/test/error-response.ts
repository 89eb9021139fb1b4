/** An answer in which plex.tv says no, with its own number for the reason. */
export function errorResponse(status: number, code: number, message: string, headers?: HeadersInit): Response {
  return Response.json({ errors: [{ code, message, status }] }, { status, ...(headers && { headers }) });
}
