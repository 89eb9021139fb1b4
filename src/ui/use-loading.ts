import { useState } from 'react';

type LoadState = { isLoading: boolean; error?: unknown };

/**
 * Loads a part of the page on request. `load` resolves to undefined when that fails, and `error` says why. It does not use
 * `useTransition`, because its actions end only when all other actions of the page have ended.
 */
export function useLoading() {
  const [state, setState] = useState<LoadState>({ isLoading: false });

  async function load<Part>(loadPart: () => Promise<Part>): Promise<Part | undefined> {
    setState({ isLoading: true });
    try {
      const part = await loadPart();
      setState({ isLoading: false });
      return part;
    } catch (error) {
      setState({ isLoading: false, error });
      return undefined;
    }
  }

  return { ...state, load };
}
