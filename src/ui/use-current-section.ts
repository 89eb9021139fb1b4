import { useEffect, useState } from 'react';

/**
 * The id of the first section in the upper third of the window.
 *
 * @param renderKey changes when the sections render as new elements.
 */
export function useCurrentSection(ids: readonly string[], renderKey: unknown): string | undefined {
  const [current, setCurrent] = useState(ids[0]);

  // Only the browser knows the scroll position.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new elements need a new observer
  useEffect(() => {
    if (!('IntersectionObserver' in window)) return; // some hardened browsers switch it off
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target.id);
          else inView.delete(target.id);
        }
        const first = ids.find((id) => inView.has(id));
        if (first) setCurrent(first);
      },
      { rootMargin: '-15% 0px -65% 0px' },
    );
    for (const id of ids) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids, renderKey]);

  return current;
}
