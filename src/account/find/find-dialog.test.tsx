import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { fakeModalDialogs } from '../../test/fake-modal-dialogs.ts';
import { waitingSources } from '../../test/sources.ts';
import { Find } from './find.tsx';
import { type Findable, named } from './findable-rows.ts';
import type { CreateFinder, Finder } from './finder.ts';
import { createSearch, type Search } from './search-findables.ts';
import { createSearchIndex } from './search-index.ts';

beforeAll(fakeModalDialogs);

const account = accountFrom({ title: 'Ada' });
const laterAccount = accountFrom({ title: 'Ada Lovelace' });
const now = new Date('2026-11-25T22:38:00Z');
const session = { method: 'password', actualStorage: 'tab', end: { kind: 'not-said' }, device: 'Firefox' } as const;

const first = { id: 'first', title: 'First' };
const second = { id: 'second', title: 'Second' };
const striped = [
  { ...named(first, 'Animal', 'in stripes'), keywords: 'zebra' },
  { ...named(first, 'Crossing', 'in stripes'), keywords: 'zebra' },
];
const page = [...striped, named(second, 'Zebra', 'yes'), named(second, 'Lion', 'no')];

/** A finder that reads the first section of a page, and the rest after `readOn`. */
function slowFinder(findables: readonly Findable[]) {
  const index = createSearchIndex(findables);
  let canRead = striped.length + 1; // the next section closes the first one
  const goTo = vi.fn(async () => {});
  const finder: Finder = {
    search: createSearch({
      chunks: index.chunks,
      readMore() {
        if (canRead === 0) return true;
        canRead -= 1;
        return index.readMore();
      },
    }),
    isDrawn: () => true,
    goTo,
  };
  return {
    finder,
    goTo,
    readOn() {
      canRead = Number.POSITIVE_INFINITY;
    },
  };
}

function showDialog(createFinder: CreateFinder) {
  const onClose = vi.fn();
  const dialog = (shownAccount = account) => (
    <StrictMode>
      <Find
        loaded={{ createFinder }}
        account={shownAccount}
        sources={waitingSources}
        now={now}
        session={session}
        clientIdentifier="this"
        sections={[]}
        onClose={onClose}
        onFilter={() => {}}
      />
    </StrictMode>
  );
  const { rerender, unmount } = render(dialog());
  return { user: userEvent.setup(), onClose, unmount, change: () => rerender(dialog(laterAccount)) };
}

function showSlowDialog() {
  const slow = slowFinder(page);
  return { ...slow, ...showDialog(() => slow.finder) };
}

const field = () => screen.getByRole('combobox', { name: 'Find anything' });
const status = () => screen.getByRole('status').textContent;
const optionTexts = () => screen.queryAllByRole('option').map(({ textContent }) => textContent?.split(':')[0]);

test('shows what it has found so far, says that it still searches, and then shows better results', async () => {
  const { user, readOn } = showSlowDialog();
  await user.type(field(), 'zebra');
  await waitFor(() => expect(optionTexts()).toEqual(['Animal', 'Crossing']));
  await waitFor(() => expect(status()).toBe('Still searching…'));
  readOn();
  await waitFor(() => expect(optionTexts()).toEqual(['Zebra', 'Animal', 'Crossing']));
  expect(status()).toBe('3 results');
});

test('does not say that nothing is found before it has searched everything', async () => {
  const { user, readOn } = showSlowDialog();
  await user.type(field(), 'qqqq');
  await waitFor(() => expect(status()).toBe('Still searching…'));
  expect(screen.queryByText(/^Nothing on this page/)).not.toBeInTheDocument();
  readOn();
  expect(await screen.findByText(/^Nothing on this page matches/)).toBeVisible();
  expect(status()).toBe('No results');
});

test('keeps the results of the text before until there are new ones', async () => {
  const { user, readOn } = showSlowDialog();
  await user.type(field(), 'zebra');
  await waitFor(() => expect(optionTexts()).toEqual(['Animal', 'Crossing']));
  await user.type(field(), 'fish');
  await waitFor(() => expect(status()).toBe('Still searching…'));
  expect(optionTexts()).toEqual(['Animal', 'Crossing']);
  readOn();
  await waitFor(() => expect(status()).toBe('No results'));
  expect(optionTexts()).toEqual([]);
});

test('shows no results without a text, also after the next key', async () => {
  const { user } = showSlowDialog();
  await user.type(field(), 'zebra');
  await waitFor(() => expect(optionTexts()).toEqual(['Animal', 'Crossing']));
  await user.clear(field());
  expect(optionTexts()).toEqual([]);
  expect(status()).toMatch(/^Try/);
  await user.type(field(), 'q');
  await waitFor(() => expect(status()).toBe('Still searching…'));
  expect(optionTexts()).toEqual([]);
});

test('goes to the first result that comes after Enter', async () => {
  const { user, goTo, onClose } = showSlowDialog();
  await user.type(field(), 'zebra{Enter}');
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(goTo.mock.calls).toEqual([[page[0]]]);
});

test('reaches each of several equal results by the arrow keys', async () => {
  const equal = [named(first, 'Zebra', 'yes'), named(first, 'Zebra', 'yes'), named(first, 'Zebra', 'no')];
  const { finder, readOn } = slowFinder(equal);
  readOn();
  const { user } = showDialog(() => finder);
  await user.type(field(), 'zebra');
  await waitFor(() => expect(optionTexts()).toHaveLength(3));
  const selected = () =>
    screen.getAllByRole('option').findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const places = [selected()];
  for (let press = 0; press < 3; press += 1) {
    await user.keyboard('{ArrowDown}');
    places.push(selected());
  }
  expect(places).toEqual([0, 1, 2, 0]);
});

