import { render, screen } from '@testing-library/react';
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
