import { render, screen, within } from '@testing-library/react';
import { sections } from '../account/sections.tsx';
import { accountFrom } from './account-from.ts';

/** Renders the section with this title. */
export function renderSection(title: string, reply: object, now: Date): HTMLElement {
  const section = sections.find((candidate) => candidate.title === title);
  if (!section) throw new Error(`no section ${title}`);
  const { Panel, ...named } = section;
  render(<Panel {...named} account={accountFrom(reply)} now={now} />);
  return screen.getByRole('region', { name: title });
}

/** The text next to a label; for a field that takes part of a sentence, the beginning of that sentence. */
export function shownFact(region: HTMLElement, label: string): string {
  // The fields of a panel stand below its chosen facts.
  const index = within(region)
    .queryAllByRole('term')
    .findLastIndex((term) => term.textContent === label);
  const definition = within(region).queryAllByRole('definition')[index];
  // The name of the field in the reply follows its value.
  if (definition) return (definition.querySelector('code ~ *, div:has(+ code)') ?? definition).textContent;
  const sentences = within(region)
    .queryAllByText(/^(?:\d+ fields? (?:is|are) empty|\d+ says? no|plex\.tv did not say): /)
    .map(({ textContent }) => textContent);
  const sentence = sentences.find((words) =>
    words
      .replace(/^[^:]*: |\.$/g, '')
      .split(', ')
      .includes(label),
  );
  if (!sentence) throw new Error(`no fact ${label}`);
  return sentence.includes('no: ') ? 'No' : 'None';
}
