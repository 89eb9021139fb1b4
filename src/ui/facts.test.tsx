import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Facts, type FactValue } from './facts.tsx';

function show(...values: FactValue[]) {
  render(<Facts facts={values.map((value) => ({ label: 'Label', value }))} />);
  return screen.getAllByRole('definition');
}

test('shows labels and values, also when two labels are the same', () => {
  expect(show({ text: 'one' }, { text: 'two' }).map(({ textContent }) => textContent)).toEqual(['one', 'two']);
  expect(screen.getAllByRole('term')).toHaveLength(2);
});

test('shows markup as text', () => {
  const [fact] = show({ text: '<img src=x onerror=alert(1)>' });
  expect(fact).toHaveTextContent('<img src=x onerror=alert(1)>');
  expect(screen.queryByRole('presentation')).not.toBeInTheDocument();
});

test('shows the mark and the note of a value', () => {
  expect(show({ text: '9', mark: 'as plex.tv wrote it', note: 'Sources disagree.' })[0]).toHaveTextContent(
    '9as plex.tv wrote itSources disagree.',
  );
});

test('gives a date its exact time, in a tooltip and for screen readers', () => {
  show({ text: '26 April 2019', time: { iso: '2019-04-26T12:00:00.000Z', exact: '26 April 2019 at 14:00:00 CEST' } });
  const time = screen.getByRole('time');
  expect(time).toHaveAttribute('datetime', '2019-04-26T12:00:00.000Z');
  expect(time).toHaveAttribute('title', '26 April 2019 at 14:00:00 CEST');
  expect(time).toHaveTextContent('26 April 2019, exactly 26 April 2019 at 14:00:00 CEST');
});

test('shows every item of a list, also a repeated one', () => {
  show({ text: '', items: ['all', 'all', 'ios'] });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['all', 'all', 'ios']);
});

test('opens a link in a new tab without a referrer', () => {
  show({ text: 'https://plex.tv/avatar', href: 'https://plex.tv/avatar' });
  const link = screen.getByRole('link', { name: /^https:\/\/plex\.tv\/avatar.*opens in a new tab/ });
  expect(link).toHaveAttribute('href', 'https://plex.tv/avatar');
  expect(link).toHaveAttribute('target', '_blank');
  expect(link).toHaveAttribute('rel', 'noreferrer noopener');
});

test('hides a secret, and puts its label in the button name', () => {
  expect(show({ text: 'Hidden', reveal: () => 'the-token' })[0]).not.toHaveTextContent('the-token');
  expect(screen.getByRole('button', { name: 'Reveal Label' })).toBeVisible();
});
