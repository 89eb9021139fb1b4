import { LoadError } from './errors/load-error.ts';

/**
 * Loads the sign-in code. The page starts without it, because the form only needs it on submit.
 *
 * @throws LoadError when the code cannot be loaded.
 */
export async function loadSignIn(): Promise<typeof import('./sign-in.ts')> {
  try {
    return await import('./sign-in.ts');
  } catch {
    throw new LoadError();
  }
}
