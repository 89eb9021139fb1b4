import { onTestFinished, vi } from 'vitest';

/** Fakes downloads and blob URLs, which jsdom lacks, until the end of the test. */
export function fakeDownloads() {
  const blobs = new Map<string, Blob>();
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  onTestFinished(() => click.mockRestore());
  Object.assign(URL, {
    createObjectURL(blob: Blob) {
      const url = `blob:${blobs.size}`;
      blobs.set(url, blob);
      return url;
    },
    revokeObjectURL: (url: string) => blobs.delete(url),
  });
  return {
    /** Blob URLs that are not revoked. */
    blobUrls: () => [...blobs.keys()],
    /** The last download. */
    async saved() {
      const link = click.mock.contexts.at(-1);
      if (!(link instanceof HTMLAnchorElement)) throw new Error('no download was started');
      return { name: link.download, text: await blobs.get(link.href)?.text() };
    },
  };
}
