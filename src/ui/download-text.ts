/** How long a browser may take to begin with a download; Safari fails when the address is gone before. */
const keepMs = 10_000;

/** Saves a text as a file. It goes from the page's memory to the disk, without any request. */
export function downloadText(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text]));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
}
