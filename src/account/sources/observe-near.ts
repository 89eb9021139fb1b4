/**
 * Calls `onNear` once, when an element comes within a screen of the window. Where nothing observes, everything is near.
 *
 * @returns stops observing.
 */
export function observeNear(element: Element, onNear: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    onNear();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onNear();
    },
    { rootMargin: '800px 0px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
