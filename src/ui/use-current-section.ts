import { useEffect, useState } from 'react';

/**
 * The section that is being read: the first one in the upper third of the window.
 *
 * @param drawing changes whenever the sections are drawn anew, as other elements.
 */
export function useCurrentSection(ids: readonly string[], drawing: unknown): string | undefined {
  const [current, setCurrent] = useState(ids[0]);

  // Where the page is scrolled to is known to the browser only.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other elements are to be observed after another drawing
  useEffect(() => {
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
  }, [ids, drawing]);

  return current;
}
