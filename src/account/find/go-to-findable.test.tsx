import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { goToFindable } from './go-to-findable.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<input><section id="everything"><h2 tabindex="-1">Everything</h2><ul></ul></section>';
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const target = (anchor: string) => ({ sectionId: 'everything', anchor });
const section = () => document.getElementById('everything');
const waitSeconds = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

function addRow(anchor: string) {
  section()?.querySelector('ul')?.insertAdjacentHTML('beforeend', `<li data-fact="${anchor}">${anchor}</li>`);
}

test('goes to a row that the filter of its section finds after some seconds', async () => {
  section()?.insertAdjacentHTML('beforeend', '<div aria-busy="true"></div>');
  void goToFindable(target('title'));
  await waitSeconds(5);
  addRow('title');
  await waitSeconds(1);
  expect(screen.getByText('title')).toHaveFocus();
});

test('goes to the heading of the section when no row comes', async () => {
  void goToFindable(target('title'));
  await waitSeconds(2);
  expect(screen.getByRole('heading', { name: 'Everything' })).toHaveFocus();
});

test('waits only for the latest row', async () => {
  void goToFindable(target('title'));
  void goToFindable(target('email'));
  await waitSeconds(0.1);
  addRow('title');
  await waitSeconds(0.1);
  addRow('email');
  await waitSeconds(1);
  expect(screen.getByText('email')).toHaveFocus();
});

test('leaves the focus where the person has moved it meanwhile', async () => {
  void goToFindable(target('title'));
  await waitSeconds(0.1);
  screen.getByRole('textbox').focus();
  await waitSeconds(0.1);
  addRow('title');
  await waitSeconds(2);
  expect(screen.getByRole('textbox')).toHaveFocus();
});
