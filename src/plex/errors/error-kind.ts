import type { PlexErrorKind } from './plex-error.ts';

/**
 * The purpose of a request. The same 401 means a wrong password on sign-in and a dead token for the account. For `access`
 * (who has access to the account) it proves nothing: plex.tv may refuse this one request although the token is valid.
 */
export type RequestPurpose = 'sign-in' | 'account' | 'sign-out' | 'new-pin' | 'pin' | 'access';

/** Error codes from specifications, recorded replies and the error tables of other clients. */
const kindByCode: Record<number, PlexErrorKind> = {
  1000: 'clientIdentifierMissing',
  1003: 'rateLimited',
  1004: 'malformed',
  1009: 'managedUser',
  1020: 'pinExpired',
  1028: 'wrongCode',
  1029: 'codeNeeded',
  1030: 'emailOnly',
  1031: 'lockedOut',
  1041: 'homePinNeeded',
};

const kindByStatus: Record<number, PlexErrorKind> = {
  400: 'malformed',
  410: 'gone',
  422: 'malformed',
  429: 'rateLimited',
  502: 'plexTvUnreachable',
  504: 'timedOut',
};

/**
 * The kind of a failed response.
 *
 * @param status the HTTP status.
 * @param code plex.tv's own error code, such as 1029. A known code decides; otherwise the HTTP status does.
 */
export function errorKind(purpose: RequestPurpose, status: number, code?: number): PlexErrorKind {
  if ((purpose === 'account' || purpose === 'sign-out') && (code === 1001 || [401, 422, 498].includes(status)))
    return 'signedOut';
  if (purpose === 'sign-in' && (code === 1001 || (code === undefined && status === 401))) return 'wrongLogin';
  if (purpose === 'pin' && [404, 410].includes(status)) return 'pinExpired';
  const byCode = code === undefined ? undefined : kindByCode[code];
  return byCode ?? (code === undefined || status === 429 ? kindByStatus[status] : undefined) ?? kindByClass(status);
}

function kindByClass(status: number): PlexErrorKind {
  return status >= 500 ? 'serverError' : 'refused';
}
