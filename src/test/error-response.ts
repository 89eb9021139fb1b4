/** An error response of plex.tv with its own error code. */
export function errorResponse(status: number, code: number, message: string, headers?: HeadersInit): Response {
  return Response.json({ errors: [{ code, message, status }] }, { status, ...(headers && { headers }) });
}
