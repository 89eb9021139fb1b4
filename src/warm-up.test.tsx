import { act } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakePlexTv } from './test/fake-plex-tv.ts';
import { warmUp } from './warm-up.tsx';

afterEach(() => document.body.replaceChildren());

test('draws an account once, outside the page, and sends and stores nothing', async () => {
  const { client, requests } = fakePlexTv(() => Response.json({}));
  document.body.innerHTML = '<input>';
  document.querySelector('input')?.focus();
  const createElement = vi.spyOn(document, 'createElement');
  await act(() => warmUp(client));
  expect(createElement).toHaveBeenCalledWith('main');
  expect(document.body.innerHTML).toBe('<input>');
  expect(document.querySelector('input')).toHaveFocus();
  expect(requests).toEqual([]);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  createElement.mockClear();
  await act(() => warmUp(client));
  expect(createElement).not.toHaveBeenCalled();
});
