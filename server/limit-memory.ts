import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const intervalMs = 5_000;
/** The server uses about 60 MB at rest. */
const worthFreeingBytes = 100_000_000;

/**
 * Keeps the server's memory small. By default V8 lets the heap grow fast, and collects garbage only while there is work:
 * after a flood of requests the server would keep hundreds of megabytes.
 */
export function limitMemory(): void {
  // Between two collections, the heap may at most double.
  setFlagsFromString('--heap-growing-percent=100');
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  let earlier = process.cpuUsage();
  const collectWhenIdle = () => {
    const { user, system } = process.cpuUsage(earlier);
    earlier = process.cpuUsage();
    const isIdle = (user + system) / 1000 < intervalMs / 20;
    if (isIdle && process.memoryUsage.rss() > worthFreeingBytes) collectGarbage();
  };
  setInterval(collectWhenIdle, intervalMs).unref();
}
