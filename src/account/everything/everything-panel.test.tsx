import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fullReply } from '../../test/full-reply.ts';
import { localNoon } from '../../test/local-noon.ts';
import { renderSection } from '../../test/render-section.tsx';

const reply = { title: 'Ada', authToken: 'the-token', home: 'yes', favouriteColour: 'teal' };

function show(sent: object) {
  const region = renderSection('Everything plex.tv sent', sent, localNoon('2026-11-23'));
  fireEvent.click(screen.getByRole('button', { name: /^Open all \d+$/ }));
  return region;
}

function isSearching() {
  return document.querySelector('[aria-busy="true"]') !== null;
}

/** Filters as a person does, and waits until all rows have been searched. */
async function filterBy(text: string) {
  await userEvent.click(screen.getByRole('searchbox', { name: 'Filter by name or value' }));
  await userEvent.paste(text);
  await waitFor(() => expect(isSearching()).toBe(false));
}

function shownKeys() {
  return screen.getAllByRole('rowheader').map((header) => header.textContent);
}

test('lists every key with its value', () => {
  show(reply);
  expect(shownKeys()).toEqual(['title', 'authToken', 'home', 'favouriteColour']);
  expect(within(screen.getByRole('row', { name: /^title/ })).getByRole('cell')).toHaveTextContent(/^Ada$/);
  expect(within(screen.getByRole('row', { name: /^authToken/ })).getByRole('cell')).toHaveTextContent(/^Hidden/);
});

test('marks and counts unknown and unexpected values', () => {
  const region = show(reply);
  expect(screen.getByRole('row', { name: /^home/ })).toHaveTextContent('yesnot as expected');
  expect(screen.getByRole('row', { name: /^favouriteColour/ })).toHaveTextContent('tealunknown to this page');
  expect(region).toHaveTextContent('4 values, as plex.tv wrote them. This page did not know or expect 2 of them.');
});

test('says nothing about unknown values if it knows every value', () => {
  expect(show(fullReply)).toHaveTextContent('values, as plex.tv wrote them.');
  expect(screen.queryByText(/did not know/)).not.toBeInTheDocument();
});

// A style hides the rows, so a browser test looks at them.
test('opens the list when the user opens or filters it', async () => {
  renderSection('Everything plex.tv sent', reply, localNoon('2026-11-23'));
  const button = () => screen.getByRole('button', { name: /^Open all/ });
  expect(button()).toHaveAttribute('aria-expanded', 'false');
  await filterBy('teal');
  expect(button()).toHaveAttribute('aria-expanded', 'true');
  expect(shownKeys()).toEqual(['favouriteColour']);
  await userEvent.clear(screen.getByRole('searchbox'));
  expect(button()).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(button());
  expect(screen.getByRole('button', { name: 'Close 4' })).toHaveAttribute('aria-expanded', 'true');
  expect(shownKeys()).toHaveLength(4);
});

test.each<[typed: string, keys: string[]]>([
  ['TITLE', ['title']],
  [' teal ', ['favouriteColour']],
  ['not as expected', ['home']],
  ['hidden', ['authToken']],
])('shows only the rows that match %s', async (typed, keys) => {
  show(reply);
  await filterBy(typed);
  expect(shownKeys()).toEqual(keys);
  expect(screen.getByText('1 of 4 match')).toBeVisible();
});

test('does not find a secret by its text, and says so', async () => {
  show(reply);
  await filterBy('the-token');
  expect(screen.getByText('Nothing matches. Secrets cannot be searched.')).toBeVisible();
});

test('shows all rows again when the user clears the filter', async () => {
  show(reply);
  await filterBy('teal');
  await userEvent.clear(screen.getByRole('searchbox'));
  expect(shownKeys()).toHaveLength(4);
  expect(screen.getByText('All 4 values')).toBeVisible();
});

test('does not reveal another secret when the filter changes the rows', async () => {
  show({ legacyToken: 'a-hash', authToken: 'the-token' });
  await userEvent.click(screen.getByRole('button', { name: 'Reveal legacyToken' }));
  expect(screen.getByText('a-hash')).toBeVisible();
  await filterBy('auth');
  expect(shownKeys()).toEqual(['authToken']);
  expect(document.body).not.toHaveTextContent('the-token');
});

test('lists two keys with the same path', () => {
  show({ 'a.b': 1, a: { b: 2 } });
  expect(shownKeys()).toEqual(['a.b', 'a.b']);
});

test('shows a very long list in pages, and also finds rows that are not shown yet', async () => {
  show(Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`key${index}`, index])));
  expect(screen.getAllByText(/^key\d+$/)).toHaveLength(200);
  expect(screen.getByText('Show the last 50 values')).toBeVisible();
  await filterBy('key249');
  expect(screen.getAllByText(/^key\d+$/)).toHaveLength(1);
});

test('is busy while it filters, so that Find waits for its rows', async () => {
  show(reply);
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'teal' } });
  expect(isSearching()).toBe(true);
  expect(await screen.findByText('1 of 4 match')).toBeVisible();
  expect(isSearching()).toBe(false);
});
