/**
 * Calls `onNear` once, when an element is less than 800 px from the window. Without IntersectionObserver, at once.
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
