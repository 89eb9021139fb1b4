import { LoadError } from '../plex/errors/load-error.ts';

/**
 * Loads what the form shows after an answer of plex.tv.
 *
 * @throws LoadError when it cannot be loaded.
 */
export async function loadSignInAnswers() {
  try {
    return (await import('./sign-in-answers.tsx')).signInAnswers;
  } catch {
    throw new LoadError();
  }
}