test('goes to the first result after Enter, when everything is searched', async () => {
  const { user, readOn, goTo, onClose } = showSlowDialog();
  await user.type(field(), 'lion{Enter}');
  await waitFor(() => expect(status()).toBe('Still searching…'));
  expect(goTo).not.toHaveBeenCalled();
  readOn();
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(goTo.mock.calls).toEqual([[page[3]]]);
});

test('goes nowhere after Enter and another text', async () => {
  const { user, readOn, goTo } = showSlowDialog();
  await user.type(field(), 'lio{Enter}n');
  readOn();
  await waitFor(() => expect(optionTexts()).toEqual(['Lion']));
  expect(goTo).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(goTo.mock.calls).toEqual([[page[3]]]);
});

test('goes to a shown result at once, while it searches for better ones', async () => {
  const { user, goTo } = showSlowDialog();
  await user.type(field(), 'zebra');
  await waitFor(() => expect(optionTexts()).toEqual(['Animal', 'Crossing']));
  await user.keyboard('{Enter}');
  expect(goTo.mock.calls).toEqual([[page[0]]]);
});

test('keeps the result that the arrow keys have chosen when better ones come', async () => {
  const { user, readOn } = showSlowDialog();
  await user.type(field(), 'zebra');
  await waitFor(() => expect(optionTexts()).toEqual(['Animal', 'Crossing']));
  await user.keyboard('{ArrowDown}');
  const chosen = () => screen.getByRole('option', { selected: true });
  expect(chosen()).toHaveTextContent('Crossing');
  readOn();
  await waitFor(() => expect(optionTexts()).toHaveLength(3));
  expect(chosen()).toHaveTextContent('Crossing');
  expect(field()).toHaveAttribute('aria-activedescendant', chosen().id);
});

test('stops a search when the text changes, and when the dialog is gone', async () => {
  const started: string[] = [];
  const stopped: string[] = [];
  function* searchForever(query: string) {
    try {
      started.push(query);
      for (;;) yield;
    } finally {
      stopped.push(query);
    }
  }
  const search = (query: string): Search => ({
    steps: searchForever(query),
    results: () => ({ groups: [], count: 0 }),
  });
  const { user, unmount } = showDialog(() => ({ search, isDrawn: () => true, goTo: async () => {} }));
  await user.type(field(), 'a');
  await waitFor(() => expect(status()).toBe('Still searching…'));
  await user.type(field(), 'b');
  await waitFor(() => expect(stopped).toContain('a'));
  await waitFor(() => expect(started).toContain('ab'));
  expect(stopped).not.toContain('ab');
  unmount();
  await waitFor(() => expect(stopped).toContain('ab'));
});

test('answers from what it has read until it has read a change of the account', async () => {
  const before = slowFinder([...striped, named(second, 'Lion', 'no')]);
  before.readOn();
  const after = slowFinder([...striped, named(second, 'Tiger', 'yes')]);
  const { user, change } = showDialog((source) => (source.account === account ? before.finder : after.finder));
  await user.type(field(), 'animal');
  await waitFor(() => expect(optionTexts()).toEqual(['Animal']));
  change();
  await user.clear(field());
  await user.type(field(), 'lion');
  await waitFor(() => expect(optionTexts()).toEqual(['Lion']));
  await user.clear(field());
  await user.type(field(), 'tiger');
  await waitFor(() => expect(status()).toBe('Still searching…'));
  expect(screen.queryByText(/Nothing on this page/)).not.toBeInTheDocument();
  after.readOn();
  await waitFor(() => expect(optionTexts()).toEqual(['Tiger']));
});

test('goes to what it finds in a change of the account, also if Enter was pressed before', async () => {
  const before = slowFinder([...striped, named(second, 'Lion', 'no')]);
  const after = slowFinder([...striped, named(second, 'Tiger', 'yes')]);
  const { user, change } = showDialog((source) => (source.account === account ? before.finder : after.finder));
  change();
  await user.type(field(), 'tiger{Enter}');
  before.readOn();
  await waitFor(() => expect(status()).toBe('Still searching…'));
  expect(after.goTo).not.toHaveBeenCalled();
  after.readOn();
  await waitFor(() => expect(after.goTo).toHaveBeenCalledOnce());
});

test('announces the number of results once, while it reads a change of the account', async () => {
  const before = slowFinder(page);
  before.readOn();
  const after = slowFinder(page);
  const { user, change } = showDialog((source) => (source.account === account ? before.finder : after.finder));
  await user.type(field(), 'lion');
  await waitFor(() => expect(status()).toBe('1 result'));
  change();
  expect(status()).toBe('1 result');
});

test.each<[name: string, search: () => ReturnType<Finder['search']>]>([
  ['reads', () => ({ steps: throwingSteps(), results: () => ({ groups: [], count: 0 }) })],
  ['sorts', () => ({ steps: [], results: fail })],
])('says so when a fault of this page stops it while it %s', async (_, search) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { onClose, user } = showDialog(() => ({ search, isDrawn: () => true, goTo: async () => {} }));
  expect(await screen.findByRole('dialog', { name: 'Find could not search your account' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalled();
  logged.mockClear();
});

function fail(): never {
  throw new Error('a fault of this page');
}

function* throwingSteps() {
  yield fail();
}
