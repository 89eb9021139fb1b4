import { onInteraction } from '../../ui/on-interaction.ts';
import type { Findable } from './findable-rows.ts';

/** A panel may draw a row some frames after it was asked for, or when its filter has read 200,000 values. */
const maxWaitMs = 10_000;
/** Nothing is drawn after so many frames without a filter at work. */
const maxIdleFrames = 60;
/** A panel above may change its height when it comes into view for the first time. */
const settlingFrames = 4;
const markedMs = 2500;

type Target = Pick<Findable, 'sectionId' | 'anchor'>;

/**
 * Opens the folds around a fact, scrolls to it, gives it the focus and marks it for a moment. Stops waiting for it when the
 * person scrolls, clicks or presses a key.
 */
export async function goToFindable(target: Target): Promise<void> {
  const waiting = new AbortController();
  onInteraction((event) => {
    const isHeldDown = event instanceof KeyboardEvent && event.repeat; // it was pressed before
    if (!isHeldDown) waiting.abort();
  }, waiting.signal);
  const element = await waitFor(target, waiting.signal);
  waiting.abort();
  if (!element) return;
  for (let parent: Element | null = element; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  focus(element);
  for (let frame = 0; frame < settlingFrames; frame += 1) {
    element.scrollIntoView({ block: 'center' });
    await nextFrame();
  }
  element.setAttribute('data-found', '');
  setTimeout(() => element.removeAttribute('data-found'), markedMs);
}

/** The element, or else the heading of its section. Nothing when the signal stops the waiting. */
async function waitFor(target: Target, signal: AbortSignal): Promise<HTMLElement | undefined> {
  const deadline = performance.now() + maxWaitMs;
  for (let idleFrames = 0; idleFrames < maxIdleFrames && performance.now() < deadline; ) {
    const element = findRow(target);
    if (element) return element;
    const section = document.getElementById(target.sectionId);
    if (!section?.querySelector('[aria-busy="true"]')) idleFrames += 1;
    await nextFrame();
    if (signal.aborted) return undefined;
  }
  return document.getElementById(target.sectionId)?.querySelector('h2') ?? undefined;
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Makes a row focusable for as long as it has the focus. */
function focus(element: HTMLElement) {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** The row with the anchor as its `data-fact`, or else the one with the text of the anchor. */
export function findRow({ sectionId, anchor }: Target): HTMLElement | undefined {
  const section = document.getElementById(sectionId);
  if (!section) return undefined;
  const rows = [...section.querySelectorAll<HTMLElement>('[data-fact]')];
  const row = rows.find(({ dataset }) => dataset.fact === anchor);
  if (row) return row;
  const elements = [...section.querySelectorAll<HTMLElement>('h2, summary, p, bdi, span, dt')];
  const holder =
    elements.find(({ textContent }) => textContent === anchor) ??
    elements.find(({ textContent }) => textContent?.includes(anchor));
  return holder?.closest<HTMLElement>('h2, summary, p, tr, li, dl > div') ?? holder;
}
