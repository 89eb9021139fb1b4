import { useEffect, useState } from 'react';
import { sectionInFragment } from './address-fragment.ts';

/**
 * The id of the section that a person reads: the one of the link, or the last one, that begins in the upper third of
 * the window.
 */
export function useCurrentSection(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0]);

  // Only the browser knows the scroll position.
  useEffect(() => {
    let frame = 0;
    const update = () => setCurrent(sectionInView(ids));
    const schedule = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(update);
    };
    addEventListener('scroll', schedule, { passive: true });
    addEventListener('hashchange', schedule);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', schedule);
      removeEventListener('hashchange', schedule);
    };
  }, [ids]);

  return current;
}

function sectionInView(ids: readonly string[]): string | undefined {
  const boxes = ids.flatMap((id) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    return box ? { id, top: box.top } : [];
  });
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
  const isAtEnd = scrollTop + clientHeight >= scrollHeight - 2;
  const lowest = isAtEnd ? clientHeight : clientHeight / 3;
  const linked = boxes.find(({ id }) => id === sectionInFragment());
  // Two sections may stand side by side, one may be short, and the last ones cannot scroll to the top: the link decides.
  if (linked && linked.top >= 0 && linked.top <= lowest) return linked.id;
  const last = isAtEnd ? boxes.at(-1) : (boxes.findLast(({ top }) => top <= lowest) ?? boxes[0]);
  return boxes.find(({ top }) => top === last?.top)?.id;
}
