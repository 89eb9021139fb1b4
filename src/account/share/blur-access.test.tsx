import { fireEvent, render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import { accessWith } from '../../test/access.ts';
import { completeSearch } from '../../test/complete-search.ts';
import { localNoon } from '../../test/local-noon.ts';
import { sampleSources } from '../../test/sample-sources.ts';
import { WithLazyPanels } from '../../test/with-lazy-panels.tsx';
import { AtAGlance } from '../at-a-glance.tsx';
import { FindResultList } from '../find/find-result-list.tsx';
import { findablesOf } from '../find/findables.ts';
import { sections } from '../sections.tsx';
import { Statement } from '../statement.tsx';

const now = localNoon('2026-11-26');

/** Names, addresses and hosts of people, devices and servers. The names of apps and systems are not personal. */
function personalTexts(sources: AccountSources): string[] {
  const devices = dataOf(sources.devices)?.devices ?? [];
  const people = [
    ...(dataOf(sources.home)?.users ?? []),
    ...(dataOf(sources.friends) ?? []),
    ...(dataOf(sources.invitations) ?? []),
  ];
  const texts = [
    ...people.flatMap(({ title, username, email }) => [title, username, email]),
    ...devices.flatMap(({ name, publicAddress, clientIdentifier }) => [name, publicAddress, clientIdentifier]),
    ...(dataOf(sources.resources) ?? []).map(({ name }) => name),
    ...(dataOf(sources.webhooks) ?? []).map(({ host }) => host),
  ];
  const apps = new Set(
    devices.flatMap(({ product, platform, device, model }) => [product, platform, device, model, 'Guest', 'Xbox One']),
  );
  return [...new Set(texts)].filter((text): text is string => text !== null && text.length > 3 && !apps.has(text));
}

/** The texts of the page that the blur leaves readable. */
function readableTexts(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('.personal')) texts.push(walker.currentNode.textContent ?? '');
  }
  return texts.join('\n');
}

test('the blur hides every name and address of people, devices and servers', async () => {
  const { account, sources } = await sampleSources('mara@example.com', now);
  const { container } = render(
    <WithLazyPanels>
      <AtAGlance account={account} sources={sources} now={now} />
      <Statement account={account} now={now} access={accessWith(sources)} isPainted />
    </WithLazyPanels>,
  );
  for (const fold of container.querySelectorAll('details')) {
    fold.open = true;
    fireEvent(fold, new Event('toggle'));
  }
  const shown = personalTexts(sources).filter((text) => document.body.textContent?.includes(text));
  expect(shown.length).toBeGreaterThan(40);
  const readable = readableTexts();
  expect(shown.filter((text) => readable.includes(text))).toEqual([]);
});

test('the blur hides every name and address in the results of Find', async () => {
  const { account, sources } = await sampleSources('mara@example.com', now);
  const session = { method: 'password', actualStorage: 'tab', end: { kind: 'not-said' }, device: 'Firefox' } as const;
  const search = completeSearch(findablesOf({ account, sources, now, session, sections }));
  const { rerender } = render(<div />);
  let shownCount = 0;
  for (const text of personalTexts(sources)) {
    rerender(
      <FindResultList
        id="find"
        found={{ ...search(text), query: text, isComplete: true }}
        active={0}
        onChoose={() => {}}
      />,
    );
    if (document.body.textContent?.includes(text)) shownCount += 1;
    expect(readableTexts()).not.toContain(text);
  }
  expect(shownCount).toBeGreaterThan(40);
});
