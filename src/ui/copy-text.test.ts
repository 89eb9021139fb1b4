import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from './copy-text.ts';

// jsdom has neither way of copying: each test gives the browser what it has.
function give(owner: object, name: string, value: unknown) {
  Object.defineProperty(owner, name, { value, configurable: true });
}

afterEach(() => {
  give(navigator, 'clipboard', undefined);
  give(document, 'execCommand', undefined);
});

/** A browser that copies what is selected, and the texts that it copied. */
function copyingBySelection(answer: () => boolean): string[] {
  const copied: string[] = [];
  give(document, 'execCommand', (command: string) => {
    const area = document.activeElement;
    if (command === 'copy' && area instanceof HTMLTextAreaElement) {
      copied.push(area.value.slice(area.selectionStart, area.selectionEnd));
    }
    return answer();
  });
  return copied;
}

test('copies by the clipboard where there is one', async () => {
  const writeText = vi.fn(async () => undefined);
  give(navigator, 'clipboard', { writeText });
  const selected = copyingBySelection(() => true);
  expect(await copyText('the-token')).toBe(true);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('the-token');
  expect(selected).toEqual([]);
});

test.each<[what: string, clipboard: unknown]>([
  ['the page is served over plain http', undefined],
  ['the browser refuses', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
])('copies by selecting the text where %s', async (_, clipboard) => {
  give(navigator, 'clipboard', clipboard);
  const copied = copyingBySelection(() => true);
  expect(await copyText('the-token\nsecond line')).toBe(true);
  expect(copied).toEqual(['the-token\nsecond line']);
});

test.each<[what: string, answer: () => boolean]>([
  ['the browser says no', () => false],
  [
    'the browser throws',
    () => {
      throw new Error('no');
    },
  ],
])('says that it failed where %s', async (_, answer) => {
  copyingBySelection(answer);
  expect(await copyText('the-token')).toBe(false);
});

test('says that it failed where there is no way at all', async () => {
  expect(await copyText('the-token')).toBe(false);
});

test('leaves no text behind, and gives the focus back', async () => {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  copyingBySelection(() => true);
  await copyText('the-token');
  expect(document.body).toContainHTML('<button></button>');
  expect(document.body.innerHTML).toBe('<button></button>');
  expect(button).toHaveFocus();
  button.remove();
});
