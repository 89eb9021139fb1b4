/** Moves the focus to the filter of the list of everything that plex.tv sent. */
export function goToFilter(): void {
  document.querySelector<HTMLInputElement>('#everything input[type=search]')?.focus();
}
