import { useEffect, useState } from 'react';
import { sectionInFragment } from './address-fragment.ts';

/** The id of the section that a person reads: the last one that begins in the upper third of the window. */
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
  const chosen = boxes.find(({ id }) => id === sectionInFragment());
  const last = boxes.findLast(({ top }) => top <= clientHeight / 3) ?? boxes[0];
  // The last sections cannot scroll to the top, and two sections may stand side by side: the link decides.
  if (isAtEnd) return chosen && chosen.top >= 0 ? chosen.id : boxes.at(-1)?.id;
  const sameRow = boxes.filter(({ top }) => top === last?.top);
  return (sameRow.find(({ id }) => id === chosen?.id) ?? sameRow[0])?.id;
}
