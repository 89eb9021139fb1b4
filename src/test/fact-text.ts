import type { Fact, FactValue } from '../ui/facts.tsx';

/** The visible text of a value, such as `9 [as plex.tv wrote it]`. List items are separated by bars. */
export function factText({ text, items, mark, note }: FactValue): string {
  return [items?.join(' | ') ?? text, mark && `[${mark}]`, note && `(${note})`].filter(Boolean).join(' ');
}

/** The visible text of each fact, by label. */
export function factTexts(facts: readonly Fact[]): Record<string, string> {
  return Object.fromEntries(facts.map(({ label, value }) => [label, factText(value)]));
}
