/** An error response of plex.tv. `error` is its body, in which plex.tv sometimes leaves out `code` or `status`. */
export type Refusal = {
  httpStatus: number;
  error: { code?: number; message: string; status?: number };
};

function refusal(httpStatus: number, code: number, message: string): Refusal {
  return { httpStatus, error: { code, message, status: httpStatus } };
}

/**
 * The error responses of plex.tv. Status, code and the start of each message come from recorded replies and from the
 * error tables of other clients. Where only a few words of a message are known, the rest is invented.
 */
export const refusals = {
  noClientIdentifier: refusal(400, 1000, 'X-Plex-Client-Identifier is missing'),
  notAuthenticated: refusal(401, 1001, 'User could not be authenticated'),
  /** The recorded JSON reply has no `status` in its body. */
  notAuthenticatedAsRecorded: { httpStatus: 401, error: { code: 1001, message: 'User could not be authenticated' } },
  rateLimited: refusal(429, 1003, 'API rate limit exceeded'),
  malformed: refusal(400, 1004, 'The request is malformed or missing parameters'),
  managedUser: refusal(403, 1009, "managed users aren't allowed to sign in"),
  pinNotFound: refusal(404, 1020, 'Code not found or expired'),
  wrongCode: refusal(401, 1028, 'Invalid verification code'),
  codeNeeded: refusal(401, 1029, 'Please enter the verification code'),
  emailOnly: refusal(401, 1030, 'this account only allows signing in with email address'),
  locked: refusal(
    401,
    1031,
    'User could not be authenticated. This IP appears to be having trouble signing in (detected repeated failures)',
  ),
  homePinNeeded: refusal(403, 1041, 'A valid PIN is required'),
  unknownCode: refusal(403, 1999, 'Please agree to the new terms at plex.tv before you sign in'),
  /** Webhooks without a Plex Pass get "an error". Its status and message are not known: these are invented. */
  noPlexPass: { httpStatus: 403, error: { message: 'Webhooks need a Plex Pass', status: 403 } },
  notForManagedUsers: refusal(403, 1009, "managed users aren't allowed to do this"),
  forbidden: { httpStatus: 403, error: { message: 'Forbidden', status: 403 } },
  invalidToken: { httpStatus: 422, error: { message: 'Invalid token', status: 422 } },
} satisfies Record<string, Refusal>;
