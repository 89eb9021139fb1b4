/** Runs a task when its turn comes. Rejects with the signal's reason when it is aborted before that. */
export type RequestQueue = <Result>(task: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/** Makes a queue that runs at most `maxRunning` tasks at a time, in order. */
export function createRequestQueue(maxRunning: number): RequestQueue {
  let running = 0;
  const waiting: (() => void)[] = [];

  function release() {
    running -= 1;
    waiting.shift()?.();
  }

  function takeTurn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', leave);
        running += 1;
        resolve();
      };
      function leave() {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal?.reason);
      }
      if (running < maxRunning) return start();
      waiting.push(start);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  return async (task, signal) => {
    signal?.throwIfAborted();
    await takeTurn(signal);
    try {
      return await task();
    } finally {
      release();
    }
  };
}
