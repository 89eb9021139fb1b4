/** An answer of plex.tv that comes when it is told to. */
export function deferredResponse(): { answer: () => Promise<Response>; resolve: (response: Response) => void } {
  let resolve: (response: Response) => void = () => undefined;
  const promise = new Promise<Response>((settle) => {
    resolve = settle;
  });
  return { answer: () => promise, resolve };
}
