import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { goToFindable } from './go-to-findable.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<section id="everything"><h2 tabindex="-1">Everything</h2><ul></ul></section>';
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

test.each(['wheel', 'touchmove', 'pointerdown', 'keydown'])(
  'stops waiting at %s: the person goes elsewhere',
  async (type) => {
    void goToFindable(target('title'));
    await waitSeconds(0.1);
    document.body.dispatchEvent(new Event(type, { bubbles: true }));
    await waitSeconds(0.1);
    addRow('title');
    await waitSeconds(2);
    expect(document.body).toHaveFocus();
  },
);
