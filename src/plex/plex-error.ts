import { errorWords } from './error-words.ts';

export type PlexErrorKind = keyof typeof errorWords;

/** What an endpoint was asked for: the same 401 is a wrong password on sign-in and a dead token elsewhere. */
export type Purpose = 'sign-in' | 'account' | 'sign-out' | 'new-pin' | 'pin';

type Details = {
  /** HTTP status; none when there was no answer. */
  status?: number | undefined;
  /** plex.tv's own error number, such as 1029. */
  code?: number | undefined;
  /** plex.tv's own words, with every secret of the request taken out. */
  plexMessage?: string | undefined;
  /** When plex.tv allows the next try. */
  retryAt?: Date | undefined;
};

/** Every way in which a call to plex.tv is known to fail, with words for the person. Carries no secret. */
export class PlexError extends Error {
  override readonly name = 'PlexError';
  readonly kind: PlexErrorKind;
  readonly details: Readonly<Details>;

  constructor(kind: PlexErrorKind, details: Details = {}) {
    super(errorWords[kind].what);
    this.kind = kind;
    this.details = details;
  }

  /** What happened, why, and what to do. */
  get words() {
    return errorWords[this.kind];
  }

  /** plex.tv's own words and numbers, to show beside ours. */
  get said(): string | undefined {
    const { plexMessage, code, status } = this.details;
    const numbers = [code && `code ${code}`, status && `HTTP ${status}`].filter(Boolean).join(', ');
    if (!plexMessage) return numbers ? `The answer: ${numbers}.` : undefined;
    return `The answer: “${plexMessage}” (${numbers})`;
  }

  /** Whether the token is dead. On a stored token 401, 422 and 498 say so, and no other answer proves it. */
  get endsSession(): boolean {
    return this.kind === 'signedOut';
  }
}

/** Codes seen in specifications, recorded replies and other clients' error tables. */
const kindByCode: Record<number, PlexErrorKind> = {
  1000: 'clientIdentifierMissing',
  1003: 'rateLimited',
  1004: 'malformed',
  1009: 'managedUser',
  1020: 'linkExpired',
  1028: 'wrongCode',
  1029: 'codeNeeded',
  1030: 'emailOnly',
  1031: 'lockedOut',
  1041: 'pinNeeded',
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
export function kindOf(purpose: Purpose, status: number, code?: number): PlexErrorKind {
  if ((purpose === 'account' || purpose === 'sign-out') && (code === 1001 || [401, 422, 498].includes(status)))
    return 'signedOut';
  if (purpose === 'sign-in' && (code === 1001 || (code === undefined && status === 401))) return 'wrongLogin';
  if (purpose === 'pin' && [404, 410].includes(status)) return 'linkExpired';
  const byCode = code === undefined ? undefined : kindByCode[code];
  return byCode ?? (code === undefined || status === 429 ? kindByStatus[status] : undefined) ?? kindByClass(status);
}

function kindByClass(status: number): PlexErrorKind {
  return status >= 500 ? 'serverTrouble' : 'refused';
}
