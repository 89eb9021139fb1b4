import type { Fact, FactValue } from '../ui/facts.tsx';

/** A value in the words that a person reads: `9 [as plex.tv wrote it]`, the items of a list with bars between them. */
export function factText({ text, items, mark, note }: FactValue): string {
  return [items?.join(' | ') ?? text, mark && `[${mark}]`, note && `(${note})`].filter(Boolean).join(' ');
}

/** What a list of facts tells, by label. */
export function factTexts(facts: readonly Fact[]): Record<string, string> {
  return Object.fromEntries(facts.map(({ label, value }) => [label, factText(value)]));
}
