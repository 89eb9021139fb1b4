/** Safari fails when the URL is revoked before the download has started. */
const revokeAfterMs = 10_000;

/** Saves a text as a file, without a network request. */
export function downloadText(text: string, fileName: string, type = 'text/plain'): void {
  const blobUrl = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = blobUrl;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(blobUrl), revokeAfterMs);
}
