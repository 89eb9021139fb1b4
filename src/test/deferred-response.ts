/** An answer of plex.tv that arrives when the test calls `resolve`. */
export function deferredResponse(): { answer: () => Promise<Response>; resolve: (response: Response) => void } {
  let resolve: (response: Response) => void = () => undefined;
  const promise = new Promise<Response>((settle) => {
    resolve = settle;
  });
  return { answer: () => promise, resolve };
}
