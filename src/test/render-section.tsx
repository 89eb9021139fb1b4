import { render, screen } from '@testing-library/react';
import { sections } from '../account/sections.tsx';
import type { AccountSources } from '../plex/access/sources.ts';
import { accessWith } from './access.ts';
import { accountFrom } from './account-from.ts';
import { WithLazyPanels } from './with-lazy-panels.tsx';

/** Renders the section with this title. */
export function renderSection(title: string, reply: object, now: Date, sources?: AccountSources): HTMLElement {
  const section = sections.find((candidate) => candidate.title === title);
  if (!section) throw new Error(`no section ${title}`);
  const { Panel, ...named } = section;
  render(
    <WithLazyPanels>
      <Panel {...named} account={accountFrom(reply)} now={now} access={accessWith(sources)} />
    </WithLazyPanels>,
  );
  return screen.getByRole('region', { name: title });
}
