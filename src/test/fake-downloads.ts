import { onTestFinished, vi } from 'vitest';

/** Stands in for downloads and addresses of blobs, which jsdom lacks, until the test is over. */
export function fakeDownloads() {
  const blobs = new Map<string, Blob>();
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  onTestFinished(() => click.mockRestore());
  Object.assign(URL, {
    createObjectURL(blob: Blob) {
      const address = `blob:${blobs.size}`;
      blobs.set(address, blob);
      return address;
    },
    revokeObjectURL: (address: string) => blobs.delete(address),
  });
  return {
    /** Addresses that were not given back. */
    addresses: () => [...blobs.keys()],
    /** The last download. */
    async saved() {
      const link = click.mock.contexts.at(-1);
      if (!(link instanceof HTMLAnchorElement)) throw new Error('nothing was downloaded');
      return { name: link.download, text: await blobs.get(link.href)?.text() };
    },
  };
}
