import { expect, onTestFinished, test, vi } from 'vitest';
import { fakeDownloads } from '../test/fake-downloads.ts';
import { downloadText } from './download-text.ts';

test('saves the text under the file name, and releases the blob URL after 10 seconds', async () => {
  const { saved, blobUrls } = fakeDownloads();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  downloadText('übung', 'file.md');
  vi.advanceTimersByTime(9_999);
  expect(blobUrls()).toHaveLength(1);
  const download = saved();
  vi.advanceTimersByTime(1);
  expect(blobUrls()).toEqual([]);
  vi.useRealTimers();
  expect(await download).toEqual({ name: 'file.md', text: 'übung' });
});
