import { errorWords } from './error-words.ts';

export type PlexErrorKind = keyof typeof errorWords;

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
  get answerText(): string | undefined {
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
