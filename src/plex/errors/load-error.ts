/** The words for code that could not be loaded. Other error words load later, with the code that sends requests. */
export const loadErrorWords = {
  offline: {
    what: 'You are offline.',
    why: 'This device has no network connection.',
    action: 'Connect to a network, then try again. What you typed is still here.',
  },
  loadFailed: {
    what: 'A part of this page could not be loaded.',
    why: 'The connection to the server of this page failed, or the page was updated in the meantime.',
    action: 'Check your connection, then reload the page.',
  },
} as const;

/** The code that sends requests could not be loaded. It has the same fields as a `PlexError`. */
export class LoadError extends Error {
  readonly kind = navigator.onLine === false ? 'offline' : 'loadFailed';
  readonly words = loadErrorWords[this.kind];
  readonly details = { retryAt: undefined };
  readonly answerText = undefined;
}
