/** jsdom has no modal dialogs. These open, and close on `close()` and on Escape. */
export function fakeModalDialogs(): void {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
      this.querySelector<HTMLElement>('input, button')?.focus();
      this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    },
    close(this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    },
  });
}
