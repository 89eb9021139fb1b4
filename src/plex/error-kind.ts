import type { PlexErrorKind } from './plex-error.ts';

/** What an endpoint was asked for: the same 401 is a wrong password on sign-in and a dead token elsewhere. */
export type RequestPurpose = 'sign-in' | 'account' | 'sign-out' | 'new-pin' | 'pin';

/** Codes seen in specifications, recorded replies and other clients' error tables. */
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

/** Which failure an answer is, by plex.tv's code where it is known, else by the HTTP status. */
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
