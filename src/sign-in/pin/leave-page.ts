/**
 * Goes to another page in this tab. This page stays for seconds when the other one is slow.
 *
 * @returns a function that cancels the navigation if it is still under way.
 */
export function leavePage(address: string): () => void {
  let isLeaving = true;
  // The page can come back from the back-forward cache. Then nothing is left to cancel.
  addEventListener('pagehide', () => (isLeaving = false), { once: true });
  location.assign(address);
  return () => {
    if (isLeaving) window.stop();
    isLeaving = false;
  };
}
