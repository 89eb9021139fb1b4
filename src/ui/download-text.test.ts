import { expect, onTestFinished, test, vi } from 'vitest';
import { fakeDownloads } from '../test/fake-downloads.ts';
import { downloadText } from './download-text.ts';

test('saves the text under the name, and gives its memory back when the browser has had time to begin', async () => {
  const { saved, addresses } = fakeDownloads();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  downloadText('übung', 'file.md');
  vi.advanceTimersByTime(9_999);
  expect(addresses()).toHaveLength(1);
  const download = saved();
  vi.advanceTimersByTime(1);
  expect(addresses()).toEqual([]);
  vi.useRealTimers();
  expect(await download).toEqual({ name: 'file.md', text: 'übung' });
});
