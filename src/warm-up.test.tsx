import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakePlexTv } from './test/fake-plex-tv.ts';
import { warmUp } from './warm-up.tsx';

beforeEach(() => {
  document.documentElement.removeAttribute('data-screen-share');
  // A section of the sign-in page has the address of the page.
  history.replaceState(null, '', '#form');
  document.body.innerHTML = '<section id="form"><h2 tabindex="-1">Sign in</h2><input></section>';
  document.querySelector('input')?.focus();
});
afterEach(() => {
  history.replaceState(null, '', '/');
  sessionStorage.clear();
  document.body.replaceChildren();
});

function prepare() {
  const { client, requests } = fakePlexTv(() => Response.json({}));
  return { client, requests, createElement: vi.spyOn(document, 'createElement') };
}

test('draws an account once, outside the page, and sends and stores nothing', async () => {
  const { client, requests, createElement } = prepare();
  const before = [document.documentElement.outerHTML, document.title, location.href];
  await act(() => warmUp(client));
  expect(createElement).toHaveBeenCalledWith('main');
  expect([document.documentElement.outerHTML, document.title, location.href]).toEqual(before);
  expect(document.querySelector('input')).toHaveFocus();
  expect(requests).toEqual([]);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  createElement.mockClear();
  await act(() => warmUp(client));
  expect(createElement).not.toHaveBeenCalled();
});

test('runs no effect: it listens to nothing and leaves the blur as it is', async () => {
  sessionStorage.setItem('screen-share', 'on');
  const { client, createElement } = prepare();
  const listen = vi.spyOn(window, 'addEventListener');
  await act(() => warmUp(client));
  expect(createElement).toHaveBeenCalledWith('details');
  expect(listen).not.toHaveBeenCalled();
  expect(document.documentElement).not.toHaveAttribute('data-screen-share');
  listen.mockRestore();
});
