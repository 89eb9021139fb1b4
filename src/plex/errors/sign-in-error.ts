import { LoadError } from './load-error.ts';
import type { PlexError } from './plex-error.ts';

/** Why a sign-in failed, with words for the person. */
export type SignInError = PlexError | LoadError;

/** Compares the name, because the class `PlexError` loads with the first request. */
export function isSignInError(error: unknown): error is SignInError {
  return error instanceof LoadError || (error instanceof Error && error.name === 'PlexError');
}
