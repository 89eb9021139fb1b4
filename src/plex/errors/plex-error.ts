import { errorWords } from './error-words.ts';

export type PlexErrorKind = keyof typeof errorWords;

type Details = {
  /** HTTP status. Missing when there was no response. */
  status?: number | undefined;
  /** plex.tv's own error code, such as 1029. */
  code?: number | undefined;
  /** plex.tv's own message, without the secrets of the request. */
  plexMessage?: string | undefined;
  /** The time from which plex.tv allows another try. */
  retryAt?: Date | undefined;
};

/** A failed call to plex.tv, with words for the person. It holds no secret. */
export class PlexError extends Error {
  override readonly name = 'PlexError';
  readonly kind: PlexErrorKind;
  readonly details: Readonly<Details>;

  constructor(kind: PlexErrorKind, details: Details = {}) {
    super(errorWords[kind].what);
    this.kind = kind;
    this.details = details;
  }

  /** Words for the person: what happened, why, and what to do. */
  get words() {
    return errorWords[this.kind];
  }

  /** plex.tv's own message and numbers, to show next to our words. Undefined when there was no response. */
  get answerText(): string | undefined {
    const { plexMessage, code, status } = this.details;
    const numbers = [code && `code ${code}`, status && `HTTP ${status}`].filter(Boolean).join(', ');
    if (!plexMessage) return numbers ? `The server answered with ${numbers}.` : undefined;
    return `The server said: “${plexMessage}” (${numbers})`;
  }

  /** Whether the token is dead. For a stored token only 401, 422 and 498 prove that. */
  get endsSession(): boolean {
    return this.kind === 'signedOut';
  }
}
