import type { CDPSession } from '@playwright/test';

/** Every string that the page's memory still holds after garbage collection. */
export async function stringsInMemory(session: CDPSession): Promise<string[]> {
  let snapshot = '';
  const collect = ({ chunk }: { chunk: string }) => {
    snapshot += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return JSON.parse(snapshot).strings;
}
